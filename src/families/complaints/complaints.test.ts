import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { settableClock } from '#kernel/clock.ts';
import type { Database } from '#platform/database/index.ts';
import { aPdf } from '#platform/files/examples.ts';
import type { Person } from '#platform/web/visit.ts';
import { testDatabase } from '../../../test/database.ts';
import { testNow, testPerson, testVisit } from '../../../test/visit.ts';
import { routes as appealRoutes } from '../appeals/routes.ts';
import { decidedApplication } from '../appeals/test/decided.ts';
import { at, council } from '../appeals/test/front.ts';
import { constraints } from './constraints.ts';
import { toDosOfFamily, toDosOfPractitioner } from './desk.ts';
import { routes } from './routes.ts';

let database: Database;
let family: Person;
let stranger: Person;
let sian: Person;
let ngozi: Person;
let priya: Person;
before(async () => {
  database = await testDatabase();
  family = await testPerson({ database, name: 'Amira Khan', email: 'amira@example.org' });
  stranger = await testPerson({ database, name: 'Joe Carter' });
  sian = await testPerson({ database, name: 'Sian Powell', roles: ['complaints-officer'] });
  ngozi = await testPerson({ database, name: 'Ngozi Adeyemi', roles: ['team-manager'] });
  priya = await testPerson({ database, name: 'Priya Shah', roles: ['short-breaks-officer'] });
});
after(() => database.close());

const clock = () => settableClock(testNow);
const front = (now = clock()) => ({
  database,
  routes: [...appealRoutes, ...routes],
  constraints,
  clock: now,
});
const said = { standing: 'parent-carer', words: 'Nobody came on Saturday, and nobody called.' };

async function complained(form: Readonly<Record<string, string>> = said, now = clock()) {
  const made = await at(front(now), family).posts('/account/complaints/new', form);
  assert.equal(made.refusals.map(({ message }) => message).join(' '), '');
  const id = /complaints\/([0-9a-f-]{36})/.exec(made.to)?.[1] ?? '';
  return { id, made, own: `/account/complaints/${id}`, desk: `/practitioners/complaints/${id}` };
}

function move(now: ReturnType<typeof clock>, day: string) {
  now.moveTo(Temporal.Instant.from(`${day}T10:00:00Z`));
}

test('a complaint goes through the three stages on its clocks, and ends with the way to the Ombudsman', async () => {
  const now = clock();
  const one = await complained(said, now);
  const sends = async (name: string, form: Readonly<Record<string, string>>) => {
    const sent = await at(front(now), sian).posts(`${one.desk}/${name}`, form);
    assert.deepEqual(sent.refusals, [], name);
    return sent.sent[0]?.text ?? '';
  };
  // 24 November 2026 is a Tuesday: ten working days later is Tuesday 8 December.
  assert.match(one.made.sent[0]?.text ?? '', /by 8 December 2026/);
  assert.match((await at(front(now), family).opens(one.own)).text, /answer by 8 December 2026/);
  assert.match(
    (await at(front(now), sian).opens(one.desk)).text,
    /In time Stage 1: to answer , by 8 December 2026/,
  );
  await sends('give', { person: ngozi.id });
  await sends('extend', { words: 'The club has not told us yet.' });
  assert.match((await at(front(now), family).opens(one.own)).text, /answer by 22 December 2026/);
  move(now, '2026-12-22');
  const answer = await at(front(now), ngozi).posts(`${one.desk}/answer`, {
    outcome: 'partly',
    words: 'We should have called.',
  });
  // Christmas lies between: 25 and 28 December and 1 January do not count.
  assert.match(answer.sent[0]?.text ?? '', /ask for the next stage until 22 January 2027/);
  move(now, '2027-01-22');
  await at(front(now), family).posts(`${one.own}/next-stage`, { words: 'Nobody said sorry.' });
  await sends('investigators', { investigator: 'Ira Voss', independent: 'Moira Bell' });
  // 25 working days after Friday 22 January 2027.
  assert.match((await at(front(now), sian).opens(one.desk)).text, /by 26 February 2027/);
  move(now, '2027-02-26');
  const second = await sends('answer', { outcome: 'not-upheld', words: 'It was dealt with.' });
  // 20 working days after Friday 26 February, with Good Friday on 26 March and Easter Monday on the 29th.
  assert.match(second, /review panel until 30 March 2027/);
  move(now, '2027-03-01');
  await at(front(now), family).posts(`${one.own}/next-stage`, { words: 'It was not.' });
  move(now, '2027-04-01');
  await sends('panel', {
    'day-day': '31',
    'day-month': '3',
    'day-year': '2027',
    words: 'Three independent people.',
  });
  assert.match((await at(front(now), sian).opens(one.desk)).text, /by 7 April 2027/);
  await sends('findings', { outcome: 'upheld', words: 'The council should say sorry.' });
  const last = await sends('answer', { outcome: 'upheld', words: 'We are sorry.' });
  assert.match(last, /Ombudsman/);
  const page = await at(front(now), family).opens(one.own);
  assert.match(page.text, /We answered for the last time/);
  assert.match(page.text, /Moira Bell/);
  const desk = await at(front(now), sian).opens(one.desk);
  assert.match(desk.text, /Answer at stage 1: by 22 December 2026, was 22 December 2026 In time/);
  const more = await at(front(now), sian).posts(`${one.desk}/answer`, { outcome: 'upheld', words: 'Again.' });
  assert.deepEqual(
    more.refusals.map(({ code }) => code),
    ['changed-meanwhile'],
  );
});

