// A year later: what was said before stands in the form already.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { recordAward } from '#families/awards/index.ts';
import { settableClock } from '#kernel/clock.ts';
import { newId } from '#kernel/id.ts';
import { pence } from '#kernel/money.ts';
import type { Database } from '#platform/database/index.ts';
import { testDatabase } from '../../../test/database.ts';
import { testPerson, testVisit } from '../../../test/visit.ts';
import { aLetter, dateBoxes, filledSteps } from './examples.ts';
import { changeState } from './store/applications.ts';
import { unchangedRenewals } from './store/renewals.ts';
import { Applicant, council, heldOf } from './test/applying.ts';
import { councilOfSeveral } from './test/several-schemes.ts';
import { toDosOfFamily } from './to-dos.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

/** A family whose letter is in, and who had an award for what it asked. */
async function familyWithAward(authority = council) {
  const clock = settableClock(Temporal.Instant.from('2026-11-24T10:00:00Z'));
  const person = await testPerson({ database });
  const family = new Applicant({ database, person, clock, authority });
  const first = await family.starts({ scheme: 'medway-2025' });
  await family.fills(first);
  await family.posts(`${first}/letters`, {}, [aLetter('benefit', 'dla.pdf')]);
  await family.sends(first);
  const { children, households } = await heldOf(database, person);
  const [child, household] = [children[0], households[0]];
  if (child === undefined || household === undefined) throw new Error('the register has no child');
  await givesAward({ first, childId: child.id, householdId: household.id });
  clock.moveTo(Temporal.Instant.from('2027-05-04T10:00:00Z'));
  return { family, person, child, clock, first };
}

/** The decision of an officer, as far as a renewal looks at it. */
async function givesAward(of: { first: string; childId: string; householdId: string }): Promise<void> {
  const officer = await testPerson({ database, roles: ['short-breaks-officer'] });
  const at = Temporal.Instant.from('2026-12-01T10:00:00Z');
  const applicationId = of.first.split('/')[2] ?? '';
  await database.transaction({ authorityId: council.id, standing: 'system' }, async (transaction) => {
    const decisionId = newId();
    await transaction
      .insertInto('decisions')
      .values({
        authority_id: council.id,
        id: decisionId,
        application_id: applicationId,
        outcome: 'awarded',
        award_pence: 75_000,
        recommended_outcome: 'assessment',
        recommended_pence: 75_000,
        scheme_id: 'medway-2025',
        version_id: '2024-10',
        version_hash: 'x',
        facts: '{}',
        reading: '{}',
        decided_by: officer.id,
        decided_by_name: officer.name,
        decided_at: at,
      })
      .execute();
    await recordAward(transaction, {
      authorityId: council.id,
      householdId: of.householdId,
      childId: of.childId,
      by: { source: 'application', applicationId, decisionId, schemeId: 'medway-2025', versionId: '2024-10' },
      granted: { amount: pence(75_000) },
      startsOn: Temporal.PlainDate.from('2026-12-01'),
      endsOn: Temporal.PlainDate.from('2027-11-30'),
      reviewOn: Temporal.PlainDate.from('2027-04-01'),
      at,
    });
    await changeState(transaction, {
      authorityId: council.id,
      applicationId,
      to: 'decided',
      at,
      waitingSince: null,
    });
  });
}

async function forRule() {
  return database.transaction({ authorityId: council.id, standing: 'system' }, (transaction) =>
    unchangedRenewals(transaction, { authorityId: council.id }),
  );
}

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

test('where nothing has changed one page and one answer are enough, and it is for the rule to decide', async () => {
  const { family, person, child, first } = await familyWithAward();
  const renewal = await family.starts({ child: child.id });
  assert.equal((await family.opens(renewal)).to, `${renewal}/renew`);
  const { html } = await family.opens(`${renewal}/renew`);
  for (const words of [
    'Sana Khan',
    'DLA: care highest',
    'dla.pdf',
    'Nights are hard.',
    'Has anything changed?',
  ])
    assert.ok(html.includes(words), words);
  assert.equal((await family.posts(`${renewal}/renew`, {})).refusals[0]?.field, 'changed');
  const undeclared = await family.posts(`${renewal}/renew`, { changed: 'no' });
  assert.equal(undeclared.refusals[0]?.field, 'declared');
  const { to } = await family.posts(`${renewal}/renew`, { changed: 'no', declared: 'yes' });
  assert.equal(to, `${renewal}/sent`);
  const now = (await heldOf(database, person)).applications[1];
  assert.equal(now?.renewal_of, first.split('/')[2]);
  assert.equal(now?.is_unchanged, true);
  assert.equal(now?.due_on?.toString(), '2027-05-05', 'the clock of a renewal is one working day');
  assert.ok((await forRule()).some(({ id }) => id === now?.id));
});

test('what has changed is gone through, sent like any other, and read by a person', async () => {
  const { family, person, child } = await familyWithAward();
  const renewal = await family.starts({ child: child.id });
  assert.equal((await family.posts(`${renewal}/renew`, { changed: 'yes' })).to, renewal);
  assert.match((await family.opens(renewal)).html, /You have answered everything/);
  await family.posts(`${renewal}/impact`, { level: '3', why: 'It is harder now.' });
  await family.sends(renewal);
  const now = (await heldOf(database, person)).applications[1];
  assert.deepEqual([now?.is_unchanged, now?.is_for_rule], [false, false]);
  assert.ok(!(await forRule()).some(({ id }) => id === now?.id));
});

