// What a family can still do: answer what was asked, send a letter later, take the application back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { settableClock } from '#kernel/clock.ts';
import type { Database } from '#platform/database/index.ts';
import { testDatabase } from '../../../test/database.ts';
import { testPerson } from '../../../test/visit.ts';
import { aLetter } from './examples.ts';
import { changeState } from './store/applications.ts';
import { addEvent } from './store/events.ts';
import { Applicant, council, heldOf } from './test/applying.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

async function familyThatWaits() {
  const clock = settableClock(Temporal.Instant.from('2026-11-24T10:00:00Z'));
  const person = await testPerson({ database });
  const family = new Applicant({ database, person, clock });
  const address = await family.applies();
  const account = address.replace('/apply', '/account/applications');
  return { family, person, clock, address, account, applicationId: address.split('/')[2] ?? '' };
}

/** What an officer does at the desk, as far as it matters to the family. */
async function officer(
  applicationId: string,
  does: { readonly to: 'more-asked' | 'decided'; readonly words: string },
): Promise<void> {
  const at = Temporal.Instant.from('2026-11-25T10:00:00Z');
  const named = { authorityId: council.id, applicationId };
  await database.transaction({ authorityId: council.id, standing: 'system' }, async (transaction) => {
    const waitingSince = does.to === 'more-asked' ? at : null;
    await changeState(transaction, { ...named, to: does.to, at, waitingSince });
    const event = { at, personId: null, kind: does.to, words: does.words } as const;
    await addEvent(transaction, { ...named, ...event, isForFamily: true });
    await addEvent(transaction, {
      ...named,
      ...event,
      kind: 'note',
      words: 'For the desk alone',
      isForFamily: false,
    });
  });
}

async function applicationOf(person: Applicant['person']) {
  return (await heldOf(database, person)).applications[0];
}

test('a question is shown with its own words, and answered with words', async () => {
  const { family, person, clock, account, applicationId } = await familyThatWaits();
  await officer(applicationId, { to: 'more-asked', words: 'Which nights are hard?\nAnd since when?' });
  assert.match((await family.opens('/account')).html, /Answer our question<\/a>: Amira Khan/);
  const { html } = await family.opens(account);
  assert.match(html, /Which nights are hard\?<br>And since when\?/);
  assert.ok(!html.includes('For the desk alone'));

  clock.moveTo(Temporal.Instant.from('2026-12-01T10:00:00Z'));
  const { to } = await family.posts(`${account}/answer`, { answer: 'All of them.\nSince spring.' });
  assert.equal(to, `${account}?answered=yes`);
  const application = await applicationOf(person);
  // Ten working days after 1 December 2026.
  assert.deepEqual(
    [application?.state, application?.waiting_since, String(application?.due_on)],
    ['sent', null, '2026-12-15'],
  );
  assert.match(
    (await family.opens(account)).html,
    /1 December 2026<\/strong><br>You told us:<br>All of them\.<br>Since spring\./,
  );
});

test('a question is answered with a letter, which is evidence then', async () => {
  const { family, person, account, applicationId } = await familyThatWaits();
  await officer(applicationId, { to: 'more-asked', words: 'Please send the letter.' });
  await family.posts(`${account}/answer`, {}, [aLetter('diagnosis', 'clinic.pdf')]);
  const { evidence, files } = await heldOf(database, person);
  const kept = evidence.find(({ kind }) => kind === 'diagnosis-letter');
  assert.equal(kept?.file_id, files[0]?.id);
  assert.match((await family.opens(account)).html, /Sent with this: “clinic\.pdf”/);
});