test('an answer that is late shows as overdue, and the family need not wait for it', async () => {
  const now = clock();
  const one = await complained(said, now);
  const early = await at(front(now), family).posts(`${one.own}/next-stage`, { words: 'Now.' });
  assert.deepEqual(
    early.refusals.map(({ code }) => code),
    ['not-now'],
  );
  move(now, '2026-12-09');
  assert.match(
    (await at(front(now), sian).opens('/practitioners/complaints?show=overdue')).html,
    new RegExp(one.id),
  );
  assert.match(
    (await at(front(now), family).opens(one.own)).text,
    /We should have answered by 8 December 2026/,
  );
  const asked = await at(front(now), family).posts(`${one.own}/next-stage`, { words: 'Nobody answered.' });
  assert.equal(asked.to, `${one.own}?asked=yes`);
  assert.match((await at(front(now), sian).opens(one.desk)).text, /Stage 2: being investigated/);
});

test('who is complained about neither handles it nor sees it, until they are asked for their account', async () => {
  const one = await complained();
  const helper = await testPerson({ database, name: 'Sam Odd', roles: ['complaints-officer'] });
  assert.equal((await at(front(), helper).opens(one.desk)).denied, '');
  await at(front(), sian).posts(`${one.desk}/about`, { person: helper.id });
  for (const address of [one.desk, `${one.desk}/answer`, `${one.desk}/give`])
    assert.match((await at(front(), helper).opens(address)).denied, /about you/);
  assert.match(
    (await at(front(), helper).posts(`${one.desk}/answer`, { outcome: 'not-upheld', words: 'x' })).denied,
    /about you/,
  );
  assert.doesNotMatch(
    (await at(front(), helper).opens('/practitioners/complaints')).html,
    new RegExp(one.id),
  );
  const given = await at(front(), sian).posts(`${one.desk}/give`, { person: helper.id });
  assert.deepEqual(
    given.refusals.map(({ code }) => code),
    ['is-about'],
  );
  assert.match((await at(front(), helper).opens(`${one.desk}/account`)).denied, /Nobody has asked you/);
  await at(front(), sian).posts(`${one.desk}/note`, { words: 'The mother sounded tired.' });
  await at(front(), sian).posts(`${one.desk}/ask-account`, { person: helper.id });
  const account = await at(front(), helper).opens(`${one.desk}/account`);
  assert.match(account.text, /Nobody came on Saturday/);
  assert.doesNotMatch(account.text, /sounded tired/);
  const toDos = () =>
    testVisit({ database, authority: council, person: helper, readOnly: true }, toDosOfPractitioner);
  assert.equal((await toDos()).filter(({ href }) => href === `${one.desk}/account`).length, 1);
  await at(front(), helper).posts(`${one.desk}/account`, { words: 'The bus had broken down.' });
  assert.equal((await toDos()).filter(({ href }) => href === `${one.desk}/account`).length, 0);
  assert.match((await at(front(), sian).opens(one.desk)).text, /The bus had broken down/);
  assert.doesNotMatch((await at(front(), family).opens(one.own)).text, /bus|tired|Sam Odd/);
});

