import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { settableClock } from '#kernel/clock.ts';
import type { Database } from '#platform/database/index.ts';
import { aPdf } from '#platform/files/examples.ts';
import type { Person } from '#platform/web/visit.ts';
import { testDatabase } from '../../../test/database.ts';
import { testPerson, testVisit } from '../../../test/visit.ts';
import { aFamily, boxes, council, front } from './test/front.ts';
import { toDosOfPractitioner } from './to-dos.ts';

let database: Database;
let officer: Person;
before(async () => {
  database = await testDatabase();
  officer = await testPerson({ database, roles: ['short-breaks-officer'], name: 'Priya Officer' });
});
after(() => database.close());

const account = (childId: string) => `/account/children/${childId}`;
const record = (childId: string) => `/practitioners/children/${childId}`;

test('a family tells once, and a practitioner reads at once who the child is and who said so', async () => {
  const { person, childId } = await aFamily(database);
  const family = front(database, person);
  const told = await family.posts(`${account(childId)}/about/matters`, {
    likes: ['swimming', 'music'],
    dislikes: ['noise'],
    'own-words': 'I jump when I am happy',
  });
  assert.equal(told.to, `${account(childId)}/about?saved=matters`);
  await family.posts(`${account(childId)}/about/health`, { medication: ['rescue'], epilepsy: 'active' });
  const about = await family.opens(`${account(childId)}/about`);
  assert.match(about.html, /I jump when I am happy/);
  const seen = await front(database, officer).opens(record(childId));
  for (const words of [
    'Rescue medicine',
    'Epilepsy',
    'Swimming',
    'I jump when I am happy',
    'Sana Khan, 24 November 2026',
  ])
    assert.ok(seen.html.includes(words), words);
});

test('a practitioner says who told it and when; the history keeps what was said before', async () => {
  const { childId } = await aFamily(database);
  const work = front(database, officer);
  const address = `${record(childId)}/facts/codes`;
  const none = await work.posts(address, { saidBy: 'Dr Patel' });
  assert.deepEqual(none.wrong, ['Choose every disability that applies, or “No disability”']);
  const both = await work.posts(address, { saidBy: 'Dr Patel', disability: ['NONE', 'MOB'] });
  assert.equal(both.wrong.length, 1);
  const made = await work.posts(address, { saidBy: 'Dr Patel', disability: ['XYZ'] });
  assert.equal(made.wrong.length, 1, 'a code that does not exist is no answer');
  const twice = await work.posts(address, {
    saidBy: 'Dr Patel',
    disability: ['MOB'],
    'sen-first': 'SLD',
    'sen-second': 'SLD',
  });
  assert.deepEqual(twice.wrong, ['Choose another need, or none']);
  const nobody = await work.posts(address, { disability: ['MOB'] });
  assert.deepEqual(nobody.wrong, ['Say who told you this']);
  const first = await work.posts(address, {
    saidBy: 'Dr Patel',
    disability: ['MOB'],
    ...boxes('reviewOn', '2027-05-01'),
  });
  assert.equal(first.kind, 'redirect');
  await work.posts(address, { saidBy: 'Dr Lee', disability: ['MOB', 'AUT'] });
  const seen = await work.opens(record(childId));
  assert.match(seen.html, /Mobility \(MOB\), Diagnosed with autism/);
  const history = await work.opens(`${record(childId)}/history`);
  assert.ok(history.html.indexOf('Dr Lee') < history.html.indexOf('Dr Patel'));
});

test('a family neither sees another’s child nor records what is for practitioners', async () => {
  const { childId } = await aFamily(database);
  const { person, childId: ownChild } = await aFamily(database, { name: 'Other Parent' });
  const other = front(database, person);
  for (const page of ['about', 'evidence', 'register', 'about/health'])
    assert.equal((await other.opens(`${account(childId)}/${page}`)).kind, 'not-found', page);
  assert.equal((await other.posts(`${account(childId)}/about/health`, { epilepsy: 'no' })).kind, 'not-found');
  assert.equal(
    (await other.posts(`${account(ownChild)}/about/codes`, { disability: 'MOB' })).kind,
    'not-found',
  );
  await other.posts(`${account(ownChild)}/about/school`, { school: 'A School', 'ehc-h1': 'Ten hours' });
  const seen = await front(database, officer).opens(record(ownChild));
  assert.match(seen.html, /A School/);
  assert.ok(!seen.html.includes('Ten hours'));
  assert.notEqual((await other.opens(record(ownChild))).ruling, 'allowed');
});

test('nobody works with the record of their own household, and lists leave it out', async () => {
  const { childId } = await aFamily(database, { name: 'Tom Ellis', childName: 'Unmistakable' });
  const tom = await testPerson({ database, roles: ['short-breaks-officer'], name: 'Tom  ELLIS' });
  const own = front(database, tom);
  assert.equal((await own.opens(record(childId))).kind, 'refused');
  assert.ok(!(await own.opens('/practitioners/children?search=Unmistakable')).html.includes(childId));
  assert.ok(
    (await front(database, officer).opens('/practitioners/children?search=unmist')).html.includes(childId),
  );
});

