import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Clock, settableClock } from '#kernel/clock.ts';
import type { Database } from '#platform/database/index.ts';
import type { MessageToSend, Person } from '#platform/web/visit.ts';
import { testDatabase } from '../../../test/database.ts';
import { testNow, testPerson, testVisit } from '../../../test/visit.ts';
import { dayOfEveryRegister, toDosOfFamily, toDosOfPractitioner } from './index.ts';
import { addEvidence } from './store/add-evidence.ts';
import { aFamily, boxes, council, front } from './test/front.ts';

let database: Database;
let officer: Person;
before(async () => {
  database = await testDatabase();
  officer = await testPerson({ database, roles: ['short-breaks-officer'], name: 'Priya Officer' });
});
after(() => database.close());

const account = (childId: string) => `/account/children/${childId}/register`;
const record = (childId: string) => `/practitioners/children/${childId}/register`;

async function day(clock: Clock) {
  const sent: MessageToSend[] = [];
  const done = await dayOfEveryRegister({
    database,
    clock,
    authorities: [council],
    queueMessage: async (_transaction, _authorityId, message) => void sent.push(message),
    originOf: () => 'https://example.org',
  });
  return { ...done, sent };
}

const at = (date: string) => settableClock(Temporal.Instant.from(`${date}T09:00:00Z`));