test('a complaint belongs to who made it: the other parent, a stranger and other practitioners do not see it', async () => {
  const one = await decidedApplication(database, {
    family,
    officer: priya,
    decidedAt: '2026-11-02T10:00:00Z',
  });
  const daughter = await testPerson({ database, name: 'Leah Khan' });
  await database.transaction({ authorityId: council.id, standing: 'system' }, (transaction) =>
    transaction
      .insertInto('household_accounts')
      .values({
        authority_id: council.id,
        household_id: one.householdId,
        person_id: daughter.id,
        since: testNow,
      })
      .execute(),
  );
  const made = await at(front(), daughter).posts('/account/complaints/new', {
    standing: 'young-person',
    words: 'Nobody asks me.',
    advocate: 'yes',
    child: one.childId,
  });
  const own = made.to.replace('?sent=yes', '');
  assert.match(made.sent[0]?.text ?? '', /You asked for an advocate/);
  assert.equal((await at(front(), daughter).opens(own)).answer?.kind, 'page');
  for (const person of [family, stranger])
    assert.equal((await at(front(), person).opens(own)).answer?.kind, 'not-found');
  const desk = own.replace('/account/', '/practitioners/');
  for (const person of [ngozi, priya])
    assert.match((await at(front(), person).opens(desk)).denied, /not given to you/);
  assert.match((await at(front(), sian).opens(desk)).text, /An advocate was asked for/);
  assert.equal((await at(front(), null).opens(desk)).denied, 'sign-in-as-practitioner');
});

test('somebody without an account complains, and one is written down from the telephone and found in the account it belongs to', async () => {
  const open = await at(front(), null).posts('/complain', {
    ...said,
    standing: 'somebody-else',
    name: 'Nan Green',
    email: '',
    phone: '01632 960123',
    advocate: 'yes',
  });
  assert.match(open.to, /^\/complain\?sent=CP-/);
  const reference = open.to.split('=')[1] ?? '';
  assert.match((await at(front(), sian).opens('/practitioners/complaints')).html, new RegExp(reference));
  const nobody = await at(front(), null).posts('/complain', {
    ...said,
    name: 'Nan Green',
    email: '',
    phone: '',
  });
  assert.deepEqual(
    nobody.refusals.map(({ field }) => field),
    ['email'],
  );
  const heard = await at(front(), priya).posts('/practitioners/complaints/new', {
    ...said,
    way: 'phone',
    name: 'Amira Khan',
    email: 'Amira@example.org',
    phone: '',
  });
  const recorded = /recorded=(CP-[^&]+)/.exec(heard.to)?.[1] ?? '';
  assert.match((await at(front(), family).opens('/account/complaints')).text, new RegExp(recorded));
  assert.doesNotMatch((await at(front(), stranger).opens('/account/complaints')).text, new RegExp(recorded));
});

test('what happened more than a year ago is taken with a reason, and may be refused with reasons and the Ombudsman', async () => {
  const old = { ...said, 'happenedOn-day': '23', 'happenedOn-month': '11', 'happenedOn-year': '2025' };
  const late = await at(front(), family).posts('/account/complaints/new', old);
  assert.deepEqual(
    late.refusals.map(({ field }) => field),
    ['lateBecause'],
  );
  const future = await at(front(), family).posts('/account/complaints/new', {
    ...old,
    'happenedOn-year': '2026',
    'happenedOn-day': '25',
  });
  assert.deepEqual(
    future.refusals.map(({ code }) => code),
    ['in-the-future'],
  );
  // A year to the day is in time.
  await complained({ ...old, 'happenedOn-day': '24' });
  const one = await complained({ ...old, lateBecause: 'I was ill.' });
  const refused = await at(front(), sian).posts(`${one.desk}/refuse-late`, {
    words: 'The people have left.',
  });
  assert.match(refused.sent[0]?.text ?? '', /The people have left[\s\S]*Ombudsman/);
  const inTime = await complained();
  const not = await at(front(), sian).posts(`${inTime.desk}/refuse-late`, { words: 'x' });
  assert.deepEqual(
    not.refusals.map(({ code }) => code),
    ['not-late'],
  );
});

test('what puts it right becomes a to-do with its day, until it is done; learning stands in the year’s figures', async () => {
  const one = await complained();
  const bare = await at(front(), sian).posts(`${one.desk}/remedy`, {
    remedy: 'money',
    words: 'The hours that were lost.',
  });
  assert.deepEqual(
    bare.refusals.map(({ field }) => field),
    ['pounds'],
  );
  const promised = await at(front(), sian).posts(`${one.desk}/remedy`, {
    remedy: 'money',
    words: 'The hours that were lost.',
    pounds: '120.50',
    'by-day': '10',
    'by-month': '12',
    'by-year': '2026',
  });
  assert.match(promised.sent[0]?.text ?? '', /The hours that were lost\. \(£120\.50\)/);
  const owed = async () =>
    (
      await testVisit({ database, authority: council, person: sian, readOnly: true }, toDosOfPractitioner)
    ).filter(({ title, href }) => href === one.desk && title.includes('money'));
  assert.equal((await owed())[0]?.by?.toString(), '2026-12-10');
  const page = await at(front(), sian).opens(`${one.desk}/remedy-done`);
  const number = /name="of" type="radio" value="(\d+)"/.exec(page.html)?.[1] ?? '';
  await at(front(), sian).posts(`${one.desk}/remedy-done`, { of: number });
  assert.deepEqual(await owed(), []);
  await at(front(), sian).posts(`${one.desk}/learning`, { words: 'Call when a session falls out.' });
  const figures = await at(front(), sian).opens('/practitioners/complaints/figures?year=2026-27');
  assert.match(figures.text, /Call when a session falls out/);
  assert.match(
    (await at(front(), ngozi).opens('/practitioners/complaints/figures')).denied,
    /complaints officer/,
  );
  assert.equal(
    (await at(front(), sian).opens('/practitioners/complaints/figures?year=x')).answer?.kind,
    'not-found',
  );
});