test('an empty answer and a letter that is none are sent back, with nothing saved', async () => {
  const { family, person, account, applicationId } = await familyThatWaits();
  await officer(applicationId, { to: 'more-asked', words: 'Please send the letter.' });
  const before = await heldOf(database, person);
  const empty = await family.posts(`${account}/answer`, { answer: '  ' });
  assert.match(empty.refusals[0]?.message ?? '', /Write an answer or choose a file/);
  const program = { ...aLetter('benefit', 'award.pdf'), bytes: Buffer.from('MZ and so on') };
  const bad = await family.posts(`${account}/answer`, { answer: 'Here it is.' }, [program]);
  assert.deepEqual(
    bad.refusals.map(({ field }) => field),
    ['benefit'],
  );
  assert.match(bad.html, />Here it is\.</, 'the words stay');
  const long = await family.posts(`${account}/answer`, { answer: 'a'.repeat(3_001) });
  assert.match(long.refusals[0]?.message ?? '', /3000 characters or fewer/);
  assert.deepEqual(await heldOf(database, person), before);
});

test('a promised letter is sent while the application waits, and its time to decide stays', async () => {
  const { family, person, clock, account } = await familyThatWaits();
  const before = await applicationOf(person);
  assert.match((await family.opens(account)).html, /Send us the letter/);
  clock.moveTo(Temporal.Instant.from('2026-12-01T10:00:00Z'));
  await family.posts(`${account}/answer`, {}, [aLetter('benefit', 'dla.pdf')]);
  const { evidence, applications } = await heldOf(database, person);
  assert.ok(evidence.some(({ kind, file_id }) => kind === 'dla-letter' && file_id !== null));
  assert.deepEqual(
    [applications[0]?.state, String(applications[0]?.due_on)],
    ['sent', String(before?.due_on)],
  );
});

test('a draft is thrown away only after a question, and is gone then', async () => {
  const person = await testPerson({ database });
  const family = new Applicant({ database, person });
  const address = await family.starts();
  assert.match((await family.opens(`${address}/withdraw`)).html, /Throw this application away\?/);
  assert.equal((await applicationOf(person))?.state, 'draft', 'asking changes nothing');
  const { to } = await family.posts(`${address}/withdraw`);
  assert.equal(to, '/account?withdrawn=draft');
  assert.match((await family.opens(to)).html, /thrown away/);
  assert.equal((await family.opens(address)).to, address.replace('/apply', '/account/applications'));
  assert.equal((await family.posts(`${address}/withdraw`)).to, '/account?withdrawn=yes', 'pressed again');
  assert.ok(!(await family.opens('/apply')).html.includes('Go on where you stopped'));
});

test('an application that was sent is taken back, and the desk sees that', async () => {
  const { family, person, address, account } = await familyThatWaits();
  assert.match((await family.opens(`${address}/withdraw`)).html, /Take this application back\?/);
  assert.equal((await family.posts(`${address}/withdraw`)).to, '/account?withdrawn=yes');
  assert.equal((await applicationOf(person))?.state, 'withdrawn');
  for (const page of [account, `${address}/sent`, `${address}/withdraw`]) {
    const { answer } = await family.opens(page);
    assert.equal(answer.kind, 'redirect', `${page} leads on`);
  }
  const late = await family.posts(`${account}/answer`, { answer: 'Too late' });
  assert.equal(late.to, account);
  assert.equal((await heldOf(database, person)).evidence.filter(({ file_id }) => file_id !== null).length, 0);
});

test('what was decided is not taken back, and the page says whom to call', async () => {
  const { family, person, address, account, applicationId } = await familyThatWaits();
  await officer(applicationId, { to: 'decided', words: 'We have decided' });
  const { refusals, html } = await family.posts(`${address}/withdraw`);
  assert.deepEqual(
    refusals.map(({ code }) => code),
    ['already-decided'],
  );
  assert.ok(html.includes(council.contact.phone));
  assert.ok(!html.includes('Yes, take it back'));
  assert.equal((await applicationOf(person))?.state, 'decided');
  assert.ok(!(await family.opens(account)).html.includes('Take this application back'));
  assert.match((await family.opens(account)).html, /letter/);
});
