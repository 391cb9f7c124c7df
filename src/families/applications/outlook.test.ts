// What a family is told before it sends: that the money is spent, or the scheme closed, and what to do meanwhile.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { settableClock } from '#kernel/clock.ts';
import type { Database } from '#platform/database/index.ts';
import { testDatabase } from '../../../test/database.ts';
import { testNow, testPerson } from '../../../test/visit.ts';
import type { Answers } from './domain/answers.ts';
import { changeState } from './store/applications.ts';
import { walks } from './test/answering.ts';
import { Applicant, council, heldOf } from './test/applying.ts';
import { councilOfSeveral } from './test/several-schemes.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

test('when the money is promised whole, the family reads so before it begins and before it sends', async () => {
  const { council: poor, remove } = councilOfSeveral(`spent-funds:
  - scheme: medway-2025
    what-then: waiting-list
    words: All money of this year is promised. New money comes in April.
    from: 2026-11-01
    until: 2027-03-31
    source: A test
`);
  try {
    const person = await testPerson({ database });
    const clock = settableClock(testNow);
    const family = new Applicant({ database, person, clock, authority: poor });
    assert.match((await family.opens('/apply')).html, /Waiting list[\s\S]*New money comes in April/);
    const address = await family.starts({ scheme: 'medway-2025' });
    await family.fills(address);
    const { html } = await family.opens(`${address}/check`);
    assert.match(html, /What will happen[\s\S]*New money comes in April[\s\S]*it goes on the waiting list/);
    assert.match(html, /Do not wait for us/);
    assert.match(html, /Send application/, 'it may be sent all the same');
    clock.moveTo(Temporal.Instant.from('2027-04-01T10:00:00Z'));
    assert.doesNotMatch((await family.opens(`${address}/check`)).html, /What will happen/);
  } finally {
    remove();
  }
});

test('a draft whose scheme is not open keeps its answers and says so before it is sent', async () => {
  const { council: several, remove } = councilOfSeveral();
  try {
    const person = await testPerson({ database });
    const clock = settableClock(Temporal.Instant.from('2027-05-10T10:00:00Z'));
    const family = new Applicant({ database, person, clock, authority: several });
    const address = await family.starts({ scheme: 'coming-2027' });
    await walks(family, address);
    // As if the council had put its opening off.
    clock.moveTo(testNow);
    const { html } = await family.opens(`${address}/check`);
    assert.match(
      html,
      /Summer Grant is closed today\. It opens on 4 May 2027\. We keep what you have written\./,
    );
    assert.doesNotMatch(html, /Send application/);
    assert.match((await family.sends(address)).refusals[0]?.message ?? '', /closed today/);
    assert.equal((await heldOf(database, person)).applications[0]?.state, 'draft');
  } finally {
    remove();
  }
});

test('what was so on the day of sending stands in the application, for whoever decides', async () => {
  const person = await testPerson({ database });
  const address = await new Applicant({ database, person }).applies();
  const held = (await heldOf(database, person)).applications[0];
  assert.match(address, new RegExp(held?.id ?? 'none'));
  // Medway's rules look at neither the time nor the fund, so nothing is kept that nobody declared.
  assert.deepEqual((held?.answers as Answers | undefined)?.onSending, {});
});

test('an application can be taken back while it waits or is looked at more closely', async () => {
  for (const change of [{ to: 'waiting' }, { to: 'referred', referredTo: 'panel' }] as const) {
    const person = await testPerson({ database });
    const family = new Applicant({ database, person });
    const address = await family.applies();
    await database.transaction({ authorityId: council.id, standing: 'system' }, (transaction) =>
      changeState(transaction, {
        authorityId: council.id,
        applicationId: address.split('/')[2] ?? '',
        at: testNow,
        waitingSince: null,
        ...change,
      }),
    );
    const account = address.replace('/apply', '/account/applications');
    assert.match((await family.opens(account)).html, /Take this application back/);
    const more = await family.posts(`${account}/answer`, { answer: 'Here is some news.' });
    assert.match(more.to, /answered=yes/);
    assert.equal((await heldOf(database, person)).applications[0]?.state, change.to, 'it stays where it is');
    assert.equal((await family.posts(`${address}/withdraw`)).to, '/account?withdrawn=yes');
  }
});
