// A year later: what was said before stands in the form already.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { settableClock } from '#kernel/clock.ts';
import type { Database } from '#platform/database/index.ts';
import { testDatabase } from '../../../test/database.ts';
import { testPerson } from '../../../test/visit.ts';
import { aLetter, filledSteps } from './examples.ts';
import { Applicant, heldOf } from './test/applying.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

async function familyThatApplied() {
  const clock = settableClock(Temporal.Instant.from('2026-11-24T10:00:00Z'));
  const person = await testPerson({ database });
  const family = new Applicant({ database, person, clock });
  await family.applies();
  const [child] = (await heldOf(database, person)).children;
  if (child === undefined) throw new Error('the register has no child');
  return { family, person, child, clock };
}

test('in a later year what was said before stands in the renewal, and the letter is not asked for again', async () => {
  const person = await testPerson({ database });
  const clock = settableClock(Temporal.Instant.from('2026-11-24T10:00:00Z'));
  const family = new Applicant({ database, person, clock });
  const first = await family.starts();
  await family.fills(first);
  await family.posts(`${first}/letters`, {}, [aLetter('benefit', 'dla.pdf')]);
  await family.sends(first);
  const before = await heldOf(database, person);

  clock.moveTo(Temporal.Instant.from('2027-05-04T10:00:00Z'));
  assert.match((await family.opens('/apply')).html, /Renew for Amira/);
  const renewal = await family.starts({ child: before.children[0]?.id ?? '' });
  const { html } = await family.opens(`${renewal}/check`);
  for (const words of ['Sana Khan', 'DLA: care highest', 'dla.pdf', 'Nights are hard.', 'ME4 4AA'])
    assert.ok(html.includes(words), words);
  await family.posts(`${renewal}/impact`, { level: '3', why: 'It is harder now.' });
  assert.equal((await family.sends(renewal)).to, `${renewal}/sent`);

  const now = await heldOf(database, person);
  assert.deepEqual(
    now.applications.map(({ grant_year, child_id }) => [grant_year, child_id]),
    [
      ['2026-27', before.children[0]?.id],
      ['2027-28', before.children[0]?.id],
    ],
  );
  assert.deepEqual(now.evidence, before.evidence, 'the same letter is not held twice');
  assert.equal(now.carers.length, 1);
  assert.match(
    JSON.stringify(now.applications[0]?.answers),
    /Nights are hard/,
    'the first stays as it was sent',
  );
});

test('a benefit that has ended since is asked again in the renewal, with its rates to go by', async () => {
  const { family, child, clock } = await familyThatApplied();
  clock.moveTo(Temporal.Instant.from('2028-05-01T10:00:00Z'));
  const renewal = await family.starts({ child: child.id });
  const { to } = await family.opens(`${renewal}/check`);
  assert.equal(to, `${renewal}/benefit`);
  const { html } = await family.opens(to);
  assert.match(html, /name="dlaCare"[^>]* value="highest" checked/);
});

test('an application that turns out to be for another child takes nothing of the first along', async () => {
  const { family, person, child, clock } = await familyThatApplied();
  clock.moveTo(Temporal.Instant.from('2027-05-04T10:00:00Z'));
  const renewal = await family.starts({ child: child.id });
  await family.posts(`${renewal}/child`, { which: 'new', ...filledSteps().child, givenName: 'Bilal' });
  const answers = (await heldOf(database, person)).applications[1]?.answers;
  assert.deepEqual(Object.keys(JSON.parse(JSON.stringify(answers))).sort(), [
    'address',
    'child',
    'otherCarer',
    'you',
  ]);
});
