import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { type Clock, settableClock } from '#kernel/clock.ts';
import type { Database } from '#platform/database/index.ts';
import type { MessageToSend, Person, Visit } from '#platform/web/visit.ts';
import { testAuthority, testDatabase } from '../../../test/database.ts';
import { type TestVisitOptions, testPerson, testVisit } from '../../../test/visit.ts';
import { exampleAward, exampleHousehold } from '../awards/examples.ts';
import { holdReview } from './actions/hold-review.ts';
import { writeViews } from './actions/write-views.ts';
import { holdReviewPage } from './pages/hold-review-page.ts';
import { reviewListPage } from './pages/review-list-page.ts';
import { reviewPage } from './pages/review-page.ts';
import { remindFamilies } from './remind-families.ts';
import { reviewFile } from './review-file.ts';
import { reviewsCsv } from './reviews-csv.ts';
import { toDosOfFamily, toDosOfPractitioner } from './to-dos.ts';

const authority = {
  ...testAuthority,
  folder: path.join(import.meta.dirname, '..', '..', '..', 'authorities', 'medway'),
};
const authorityId = authority.id;
const instant = (day: string) => Temporal.Instant.from(`${day}T10:00:00Z`);
const clockAt = (day: string): Clock => settableClock(instant(day));
let database: Database;
let worker: Person;
let parent: Person;
let stranger: Person;
let awardId: string;
before(async () => {
  database = await testDatabase();
  worker = await testPerson({ database, name: 'Marcus Reid', roles: ['social-worker'] });
  parent = await testPerson({ database, name: 'Amira Khan', email: 'amira@example.org' });
  stranger = await testPerson({ database, name: 'Joe Carter' });
  awardId = await database.transaction({ authorityId, standing: 'system' }, async (transaction) => {
    const at = instant('2026-04-01');
    const home = await exampleHousehold(transaction, { authorityId, personId: parent.id, at });
    const award = await exampleAward(transaction, {
      ...home,
      authorityId,
      at,
      startsOn: '2026-04-01',
      endsOn: '2028-03-31',
    });
    return award.id;
  });
});
after(() => database.close());

function as<T>(
  who: Person,
  day: string,
  options: Partial<TestVisitOptions>,
  work: (visit: Visit) => Promise<T>,
) {
  return testVisit({ database, authority, person: who, clock: clockAt(day), ...options }, work);
}

async function remind(day: string): Promise<readonly MessageToSend[]> {
  const sent: MessageToSend[] = [];
  await database.transaction({ authorityId, standing: 'system' }, (transaction) =>
    remindFamilies({
      authority,
      transaction,
      today: Temporal.PlainDate.from(day),
      now: instant(day),
      origin: 'https://medway.example.org',
      send: async (message) => void sent.push(message),
    }),
  );
  return sent;
}

const held = {
  'heldOn-day': '28',
  'heldOn-month': '7',
  'heldOn-year': '2026',
  childFeels: 'good',
  carersViews: 'It helps all of us.',
  wentWell: 'Swimming.',
  delivered: 'All of it, the family says.',
  outcome: 'continue',
  because: 'It does what it is for.',
};
const record = (fields: Record<string, string>) =>
  as(worker, '2026-07-28', { params: { award: awardId }, form: { ...held, ...fields } }, (visit) =>
    holdReview(visit),
  );

test('a family is told once in the four weeks before a review, and asked what it thinks', async () => {
  assert.equal((await remind('2026-07-03')).length, 0);
  const sent = await remind('2026-07-04');
  assert.equal(sent.length, 1);
  assert.equal(sent[0]?.to, 'amira@example.org');
  assert.ok(sent[0]?.text.includes(`https://medway.example.org/account/reviews/${awardId}`));
  assert.equal((await remind('2026-07-05')).length, 0);
  assert.equal((await as(parent, '2026-07-05', { readOnly: true }, toDosOfFamily)).length, 1);
  assert.equal((await as(parent, '2026-06-05', { readOnly: true }, toDosOfFamily)).length, 0);
});

