// Money that was promised after a complaint waits for whoever pays, who learns no more than that.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { settableClock } from '#kernel/clock.ts';
import type { Database } from '#platform/database/index.ts';
import type { Person } from '#platform/web/visit.ts';
import { testDatabase } from '../../../test/database.ts';
import { testNow, testPerson, testVisit } from '../../../test/visit.ts';
import { at, council } from '../appeals/test/front.ts';
import { constraints } from './constraints.ts';
import { toDosOfPractitioner } from './desk.ts';
import { routes } from './routes.ts';

let database: Database;
let sian: Person;
let daniel: Person;
before(async () => {
  database = await testDatabase();
  sian = await testPerson({ database, name: 'Sian Powell', roles: ['complaints-officer'] });
  daniel = await testPerson({ database, name: 'Daniel Osei', roles: ['finance-officer'] });
});
after(() => database.close());

const front = () => ({ database, routes, constraints, clock: settableClock(testNow) });

function toDosOf(person: Person) {
  return testVisit({ database, authority: council, person, readOnly: true }, toDosOfPractitioner);
}

async function complained() {
  const family = await testPerson({ database, name: 'Amira Khan' });
  const made = await at(front(), family).posts('/account/complaints/new', {
    standing: 'parent-carer',
    words: 'Nobody came on Saturday. She told them about my sister.',
  });
  const id = /complaints\/([0-9a-f-]{36})/.exec(made.to)?.[1] ?? '';
  return { family, own: `/account/complaints/${id}`, desk: `/practitioners/complaints/${id}` };
}

test('money that was promised is a to-do for finance, who marks it as paid and sees nothing else', async () => {
  const { family, own, desk } = await complained();
  assert.notEqual((await at(front(), daniel).opens(`${desk}/payment`)).denied, '', 'nothing is promised yet');
  const promised = await at(front(), sian).posts(`${desk}/remedy`, {
    remedy: 'money',
    pounds: '120.50',
    words: 'The taxi home',
    'by-day': '4',
    'by-month': '12',
    'by-year': '2026',
  });
  assert.deepEqual(promised.refusals, []);
  const [toDo, ...more] = await toDosOf(daniel);
  assert.deepEqual([toDo?.href, toDo?.by?.toString(), more.length], [`${desk}/payment`, '2026-12-04', 0]);
  const page = await at(front(), daniel).opens(`${desk}/payment`);
  assert.match(page.text, /£120\.50/);
  assert.match(page.text, /The taxi home/);
  assert.doesNotMatch(page.text, /my sister/, 'what was complained about is not theirs to read');
  assert.notEqual((await at(front(), daniel).opens(desk)).denied, '');
  const number = /name="of" value="(\d+)"/.exec(page.html)?.[1] ?? '';
  const paid = await at(front(), daniel).posts(`${desk}/payment`, { of: number });
  assert.equal(paid.to, `${desk}/payment?done=paid`);
  const twice = await at(front(), daniel).posts(`${desk}/payment`, { of: number });
  assert.deepEqual(
    twice.refusals.map(({ code }) => code),
    ['done-already'],
  );
  assert.deepEqual(await toDosOf(daniel), []);
  assert.match((await at(front(), family).opens(own)).text, /The taxi home/);
});

test('an apology is not for finance', async () => {
  const { desk } = await complained();
  await at(front(), sian).posts(`${desk}/remedy`, { remedy: 'apology', words: 'We say sorry' });
  assert.deepEqual(await toDosOf(daniel), []);
  assert.notEqual((await at(front(), daniel).opens(`${desk}/payment`)).denied, '');
});