test('a move keeps the old address up to the new one’s first day', async () => {
  const { childId, person } = await aFamily(database);
  const work = front(database, officer);
  const move = { line1: '9 New Road', line2: '', town: 'Rochester', postcode: 'me1 1aa' };
  const late = await work.posts(`${record(childId)}/address`, { ...move, ...boxes('fromOn', '2026-12-24') });
  assert.deepEqual(late.wrong, ['First day there must be today or in the past']);
  const early = await work.posts(`${record(childId)}/address`, { ...move, ...boxes('fromOn', '2020-01-01') });
  assert.equal(early.wrong.length, 1);
  await work.posts(`${record(childId)}/address`, { ...move, ...boxes('fromOn', '2026-11-24') });
  const seen = await work.opens(`${record(childId)}/address`);
  assert.match(seen.html, /9 New Road, Rochester, ME1 1AA/);
  assert.match((await work.opens(record(childId))).html, /District: Medway/);
  assert.equal((await front(database, person).opens(`${account(childId)}/about`)).kind, 'page');
});

test('evidence is added with what it says; a benefit letter without its rates is not taken', async () => {
  const { person, childId } = await aFamily(database);
  const family = front(database, person);
  const address = `${account(childId)}/evidence`;
  const letter = {
    kind: 'dla-letter',
    ...boxes('datedOn', '2026-01-05'),
    ...boxes('holdsUntil', '2026-12-20'),
  };
  const file = { field: 'file', name: 'letter.pdf', bytes: aPdf(), tooBig: false };
  assert.deepEqual((await family.posts(address, letter, [file])).wrong, ['Choose the care rate, or “None”']);
  const rates = { dlaCare: 'highest', dlaMobility: 'none' };
  assert.deepEqual((await family.posts(address, { ...letter, ...rates })).wrong, [
    'Choose a photo or a file of the letter',
  ]);
  assert.equal((await family.posts(address, { ...letter, ...rates }, [file])).to, `${address}?added=yes`);
  const held = await family.opens(address);
  assert.match(held.html, /care: highest rate/);
  assert.match(held.html, /Ends soon/);
  const opened = /href="([^"]*evidence\/[^"]+)"/.exec(held.html)?.[1] ?? '';
  assert.equal((await family.opens(opened)).kind, 'download');
  const { person: stranger } = await aFamily(database);
  assert.equal((await front(database, stranger).opens(opened)).kind, 'not-found');
});

test('children who must be kept apart warn practitioners of both, and families of neither', async () => {
  const one = await aFamily(database, { childName: 'Leo', bornOn: '2016-02-03', name: 'Nora Kept' });
  const other = await aFamily(database, { childName: 'Ruby', bornOn: '2017-08-09' });
  const work = front(database, officer);
  const form = {
    what: 'add-apart',
    otherName: 'ruby khan',
    ...boxes('otherBorn', '2017-08-09'),
    reason: 'He bites her',
    saidBy: 'Club leader',
    ...boxes('reviewOn', '2026-12-01'),
  };
  assert.equal(
    (await work.posts(`${record(one.childId)}/limits`, { ...form, otherName: 'No Body' })).wrong.length,
    1,
  );
  assert.equal((await work.posts(`${record(one.childId)}/limits`, form)).kind, 'redirect');
  assert.equal(
    (await work.posts(`${record(one.childId)}/limits`, form)).wrong[0],
    'These two are kept apart already',
  );
  assert.match((await work.opens(record(other.childId))).html, /Not together with Leo Khan/);
  const relative = await testPerson({ database, roles: ['social-worker'], name: one.person.name });
  assert.equal((await front(database, relative).opens(record(one.childId))).kind, 'refused');
  const told = await front(database, relative).opens(record(other.childId));
  assert.match(told.html, /Not together with another child/);
  assert.ok(!told.html.includes('Leo') && !told.html.includes('bites'));
  const family = await front(database, other.person).opens(`${account(other.childId)}/about`);
  assert.ok(!family.html.includes('Leo'));
  const held = await database.transaction(
    { authorityId: council.id, personId: other.person.id, standing: 'family' },
    (transaction) => transaction.selectFrom('children_apart').selectAll().execute(),
  );
  assert.deepEqual(held, []);
});

test('what was recorded until a day is asked again from that day on, until something new is said', async () => {
  const { childId } = await aFamily(database, { childName: 'Review' });
  const work = front(database, officer);
  const address = `${record(childId)}/facts/codes`;
  const said = { saidBy: 'Dr Patel', disability: ['MOB'] };
  await work.posts(address, { ...said, ...boxes('reviewOn', '2027-05-01') });
  const on = async (day: string) =>
    (
      await testVisit(
        {
          database,
          authority: council,
          person: officer,
          clock: settableClock(Temporal.Instant.from(`${day}T10:00:00Z`)),
          readOnly: true,
        },
        toDosOfPractitioner,
      )
    ).filter(({ href }) => href === record(childId));
  assert.deepEqual(await on('2027-04-30'), []);
  const [due, ...more] = await on('2027-05-01');
  assert.deepEqual([due?.by?.toString(), due?.about, more], ['2027-05-01', 'Review Khan: 1 thing', []]);
  await work.posts(address, { ...said, disability: ['MOB', 'AUT'] });
  assert.deepEqual(await on('2027-05-01'), [], 'it was said anew, without a day');
});

test('the record leads to applying and awards, and to complaints and the whole case those whose work they are', async () => {
  const { childId } = await aFamily(database);
  const seen = (await front(database, officer).opens(record(childId))).html;
  for (const path of ['apply', 'package'])
    assert.ok(seen.includes(`href="${record(childId)}/${path}"`), path);
  assert.ok(!seen.includes('ombudsman-pack') && !seen.includes('/practitioners/complaints'));
  const sian = await testPerson({
    database,
    roles: ['team-manager', 'complaints-officer'],
    name: 'Sian Both',
  });
  const both = (await front(database, sian).opens(record(childId))).html;
  assert.ok(both.includes(`href="/practitioners/complaints?child=${childId}"`));
  assert.ok(both.includes(`href="${record(childId)}/ombudsman-pack.zip"`));
});