test('a family joins by itself, an officer confirms, the family has its number, and leaves on any day', async () => {
  const { person, childId } = await aFamily(database);
  const family = front(database, person);
  const work = front(database, officer);
  assert.deepEqual((await family.posts(account(childId), { what: 'join' })).wrong, [
    'Tick the box to join the register',
  ]);
  await family.posts(account(childId), { what: 'join', agreed: 'yes' });
  assert.ok(!(await family.opens(account(childId))).html.includes('Register number'));
  const waiting = await testVisit(
    { database, authority: council, person: officer, readOnly: true },
    toDosOfPractitioner,
  );
  assert.ok(waiting.some(({ href }) => href === record(childId)));
  const confirmed = await work.posts(record(childId), { what: 'settle', outcome: 'confirm' });
  assert.equal(confirmed.sent[0]?.to, person.email);
  assert.match((await family.opens(account(childId))).html, /DR-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  assert.match(
    (await work.posts(record(childId), { what: 'settle', outcome: 'confirm' })).wrong[0] ?? '',
    /meanwhile/,
  );
  await family.posts(account(childId), { what: 'leave' });
  assert.match(
    (await family.opens(account(childId))).html,
    /left the register on 24 November 2026: the family asked/,
  );
  await family.posts(account(childId), { what: 'join', agreed: 'yes' });
  assert.match((await family.opens(account(childId))).html, /You asked on/);
});

test('a "no" has its reason and a way onward, in words for the family', async () => {
  const { person, childId } = await aFamily(database);
  const family = front(database, person);
  await family.posts(account(childId), { what: 'join', agreed: 'yes' });
  const work = front(database, officer);
  const no = { what: 'settle', outcome: 'reject', reason: 'We have seen no letter.' };
  assert.match((await work.posts(record(childId), no)).wrong[0] ?? '', /never the end/);
  await work.posts(record(childId), { ...no, wayOnward: 'Send a letter from your doctor.' });
  const page = await family.opens(account(childId));
  assert.match(page.html, /We have seen no letter\./);
  assert.match(page.html, /Send a letter from your doctor\./);
  assert.match(page.html, /Ask again/);
});

test('nobody is on the register from the 25th birthday on, and each is told once', async () => {
  const { person, childId } = await aFamily(database, { bornOn: '2004-02-29' });
  await front(database, person).posts(account(childId), { what: 'join', agreed: 'yes' });
  assert.equal((await day(at('2029-02-28'))).left, 0);
  const first = await day(at('2029-03-01'));
  assert.equal(first.left, 1);
  assert.deepEqual(
    first.sent.filter(({ kind }) => kind === 'register-left-at-25').map(({ to }) => to),
    [person.email],
  );
  assert.equal((await day(at('2029-03-01'))).left, 0);
  const late = at('2029-03-05');
  assert.match(
    (await front(database, person, late).opens(account(childId))).html,
    /left the register on 1 March 2029: turned 25/,
  );
  assert.equal(
    (await front(database, person, late).posts(account(childId), { what: 'join', agreed: 'yes' })).wrong
      .length,
    1,
  );
});

test('a family is reminded six and two weeks before a letter ends, once each, and not after a newer one', async () => {
  const { person, childId, householdId } = await aFamily(database);
  const add = (until: string) =>
    database.transaction({ authorityId: council.id, standing: 'system' }, (transaction) =>
      addEvidence(transaction, {
        authorityId: council.id,
        householdId,
        childId,
        at: testNow,
        evidence: [
          {
            kind: 'pip-letter',
            dlaCare: null,
            dlaMobility: null,
            pipDaily: 'standard',
            pipMobility: 'none',
            datedOn: null,
            holdsFrom: null,
            holdsUntil: Temporal.PlainDate.from(until),
            fileId: null,
          },
        ],
      }),
    );
  await add('2027-06-30');
  const mine = async (date: string) =>
    (await day(at(date))).sent.filter(({ to }) => to === person.email).map(({ subject }) => subject);
  const subject = 'Your PIP letter ends on 30 June 2027';
  assert.deepEqual(await mine('2027-05-18'), []);
  assert.deepEqual(await mine('2027-05-19'), [subject]);
  assert.deepEqual(await mine('2027-05-19'), []);
  assert.deepEqual(await mine('2027-06-01'), []);
  const toDos = await testVisit(
    { database, authority: council, person, clock: at('2027-06-01'), readOnly: true },
    toDosOfFamily,
  );
  assert.deepEqual(
    toDos.map(({ title, by }) => [title, by?.toString()]),
    [['Send a new PIP letter', '2027-06-30']],
  );
  assert.deepEqual(await mine('2027-06-16'), [subject]);
  await add('2030-06-30');
  assert.deepEqual(await mine('2027-06-20'), []);
  const none = await testVisit(
    { database, authority: council, person, clock: at('2027-06-20'), readOnly: true },
    toDosOfFamily,
  );
  assert.deepEqual(none, []);
});

test('the list has its counts and its CSV; the numbers for commissioners hide what is small', async () => {
  const work = front(database, officer);
  for (const name of ['A', 'B', 'C', 'D', 'E', 'F']) {
    const { childId } = await aFamily(database, { childName: `Counted${name}` });
    await work.posts(record(childId), { what: 'put-on', agreedBy: 'Sana Khan' });
    const sex = name === 'A' ? '2' : '1';
    await work.posts(`/practitioners/children/${childId}/facts/numbers`, {
      sex,
      saidBy: 'x',
      ...boxes('saidOn', '2026-11-01'),
    });
  }
  const list = await work.opens('/practitioners/register?state=confirmed');
  assert.match(list.html, /CountedA Khan/);
  const csv = await work.opens('/practitioners/register/list.csv?state=confirmed');
  assert.equal(csv.body.split('\r\n').filter((line) => line.includes('Counted')).length, 6);
  const commissioner = await testPerson({ database, roles: ['commissioner'] });
  const counts = await front(database, commissioner).opens('/practitioners/register/equality');
  const sexes = /Sex<\/caption>([\s\S]*?)<\/table>/.exec(counts.html)?.[1] ?? '';
  assert.match(sexes, /Female<\/th><td[^>]*>hidden/);
  assert.match(sexes, /Male<\/th><td[^>]*>hidden/, 'or the one hidden number could be worked out');
  assert.ok(!counts.html.includes('Khan'));
  assert.equal((await front(database, commissioner).opens('/practitioners/register')).kind, 'refused');
});
