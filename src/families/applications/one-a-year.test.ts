// One application a child a year: a second one is answered with the first.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { settableClock } from '#kernel/clock.ts';
import { type Database, refusalFromDatabase } from '#platform/database/index.ts';
import { testDatabase } from '../../../test/database.ts';
import { testPerson } from '../../../test/visit.ts';
import { constraints } from './constraints.ts';
import { aLetter, dateBoxes, filledSteps } from './examples.ts';
import { markSent } from './store/applications.ts';
import { Applicant, council, heldOf } from './test/applying.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

function sentOf(address: string): string {
  return `${address.replace('/apply', '/account/applications')}?already=yes`;
}

async function familyThatApplied() {
  const clock = settableClock(Temporal.Instant.from('2026-11-24T10:00:00Z'));
  const person = await testPerson({ database });
  const family = new Applicant({ database, person, clock });
  const first = await family.applies();
  const [child] = (await heldOf(database, person)).children;
  if (child === undefined) throw new Error('the register has no child');
  return { family, person, first, child, clock };
}

test('the child that is chosen from the list has one already', async () => {
  const { family, person, first, child } = await familyThatApplied();
  const address = await family.starts();
  assert.match((await family.opens(`${address}/child`)).html, new RegExp(`value="${child.id}"`));
  const { to } = await family.posts(`${address}/child`, { which: child.id });
  assert.equal(to, sentOf(first));
  assert.match((await family.opens(to)).html, /already applied for Amira Khan this year/);
  const { applications } = await heldOf(database, person);
  assert.deepEqual(
    applications.map(({ state }) => state),
    ['sent', 'withdrawn'],
    'the empty second draft does not stay behind',
  );
});

test('the child that is typed in again, a little otherwise, is the same child', async () => {
  const { family, person, first } = await familyThatApplied();
  const address = await family.starts();
  const { to } = await family.posts(`${address}/child`, {
    which: 'new',
    ...filledSteps().child,
    givenName: ' amíra ',
    familyName: 'KHAN',
  });
  assert.equal(to, sentOf(first));
  assert.equal((await heldOf(database, person)).children.length, 1);
});

test('of two drafts for a new child, the second is answered with the first when it is sent', async () => {
  const person = await testPerson({ database });
  const family = new Applicant({ database, person });
  const [one, other] = [await family.starts(), await family.starts()];
  await family.fills(one);
  await family.fills(other);
  assert.equal((await family.sends(one)).to, `${one}/sent`);
  const second = await family.sends(other);
  assert.equal(second.to, sentOf(one));
  assert.deepEqual(second.sent, []);
  const { households, children, applications } = await heldOf(database, person);
  assert.deepEqual([households.length, children.length], [1, 1]);
  assert.deepEqual(
    applications.map(({ state }) => state),
    ['sent', 'draft'],
    'what was typed into the second is kept until the family throws it away',
  );
});

test('starting for a child leads to its draft, or to what was sent for it', async () => {
  const { family, person, first, child, clock } = await familyThatApplied();
  assert.equal((await family.posts('/apply/start', { child: child.id })).to, sentOf(first));
  clock.moveTo(Temporal.Instant.from('2027-05-04T10:00:00Z'));
  const renewal = await family.starts({ child: child.id });
  assert.equal(await family.starts({ child: child.id }), renewal, 'no second draft is begun');
  assert.equal((await heldOf(database, person)).applications.length, 2);
});

test('twins are two children: the same birthday, another first name', async () => {
  const { family, person } = await familyThatApplied();
  const address = await family.starts();
  await family.fills(address, { child: { which: 'new', ...filledSteps().child, givenName: 'Aisha' } });
  assert.equal((await family.sends(address)).to, `${address}/sent`);
  const { children, households } = await heldOf(database, person);
  assert.deepEqual(children.map((child) => child.given_name).sort(), ['Aisha', 'Amira']);
  assert.equal(households.length, 1, 'they live together');
});