test('the child and the carer write their views; another family finds nothing there', async () => {
  const write = (who: Person, form: Record<string, string>) =>
    as(who, '2026-07-06', { params: { review: awardId }, form }, (visit) => writeViews(visit));
  assert.equal((await write(stranger, { whose: 'child', feels: 'bad' })).kind, 'not-found');
  const empty = await write(parent, { whose: 'carer' });
  assert.equal(empty.kind === 'wrong' && empty.refusals[0]?.code, 'nothing-said');
  assert.equal((await write(parent, { whose: 'child', feels: 'good', words: 'Splash!' })).kind, 'redirect');
  assert.equal((await write(parent, { whose: 'carer', toChange: 'More Saturdays' })).kind, 'redirect');
  assert.equal((await as(parent, '2026-07-07', { readOnly: true }, toDosOfFamily)).length, 0);
  const form = await as(worker, '2026-07-28', { readOnly: true, params: { award: awardId } }, (visit) =>
    holdReviewPage(visit),
  );
  assert.ok(
    form.kind === 'page' && form.main.text.includes('Splash!') && form.main.text.includes('More Saturdays'),
  );
});

test('a review is on the list of what is due, then of what is overdue, and in the spreadsheet', async () => {
  const listed = (day: string, show: string) =>
    as(
      worker,
      day,
      { readOnly: true, query: { show } },
      async (visit) => (await reviewListPage(visit)).main.text,
    );
  assert.match(await listed('2026-07-28', 'due'), /Zayn Khan/);
  assert.doesNotMatch(await listed('2026-07-28', 'overdue'), /Zayn Khan/);
  assert.match(await listed('2026-08-03', 'overdue'), /2 days late/);
  const csv = await as(worker, '2026-08-03', { readOnly: true, query: { show: 'overdue' } }, (visit) =>
    reviewsCsv(visit),
  );
  assert.match(
    String(csv.body),
    /Zayn Khan,2019-05-01,AW-[^,]+,Short breaks grant,"£1,000",,2026-08-01,2,0,no/,
  );
  const [toDo] = await as(worker, '2026-07-28', { readOnly: true }, toDosOfPractitioner);
  assert.equal(toDo?.href, `/practitioners/awards/${awardId}/review`);
});

test('a review is refused without the child’s views or a reason for their absence, in the future, and with a next one too late', async () => {
  const codes = async (fields: Record<string, string>) => {
    const answer = await record(fields);
    return answer.kind === 'wrong' ? answer.refusals.map(({ code }) => code) : answer.kind;
  };
  assert.deepEqual(await codes({ childFeels: '' }), ['child-not-heard']);
  assert.deepEqual(await codes({ 'heldOn-day': '29' }), ['not-held-yet']);
  assert.deepEqual(await codes({ because: '' }), ['not-valid']);
  const next = { 'nextOn-day': '2', 'nextOn-month': '2', 'nextOn-year': '2027' };
  assert.deepEqual(await codes(next), ['next-too-late']);
});

test('once it is held, the next follows from the clocks, and an outcome leads to where the award is changed', async () => {
  const answer = await record({ outcome: 'change' });
  assert.deepEqual(answer, { kind: 'redirect', to: `/practitioners/awards/${awardId}/change` });
  const file = await as(worker, '2026-07-29', { readOnly: true }, (visit) => reviewFile(visit, awardId));
  assert.equal(String(file?.next?.dueOn), '2027-02-01');
  assert.equal(file?.views.child, null);
  const page = await as(worker, '2026-07-29', { readOnly: true, params: { award: awardId } }, (visit) =>
    reviewPage(visit),
  );
  assert.ok(page.kind === 'page' && page.main.text.includes('It helps all of us.'));
  assert.equal((await remind('2027-01-10')).length, 1);
});
