import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { settableClock } from '#kernel/clock.ts';
import type { Database } from '#platform/database/index.ts';
import type { MessageToSend, Person } from '#platform/web/visit.ts';
import { testDatabase } from '../../../test/database.ts';
import { testNow, testPerson, testVisit } from '../../../test/visit.ts';
import { at, council } from '../appeals/test/front.ts';
import { recordAward } from '../awards/index.ts';
import { sentApplication } from '../decisions/examples.ts';
import { toDosOfFamily, toDosOfPractitioner } from './growing.ts';
import { tellOfGrowingUp } from './jobs.ts';
import { routes } from './routes.ts';

let database: Database;
let marcus: Person;
let stranger: Person;
before(async () => {
  database = await testDatabase();
  marcus = await testPerson({ database, name: 'Marcus Reid', roles: ['social-worker'] });
  stranger = await testPerson({ database, name: 'Joe Carter' });
});
after(() => database.close());

const clock = () => settableClock(testNow);
const front = (now = clock()) => ({ database, routes, clock: now });

/** A family whose child was born on a day; the tests stand on 24 November 2026. */
async function familyOf(bornOn: string, givenName = 'Leah') {
  const person = await testPerson({ database, name: 'Dana Brooks' });
  const made = await database.transaction({ authorityId: council.id, standing: 'system' }, (transaction) =>
    sentApplication(transaction, {
      authorityId: council.id,
      personId: person.id,
      sentAt: Temporal.Instant.from('2026-10-01T12:00:00Z'),
      dueOn: Temporal.PlainDate.from('2026-10-15'),
      givenName,
      familyName: 'Brooks',
      bornOn,
    }),
  );
  return {
    ...made,
    person,
    desk: `/practitioners/children/${made.childId}/transition`,
    own: `/account/children/${made.childId}/growing-up`,
  };
}

test('a family reads what comes and when, says what is hoped for in its own words, and sees no other child', async () => {
  const one = await familyOf('2012-02-29');
  const page = await at(front(), one.person).opens(one.own);
  // Born on 29 February 2012: 13 and 9 months on 29 November 2025, 18 on 1 March 2030.
  for (const words of [
    /29 November 2025/,
    /29 February 2028/,
    /29 August 2029/,
    /1 March 2030/,
    /1 March 2037/,
  ])
    assert.match(page.text, words);
  const bare = await at(front(), one.person).posts(one.own, { by: 'with-help', words: '' });
  assert.deepEqual(
    bare.refusals.map(({ field }) => field),
    ['words'],
  );
  const toDos = () =>
    testVisit({ database, authority: council, person: one.person, readOnly: true }, toDosOfFamily);
  assert.equal((await toDos())[0]?.href, one.own);
  await at(front(), one.person).posts(one.own, { by: 'with-help', words: 'A dog, and a job with trains.' });
  assert.deepEqual(await toDos(), []);
  await at(front(), one.person).posts(one.own, { by: 'young-person', words: 'A flat of my own.' });
  const desk = await at(front(), marcus).opens(one.desk);
  assert.match(desk.text, /A flat of my own\. The young person’s own words/);
  assert.equal((await at(front(), stranger).opens(one.own)).answer?.kind, 'not-found');
  assert.equal(
    (await at(front(), stranger).posts(one.own, { by: 'young-person', words: 'x' })).answer?.kind,
    'not-found',
  );
  assert.equal((await at(front(), stranger).opens(one.desk)).denied, 'sign-in-as-practitioner');
});