test('another child of the same name, born on another day, is another child', async () => {
  const { family, person } = await familyThatApplied();
  const address = await family.starts();
  await family.fills(address, {
    child: { which: 'new', ...filledSteps().child, ...dateBoxes('bornOn', '2020-05-01') },
  });
  await family.sends(address);
  assert.equal((await heldOf(database, person)).children.length, 2);
});

test('once it is taken back, the child may be applied for again', async () => {
  const { family, first, child } = await familyThatApplied();
  await family.posts(`${first}/withdraw`);
  const address = await family.starts({ child: child.id });
  assert.match(address, /^\/apply\//);
  assert.equal(
    (await family.opens(`${address}/check`)).to,
    `${address}/letters`,
    'all but the promised letter',
  );
  await family.posts(`${address}/letters`, {}, [aLetter('benefit')]);
  assert.equal((await family.sends(address)).to, `${address}/sent`);
});

test('a child of another family cannot be started for, nor chosen', async () => {
  const { child } = await familyThatApplied();
  const person = await testPerson({ database });
  const stranger = new Applicant({ database, person });
  const address = await stranger.starts({ child: child.id });
  assert.deepEqual((await heldOf(database, person)).applications[0]?.answers, {});
  const { refusals } = await stranger.posts(`${address}/child`, { which: child.id });
  assert.notEqual(refusals.length, 0);
  assert.ok(!(await stranger.opens(`${address}/child`)).html.includes('Amira'));
});

test('two parents with an account each have one application between them, and either may take it back', async () => {
  const { family, person, first } = await familyThatApplied();
  const other = await testPerson({ database });
  const [household] = (await heldOf(database, person)).households;
  await database.transaction({ authorityId: council.id, standing: 'system' }, (transaction) =>
    transaction
      .insertInto('household_accounts')
      .values({
        authority_id: council.id,
        household_id: household?.id ?? '',
        person_id: other.id,
        since: Temporal.Instant.from('2026-11-24T10:00:00Z'),
      })
      .execute(),
  );
  const parent = new Applicant({ database, person: other });
  assert.match((await parent.opens('/account')).html, /Amira Khan/, 'each sees what the other sent');
  const address = await parent.starts();
  await parent.fills(address, { child: { which: 'new', ...filledSteps().child, givenName: 'Amir' } });
  const { to } = await parent.posts(`${address}/child`, { which: 'new', ...filledSteps().child });
  assert.equal(to, sentOf(first));
  assert.ok(!(await family.opens('/account')).html.includes('Amir Khan'), 'a draft is its writer’s own');
  const answered = await parent.posts(`${first.replace('/apply', '/account/applications')}/answer`, {}, [
    aLetter('benefit', 'from the other parent.pdf'),
  ]);
  assert.deepEqual(answered.refusals, []);
  assert.equal((await parent.posts(`${first}/withdraw`)).to, '/account?withdrawn=yes');
  assert.equal((await heldOf(database, person)).applications[0]?.state, 'withdrawn');
});

test('whatever a program forgets to ask, the database refuses a second one, in words for the family', async () => {
  const { family, person, child } = await familyThatApplied();
  const second = (await family.starts()).split('/')[2] ?? '';
  const { households } = await heldOf(database, person);
  const scope = { authorityId: council.id, personId: person.id, standing: 'family' } as const;
  const sending = database.transaction(scope, (transaction) =>
    markSent(transaction, {
      authorityId: council.id,
      applicationId: second,
      householdId: households[0]?.id ?? '',
      childId: child.id,
      personId: person.id,
      answers: {},
      isUnchanged: false,
      isForRule: false,
      grantYear: '2026-27',
      at: Temporal.Instant.from('2026-11-24T10:00:00Z'),
      dueOn: Temporal.PlainDate.from('2026-12-08'),
    }),
  );
  const refused = await sending.then(
    () => null,
    (error: unknown) => refusalFromDatabase(error, constraints),
  );
  assert.equal(refused?.code, 'already-applied');
  assert.match(refused?.message ?? '', /already applied for this child this year/);
});