test('the wrong door loses nothing: an appeal goes on as a complaint with its file and day, a complaint as an appeal', async () => {
  const owner = await testPerson({ database, name: 'Grace Mensah' });
  const one = await decidedApplication(database, {
    family: owner,
    officer: priya,
    decidedAt: '2026-11-02T10:00:00Z',
  });
  const now = clock();
  const file = { field: 'files', name: 'notes.pdf', bytes: aPdf(), tooBig: false };
  const made = await at(front(now), owner).posts(
    `/account/decisions/${one.decisionId}/appeal`,
    { words: 'The officer was rude.' },
    [file],
  );
  const appeal = /appeals\/([0-9a-f-]{36})/.exec(made.to)?.[1] ?? '';
  move(now, '2026-12-01');
  await at(front(now), ngozi).posts(`/practitioners/appeals/${appeal}/move`);
  const list = await at(front(now), owner).opens('/account/complaints');
  const hrefs = [...list.html.matchAll(/href="(\/account\/complaints\/[0-9a-f-]{36})"/g)].map(
    ([, href = '']) => href,
  );
  const pages = await Promise.all(hrefs.map((href) => at(front(now), owner).opens(href)));
  const moved = pages.find(({ text }) => text.includes('The officer was rude.'));
  assert.match(moved?.text ?? '', /notes\.pdf/);
  // The clock counts from the day of the appeal, 24 November.
  assert.match(moved?.text ?? '', /answer by 8 December 2026/);
  assert.match(
    (await at(front(now), owner).opens(`/account/appeals/${appeal}`)).text,
    /Goes on as a complaint/,
  );

  const heard = await at(front(), priya).posts('/practitioners/complaints/new', {
    ...{ ...said, way: 'phone', name: 'Nan Green', email: '', phone: '01632 960 001', child: one.childId },
  });
  assert.match(
    heard.to,
    /^\/practitioners\/complaints\/new\?recorded=CP-[0-9A-Z-]+$/,
    'no name in the address',
  );
  const second = { ...said, words: 'You did not count the letter.', child: one.childId };
  const sent = await at(front(), owner).posts('/account/complaints/new', second);
  const own = sent.to.replace('?sent=yes', '');
  const complaint = { own, desk: own.replace('/account/', '/practitioners/') };
  const wrong = await at(front(), sian).posts(`${complaint.desk}/move`, { decision: '' });
  assert.deepEqual(
    wrong.refusals.map(({ code }) => code),
    ['decision-missing'],
  );
  await at(front(), sian).posts(`${complaint.desk}/move`, { decision: one.decisionId });
  assert.match((await at(front(), owner).opens(complaint.own)).text, /It goes on as an appeal/);
  const again = await at(front(), owner).opens('/account/complaints');
  const appeals = [...again.html.matchAll(/href="(\/account\/appeals\/[0-9a-f-]{36})"/g)].map(
    ([, href = '']) => href,
  );
  const texts = await Promise.all(appeals.map(async (href) => (await at(front(), owner).opens(href)).text));
  assert.ok(texts.some((text) => text.includes('You did not count the letter.')));
});

test('a family is told what it can do while there is time, and a complaint taken back can be taken back once', async () => {
  const now = clock();
  const one = await complained(said, now);
  const toDos = () =>
    testVisit({ database, authority: council, person: family, clock: now, readOnly: true }, toDosOfFamily);
  assert.ok(!(await toDos()).some(({ href }) => href === one.own));
  await at(front(now), sian).posts(`${one.desk}/answer`, { outcome: 'not-upheld', words: 'No.' });
  assert.equal((await toDos()).find(({ href }) => href === one.own)?.by?.toString(), '2026-12-22');
  await at(front(now), family).posts(`${one.own}/withdraw`);
  await at(front(now), family).posts(`${one.own}/withdraw`);
  const page = await at(front(now), family).opens(one.own);
  assert.equal(page.text.split('You took it back').length - 1, 2);
});