test('a plan has steps with who and when, and a milestone is done once and not half a life too soon', async () => {
  const one = await familyOf('2012-05-04');
  await at(front(), marcus).posts(`${one.desk}/step`, {
    what: 'Visit the college',
    who: 'School',
    'on-day': '1',
    'on-month': '2',
    'on-year': '2027',
  });
  const page = await at(front(), marcus).opens(one.desk);
  assert.match(page.text, /Visit the college School, by 1 February 2027/);
  const of = /name="of" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
  await at(front(), marcus).posts(`${one.desk}/step-done`, { of });
  const twice = await at(front(), marcus).posts(`${one.desk}/step-done`, { of });
  assert.deepEqual(
    twice.refusals.map(({ code }) => code),
    ['done-already'],
  );
  const soon = await at(front(), marcus).posts(`${one.desk}/done`, { milestone: 'adult-assessment' });
  assert.deepEqual(
    soon.refusals.map(({ code }) => code),
    ['too-soon'],
  );
  await at(front(), marcus).posts(`${one.desk}/done`, { milestone: 'plan' });
  assert.equal(
    (await at(front(), marcus).posts(`${one.desk}/done`, { milestone: 'plan' })).to,
    `${one.desk}?done=done`,
  );
  const kept = await database.transaction({ authorityId: council.id, standing: 'system' }, (transaction) =>
    transaction
      .selectFrom('transition_entries')
      .select('id')
      .where('child_id', '=', one.childId)
      .where('kind', '=', 'done')
      .execute(),
  );
  assert.equal(kept.length, 1);
});

test('at 16 the young person has a voice, an account and payments of their own, and not a day before', async () => {
  const one = await familyOf('2010-11-25');
  const account = { name: 'Leah Brooks', email: 'leah.b@example.org' };
  for (const [name, form] of [
    ['own-account', account],
    ['consent', { answer: 'yes' }],
    ['own-payments', { words: 'x' }],
  ] as const) {
    const early = await at(front(), marcus).posts(`${one.desk}/${name}`, form);
    assert.deepEqual(
      early.refusals.map(({ code }) => code),
      ['too-young'],
      name,
    );
  }
  const birthday = settableClock(Temporal.Instant.from('2026-11-25T00:30:00Z'));
  const given = await at(front(birthday), marcus).posts(`${one.desk}/own-account`, account);
  assert.equal(given.sent[0]?.to, account.email);
  const leah = await database.transaction({ authorityId: council.id, standing: 'system' }, (transaction) =>
    transaction.selectFrom('people').selectAll().where('email', '=', account.email).executeTakeFirstOrThrow(),
  );
  const person: Person = {
    id: leah.id,
    kind: 'family',
    name: leah.name,
    email: leah.email,
    roles: [],
    sessionId: leah.id,
  };
  const own = await at(front(birthday), person).opens(one.own);
  assert.match(own.text, /You are growing up/);
  assert.match(own.text, /You can speak for yourself now/);
  const twice = await at(front(birthday), marcus).posts(`${one.desk}/own-account`, account);
  assert.deepEqual(
    twice.refusals.map(({ code }) => code),
    ['has-account'],
  );
  const unsaid = await at(front(birthday), marcus).posts(`${one.desk}/consent`, {
    answer: 'cannot-say',
    words: '',
  });
  assert.deepEqual(
    unsaid.refusals.map(({ field }) => field),
    ['words'],
  );
});

test('the referral to adult services is followed to its end, and an award that runs past 18 is named', async () => {
  const one = await familyOf('2009-03-10', 'Sol');
  await database.transaction({ authorityId: council.id, standing: 'system' }, (transaction) =>
    recordAward(transaction, {
      authorityId: council.id,
      at: testNow,
      householdId: one.householdId,
      childId: one.childId,
      by: { source: 'import', sourceId: one.childId },
      granted: { amount: null, minutes: 600, nights: null, per: 'month' },
      breakKind: 'enabler',
      way: 'commissioned',
      startsOn: Temporal.PlainDate.from('2026-09-01'),
      endsOn: Temporal.PlainDate.from('2027-08-31'),
      reviewOn: Temporal.PlainDate.from('2027-01-01'),
    }),
  );
  const page = await at(front(), marcus).opens(one.desk);
  assert.match(page.text, /runs until 31 August 2027, past the age of 18 on 10 March 2027/);
  assert.match((await at(front(), one.person).opens(one.own)).text, /ends because of age on 10 March 2027/);
  const ends = await at(front(), marcus).opens('/practitioners/transitions?show=ends');
  assert.match(ends.text, /Sol Brooks/);
  const refused = await at(front(), marcus).posts(`${one.desk}/referral`, { state: 'refused', words: '' });
  assert.deepEqual(
    refused.refusals.map(({ field }) => field),
    ['words'],
  );
  const todo = () =>
    testVisit({ database, authority: council, person: marcus, readOnly: true }, toDosOfPractitioner);
  const asked = async () =>
    (await todo()).some(({ title, href }) => href === one.desk && title.includes('after 18'));
  assert.ok(await asked());
  await at(front(), marcus).posts(`${one.desk}/referral`, {
    state: 'sent',
    words: 'To adult services in Chatham',
  });
  assert.ok(!(await asked()));
  assert.match(
    (await at(front(), marcus).opens(one.desk)).text,
    /Sent to adult services To adult services in Chatham/,
  );
});

