import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { settableClock } from '#kernel/clock.ts';
import { pence } from '#kernel/money.ts';
import { promisedOfAward } from '#money/ledger/index.ts';
import type { Database } from '#platform/database/index.ts';
import { emptyForm } from '#platform/web/form.ts';
import type { Person, Visit } from '#platform/web/visit.ts';
import { testAuthority, testDatabase } from '../../../test/database.ts';
import { type TestVisitOptions, testNow, testPerson, testVisit } from '../../../test/visit.ts';
import { answerRaise } from './actions/answer-raise.ts';
import { changeAward, takeBackChange } from './actions/change-award.ts';
import { awardNow } from './award-now.ts';
import type { Award } from './domain/award.ts';
import { promisedFor } from './domain/promised.ts';
import { exampleAward, exampleHousehold } from './examples.ts';
import { awardPage } from './pages/award-page.ts';
import { checkChangePage } from './pages/check-change-page.ts';
import { changesOf } from './store/changes.ts';
import { raisesOf } from './store/raises.ts';
import { toDosOfFamily, toDosOfPractitioner } from './to-dos.ts';

let database: Database;
let officer: Person;
let lead: Person;
let otherLead: Person;
let parent: Person;
const authorityId = testAuthority.id;
before(async () => {
  database = await testDatabase();
  officer = await testPerson({ database, name: 'Priya Shah', roles: ['short-breaks-officer'] });
  lead = await testPerson({ database, name: 'Ngozi Adeyemi', roles: ['team-manager'] });
  otherLead = await testPerson({ database, name: 'Olu Bright', roles: ['team-manager'] });
  parent = await testPerson({ database, name: 'Amira Khan', email: 'amira@example.org' });
});
after(() => database.close());

/** An award of £730 from 1 April 2026 to 31 March 2027: £2 a day, promised from a fund. */
function anAward(more: Partial<Parameters<typeof exampleAward>[1]> = {}): Promise<Award> {
  return database.transaction({ authorityId, standing: 'system' }, async (transaction) => {
    const home = await exampleHousehold(transaction, { authorityId, personId: parent.id, at: testNow });
    return exampleAward(transaction, {
      ...home,
      authorityId,
      at: testNow,
      startsOn: '2026-04-01',
      endsOn: '2027-03-31',
      granted: { amount: pence(73_000) },
      fund: 'grants',
      ...more,
    });
  });
}

const dayFields = (day: string) => {
  const { day: date, month, year } = Temporal.PlainDate.from(day);
  return { 'from-day': String(date), 'from-month': String(month), 'from-year': String(year) };
};

function as<T>(person: Person, options: Partial<TestVisitOptions>, work: (visit: Visit) => Promise<T>) {
  return testVisit({ database, person, ...options }, work);
}

function act(award: Award, what: string, day: string, fields: Record<string, string> = {}, who = officer) {
  return testVisit(
    {
      database,
      person: who,
      params: { award: award.id, act: what },
      form: { ...dayFields(day), reason: 'Because of the holidays.', ...fields },
    },
    async (visit) => ({ answer: await changeAward(visit), sent: visit.sent, notes: visit.notes }),
  );
}

const promised = (award: Award) =>
  as(officer, {}, async ({ transaction }) =>
    (await promisedOfAward(transaction, { authorityId, awardId: award.id })).reduce(
      (sum, { amount }) => sum + amount,
      0,
    ),
  );

test('an award that ends early gives what is not needed back to its fund, day by day, and the family is told why', async () => {
  const award = await anAward();
  const done = await act(award, 'end', '2027-01-01');
  assert.deepEqual(done.answer, { kind: 'redirect', to: `/practitioners/awards/${award.id}?told=ended` });
  // January to March 2027 are 90 days of £2.
  assert.equal(await promised(award), 73_000 - 18_000);
  assert.equal(done.sent.length, 1);
  assert.equal(done.sent[0]?.to, 'amira@example.org');
  assert.match(done.sent[0]?.text ?? '', /The last day is 31 December 2026[\s\S]*Because of the holidays\./);
  assert.deepEqual(
    done.notes.map(({ event }) => event),
    ['award.ended'],
  );
});

test('a suspended award keeps its money until it goes on, and then gives back the days between', async () => {
  const award = await anAward();
  await act(award, 'suspend', '2026-12-01');
  assert.equal(await promised(award), 73_000);
  await act(award, 'resume', '2026-12-11');
  assert.equal(await promised(award), 73_000 - 2_000);
  const shown = await as(parent, { readOnly: true }, (visit) => awardNow(visit, award.id));
  assert.match(shown?.text ?? '', /It stops for now, from 1 December 2026/);
});

test('a change is refused without a reason, on a day outside of the award, and when it changes nothing', async () => {
  const award = await anAward();
  const codes = async (what: string, day: string, fields: Record<string, string> = {}) => {
    const { answer } = await act(award, what, day, fields);
    return answer.kind === 'wrong'
      ? answer.refusals.map(({ field, code }) => `${field}: ${code}`)
      : answer.kind;
  };
  assert.deepEqual(await codes('end', '2027-01-01', { reason: '  ' }), ['reason: not-valid']);
  assert.deepEqual(await codes('suspend', '2026-03-31'), ['from: before-start']);
  assert.deepEqual(await codes('suspend', '2027-04-01'), ['from: after-end']);
  assert.deepEqual(await codes('resume', '2026-12-01'), ['from: is-running']);
  assert.deepEqual(await codes('change', '2026-12-01', { amount: '730' }), ['amount: unchanged']);
  assert.deepEqual(await codes('change', '2026-12-01', { amount: '' }), ['amount: of-nothing']);
  assert.deepEqual(await codes('change', '2026-12-01', { amount: 'a lot' }), ['amount: not-valid']);
  assert.equal(await promised(award), 73_000);
});