test('“nothing has changed” counts only where the answers bear it out', async () => {
  const { family, person, child } = await familyWithAward();
  const renewal = await family.starts({ child: child.id });
  await family.posts(`${renewal}/impact`, { level: '3', why: 'Nights are hard.' });
  await family.posts(`${renewal}/renew`, { changed: 'no', declared: 'yes' });
  const now = (await heldOf(database, person)).applications[1];
  assert.deepEqual([now?.state, now?.is_unchanged, now?.is_for_rule], ['sent', false, false]);
});

test('without an award before there is nothing for a rule to go on with', async () => {
  const { family, person, child, clock } = await familyThatApplied();
  clock.moveTo(Temporal.Instant.from('2027-05-04T10:00:00Z'));
  const renewal = await family.starts({ child: child.id });
  await family.posts(`${renewal}/letters`, { later: 'yes' });
  await family.posts(`${renewal}/renew`, { changed: 'no', declared: 'yes' });
  const now = (await heldOf(database, person)).applications[1];
  assert.deepEqual([now?.state, now?.is_for_rule], ['sent', false]);
});

test('a letter that came after the application is held, and not asked for again', async () => {
  const { family, person, child, clock } = await familyThatApplied();
  const sent = (await heldOf(database, person)).applications[0]?.id;
  await family.posts(`/account/applications/${sent}/answer`, {}, [aLetter('benefit', 'came later.pdf')]);
  clock.moveTo(Temporal.Instant.from('2027-05-04T10:00:00Z'));
  const renewal = await family.starts({ child: child.id });
  const { html } = await family.opens(`${renewal}/renew`);
  assert.match(html, /came later\.pdf/);
  assert.doesNotMatch(html, /We need only this/);
});

test('what has lapsed is asked for alone, and the page leads there', async () => {
  const { family, person, child, clock } = await familyWithAward();
  clock.moveTo(Temporal.Instant.from('2028-05-01T10:00:00Z'));
  const renewal = await family.starts({ child: child.id });
  const { html } = await family.opens(`${renewal}/renew`);
  assert.match(html, /We need only this from you[\s\S]*Does your child get DLA or PIP\?/);
  assert.doesNotMatch(html, /Has anything changed/);
  const benefit = {
    ...filledSteps().benefit,
    ...dateBoxes('dlaFrom', '2028-05-01'),
    ...dateBoxes('dlaUntil', '2030-04-30'),
  };
  assert.equal((await family.posts(`${renewal}/benefit`, benefit)).to, `${renewal}/letters`);
  const { to } = await family.posts(`${renewal}/letters`, {}, [aLetter('benefit', 'new.pdf')]);
  assert.equal(to, `${renewal}/renew`);
  await family.posts(`${renewal}/renew`, { changed: 'no', declared: 'yes' });
  const now = (await heldOf(database, person)).applications[1];
  assert.equal(now?.is_unchanged, true, 'the same rates by a newer letter');
});

test('a council that decides by people, or reviews by itself, says so in its casework', async () => {
  const { council: reviewing, remove } = councilOfSeveral(`renewals:
  - {scheme: medway-2025, way: review, decided-by-rule: false, from: 2026-01-01, source: A test}
`);
  try {
    const { family, person, child } = await familyWithAward(reviewing);
    const renewal = await family.starts({ child: child.id, scheme: 'medway-2025' });
    assert.match((await family.opens(`${renewal}/renew`)).html, /You do not have to ask again for this/);
    await family.posts(`${renewal}/renew`, { changed: 'no', declared: 'yes' });
    const now = (await heldOf(database, person)).applications[1];
    assert.deepEqual([now?.is_unchanged, now?.is_for_rule], [true, false]);
  } finally {
    remove();
  }
});

test('six weeks before an award ends its family has to renew it, until it has begun to', async () => {
  const { person, family, child, clock } = await familyWithAward();
  const toDos = () =>
    testVisit({ database, authority: council, person, clock, readOnly: true }, (visit) =>
      toDosOfFamily(visit),
    );
  clock.moveTo(Temporal.Instant.from('2027-10-18T10:00:00Z'));
  assert.deepEqual(await toDos(), [], 'six weeks and a day before');
  clock.moveTo(Temporal.Instant.from('2027-10-19T10:00:00Z'));
  const [due, ...others] = await toDos();
  assert.deepEqual([due?.about, due?.by?.toString(), due?.href], ['Amira Khan', '2027-11-30', '/apply']);
  assert.equal(others.length, 0);
  const renewal = await family.starts({ child: child.id });
  assert.deepEqual(
    (await toDos()).map(({ title, href }) => [title, href]),
    [['Finish and send your application', renewal]],
  );
  await family.posts(`${renewal}/renew`, { changed: 'no', declared: 'yes' });
  assert.deepEqual(await toDos(), []);
  await database.transaction({ authorityId: council.id, standing: 'system' }, (transaction) =>
    changeState(transaction, {
      authorityId: council.id,
      applicationId: renewal.split('/')[2] ?? '',
      to: 'more-asked',
      at: clock.now(),
      waitingSince: clock.now(),
    }),
  );
  assert.deepEqual(
    (await toDos()).map(({ title }) => title),
    ['Answer our question'],
  );
});