test('the list names what is due and overdue, leaves out who somebody is kept away from, and comes as CSV', async () => {
  const late = await familyOf('2012-03-01', 'Overdue');
  const now = await familyOf('2013-01-10', 'Duenow');
  const soon = await familyOf('2013-05-20', 'Soonly');
  const shown = async (view: string) =>
    (await at(front(), marcus).opens(`/practitioners/transitions?show=${view}`)).html;
  assert.ok((await shown('overdue')).includes(late.childId));
  assert.ok((await shown('due')).includes(now.childId) && !(await shown('due')).includes(late.childId));
  assert.ok((await shown('soon')).includes(soon.childId));
  const csv = await at(front(), marcus).opens('/practitioners/transitions.csv?show=overdue');
  assert.ok(
    csv.answer?.kind === 'download' &&
      String(csv.answer.body).includes(
        'Overdue Brooks,2012-03-01,Make a transition plan,2025-12-01,2026-06-01,overdue',
      ),
  );
  const known = await testPerson({ database, name: 'Kay', roles: ['social-worker'] });
  await database.transaction({ authorityId: council.id, standing: 'system' }, (transaction) =>
    transaction
      .insertInto('declared_interests')
      .values({
        authority_id: council.id,
        person_id: known.id,
        household_id: late.householdId,
        declared_at: testNow,
      })
      .execute(),
  );
  assert.ok(
    !(await at(front(), known).opens('/practitioners/transitions?show=overdue')).html.includes(late.childId),
  );
  assert.match((await at(front(), known).opens(late.desk)).denied, /know this family/);
});

test('the daily job tells each family once of each milestone, on its day, whatever the number of runs', async () => {
  const own = await testDatabase();
  try {
    const person = await testPerson({ database: own, name: 'Dana Brooks', email: 'dana@example.org' });
    await own.transaction({ authorityId: council.id, standing: 'system' }, (transaction) =>
      sentApplication(transaction, {
        authorityId: council.id,
        personId: person.id,
        sentAt: testNow,
        dueOn: Temporal.PlainDate.from('2026-12-15'),
        bornOn: '2010-12-01',
        givenName: 'Leah',
      }),
    );
    const now = settableClock(testNow);
    const sent: MessageToSend[] = [];
    const run = () =>
      tellOfGrowingUp({
        database: own,
        clock: now,
        authorities: [council],
        originOf: () => 'https://testshire.example.org',
        queueMessage: async (_transaction, _authority, message) => void sent.push(message),
      });
    // On 24 November 2026 Leah is 15: of the plan alone nobody was told yet.
    assert.equal(await run(), 1);
    assert.equal(await run(), 0);
    assert.deepEqual(
      sent.map(({ to }) => to),
      ['dana@example.org'],
    );
    now.moveTo(Temporal.Instant.from('2026-11-30T06:00:00Z'));
    assert.equal(await run(), 0);
    now.moveTo(Temporal.Instant.from('2026-12-01T06:00:00Z'));
    assert.equal(await run(), 1);
    assert.match(sent[1]?.text ?? '', /At 16 your child can speak for themselves/);
    assert.equal(await run(), 0);
    // Half a year before 18, of the end as well as, on its day, of the assessment: both on 1 June 2028.
    now.moveTo(Temporal.Instant.from('2028-06-01T06:00:00Z'));
    assert.equal(await run(), 2);
    now.moveTo(Temporal.Instant.from('2028-12-01T06:00:00Z'));
    assert.equal(await run(), 0);
  } finally {
    await own.close();
  }
});