test('less is changed at once; more is only asked for, and answered by a team manager who did not ask', async () => {
  const award = await anAward();
  const less = await act(award, 'change', '2026-12-01', { amount: '365' });
  assert.equal(less.answer.kind, 'redirect');
  // 121 days from December to March at £1 in place of £2.
  assert.equal(await promised(award), 73_000 - 12_100);

  const more = await act(award, 'change', '2027-01-01', { amount: '730' }, lead);
  assert.deepEqual(more.answer, { kind: 'redirect', to: `/practitioners/awards/${award.id}?told=asked` });
  assert.equal(more.sent.length, 0);
  const [raise] = await as(lead, {}, ({ transaction }) =>
    raisesOf(transaction, { authorityId, awardId: award.id }),
  );
  assert.ok(raise);
  const again = await act(award, 'change', '2027-01-01', { amount: '800' });
  assert.equal(again.answer.kind === 'wrong' && again.answer.refusals[0]?.code, 'raise-waits');

  const answerAs = (who: Person) =>
    testVisit(
      {
        database,
        person: who,
        params: { award: award.id, raise: raise.id },
        form: { answer: 'agreed', because: 'The need is clear.' },
      },
      async (visit) => ({ answer: await answerRaise(visit), sent: visit.sent }),
    );
  const own = await answerAs(lead);
  assert.equal(own.answer.kind === 'wrong' && own.answer.refusals[0]?.code, 'own-raise');
  const listed = await as(otherLead, {}, toDosOfPractitioner);
  assert.ok(listed.some(({ href }) => href.endsWith(raise.id)));
  const other = await answerAs(otherLead);
  assert.equal(other.answer.kind, 'redirect');
  assert.equal(other.sent.length, 1);
  // 31 days of December at £1; the rest as it was.
  assert.equal(await promised(award), 73_000 - 3_100);
  const twice = await answerAs(otherLead);
  assert.equal(twice.answer.kind === 'wrong' && twice.answer.refusals[0]?.code, 'answered');
});

test('a change whose day has not come can be taken back, once; one that holds cannot', async () => {
  const award = await anAward();
  await act(award, 'end', '2027-01-01');
  await act(award, 'suspend', '2026-11-24');
  const changes = await as(officer, {}, ({ transaction }) =>
    changesOf(transaction, { authorityId, awardId: award.id }),
  );
  const takeBack = (kind: string) =>
    testVisit(
      {
        database,
        person: officer,
        params: { award: award.id, change: changes.find((one) => one.kind === kind)?.id ?? '' },
        form: { reason: 'It was the wrong award.' },
      },
      takeBackChange,
    );
  assert.equal((await takeBack('ended')).kind, 'redirect');
  const again = await takeBack('ended');
  assert.equal(again.kind === 'wrong' && again.refusals[0]?.code, 'taken-back');
  const holds = await takeBack('suspended');
  assert.equal(holds.kind === 'wrong' && holds.refusals[0]?.code, 'holds-already');
  assert.equal(await promised(award), 73_000);
});

test('the check page says what the change does to the award and to the budget before it is made', async () => {
  const award = await anAward();
  const query = dayFields('2027-01-01');
  const shown = await as(
    officer,
    { readOnly: true, params: { award: award.id, act: 'end' }, query, formState: emptyForm },
    async (visit) => checkChangePage(visit),
  );
  assert.equal(shown.kind, 'page');
  if (shown.kind !== 'page') return;
  assert.match(shown.main.text, /Its last day is 31 December 2026/);
  assert.match(shown.main.text, /£180 of it is not needed any more and goes back to the budget/);
  const page = await as(officer, { readOnly: true, params: { award: award.id } }, async (visit) =>
    awardPage(visit),
  );
  assert.ok(page.kind === 'page' && page.main.text.includes('End early'));
});

test('whatever is done to an award in whatever order, the ledger holds what the award comes to', async () => {
  const step = fc.record({
    what: fc.constantFrom('change', 'suspend', 'resume', 'end'),
    day: fc.integer({ min: 0, max: 364 }),
    amount: fc.integer({ min: 1, max: 730 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
      const award = await anAward();
      for (const { what, day, amount } of steps)
        await act(award, what, award.startsOn.add({ days: day }).toString(), { amount: String(amount) });
      const changes = await as(officer, {}, ({ transaction }) =>
        changesOf(transaction, { authorityId, awardId: award.id }),
      );
      assert.equal(await promised(award), promisedFor(award, changes));
    }),
    { numRuns: 25 },
  );
});

test('a family is told to ask again in the eight weeks before an award ends', async () => {
  const award = await anAward();
  const at = (day: string) => settableClock(Temporal.Instant.from(`${day}T10:00:00Z`));
  const toDos = async (day: string) =>
    (await as(parent, { clock: at(day), readOnly: true }, toDosOfFamily)).filter(({ about }) =>
      about.includes(award.reference),
    );
  assert.equal((await toDos('2027-02-02')).length, 0);
  assert.equal((await toDos('2027-02-03')).length, 1);
  assert.equal((await toDos('2027-03-31')).length, 1);
  assert.equal((await toDos('2027-04-01')).length, 0);
});
