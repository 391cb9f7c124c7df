import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import type { HeldSupport } from '#families/applications/index.ts';
import { loadSchemes, type Scheme, type SchemeVersion } from '#families/schemes/index.ts';
import { pence } from '#kernel/money.ts';
import { awardsCsv } from '#money/budgets/awards-csv.ts';
import { budgetPosition } from '#money/budgets/index.ts';
import { budgetPage } from '#money/budgets/pages/budget-page.ts';
import { committedInYear } from '#money/ledger/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Database, Transaction } from '#platform/database/index.ts';
import type { Answer, Person, Visit } from '#platform/web/visit.ts';
import { testAuthority, testDatabase } from '../../../test/database.ts';
import { type TestVisit, testNow, testPerson, testVisit } from '../../../test/visit.ts';
import { proposeDecision } from './actions/propose-decision.ts';
import { takeDecision } from './actions/take-decision.ts';
import { answersOf, type SentApplication, sentApplication } from './examples.ts';
import { checkPage } from './pages/check-page.ts';
import { decidePage } from './pages/decide-page.ts';
import { queuePage } from './pages/queue-page.ts';
import { readingOf } from './reading.ts';
import { replayUnder } from './replayed.ts';
import { decisionWith } from './store/decisions.ts';

const medway = path.join(import.meta.dirname, '..', '..', '..', 'authorities', 'medway');
const authorityId = testAuthority.id;
const dueOn = Temporal.PlainDate.from('2026-12-04');
const sentAt = Temporal.Instant.from('2026-11-20T12:00:00Z');

let database: Database;
let officer: Person;
/** May decide, and may award more than the year has left. */
let manager: Person;
let family: Person;
/** A council like Medway whose budget of this year is £2,000, so that it is soon used up. */
let poor: Authority;
let folder: string;

before(async () => {
  database = await testDatabase();
  officer = await testPerson({ database, name: 'Priya Shah', roles: ['short-breaks-officer'] });
  family = await testPerson({ database, name: 'Amira Khan' });
  folder = mkdtempSync(path.join(tmpdir(), 'daybreak-council-'));
  const council = path.join(folder, 'medway');
  cpSync(medway, council, { recursive: true });
  cpSync(path.join(medway, '..', 'england'), path.join(folder, 'england'), { recursive: true });
  const file = path.join(council, 'budget', 'short-breaks-grant.yaml');
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replaceAll('budget-pence: 49120200', 'budget-pence: 200000'),
  );
  poor = { ...testAuthority, folder: council };
  manager = await testPerson({
    database,
    name: 'Ngozi Adeyemi',
    roles: ['short-breaks-officer', 'team-manager'],
  });
});
after(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

function asSystem<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return database.transaction({ authorityId, standing: 'system' }, work);
}

function sent(): Promise<SentApplication> {
  return asSystem((transaction) =>
    sentApplication(transaction, { authorityId, personId: family.id, sentAt, dueOn }),
  );
}

function visit<T>(
  params: Record<string, string>,
  form: Record<string, string> | null,
  work: (visit: TestVisit) => Promise<T>,
  person = officer,
): Promise<T> {
  const asked = { database, authority: poor, person, params };
  return testVisit(form === null ? { ...asked, readOnly: true } : { ...asked, form }, work);
}

/** Decides, and gives the words of the page that asked to check, the audit notes and what was refused. */
async function decide(one: SentApplication, form: Record<string, string>, person = officer) {
  const params = { application: one.applicationId };
  const codes = (answer: Answer) =>
    answer.kind === 'wrong' ? answer.refusals.map((refused) => refused.code) : [];
  const proposed: Answer = await visit(params, form, proposeDecision, person);
  if (proposed.kind === 'wrong') return { words: '', events: [], refused: codes(proposed) };
  const shown: Answer = await visit(params, null, checkPage, person);
  const words = shown.kind === 'page' ? shown.main.text : '';
  const ground = /name="ground" value="([0-9a-f]+)"/.exec(words)?.[1] ?? '';
  return visit(
    params,
    { ground },
    async (opened) => {
      const answer = await takeDecision(opened);
      return { words, events: opened.notes.map((note) => note.event), refused: codes(answer) };
    },
    person,
  );
}

/** A form as officers send it, right and wrong ones. */
const forms = fc.record({
  kind: fc.constantFrom(
    'recommended',
    'band-level-1',
    'band-level-2',
    'band-level-9',
    'amount',
    'refuse',
    'wait',
    'refer-panel',
  ),
  amount: fc.constantFrom('', '0', '0.01', '349.99', '600', '1000', '1000.01'),
  because: fc.constantFrom('', 'A reason'),
  wordsForFamily: fc.constantFrom('', 'Some words'),
});

test('whatever officers decide, the ledger comes to the same as the awards, entry by entry', async () => {
  await fc.assert(
    fc.asyncProperty(forms, async (form) => {
      await decide(await sent(), form);
      await asSystem(async (transaction) => {
        const awards = await transaction.selectFrom('awards').select(['id', 'amount_pence']).execute();
        const entries = await transaction
          .selectFrom('ledger_entries')
          .select(['award_id as id', 'amount_pence'])
          .execute();
        const byId = (one: { id: string }, other: { id: string }) => one.id.localeCompare(other.id);
        assert.deepEqual(entries.sort(byId), awards.sort(byId));
        const total = awards.reduce((sum, award) => sum + (award.amount_pence ?? 0), 0);
        const wanted = { authorityId, fund: 'short-breaks-grant', year: '2026-27' };
        const inYear = await committedInYear(transaction, wanted);
        assert.deepEqual(inYear, { total, entries: awards.length });
        const decided = await transaction.selectFrom('decisions').select('award_pence').execute();
        const promised = decided.reduce((sum, one) => sum + (one.award_pence ?? 0), 0);
        assert.equal(promised, total);
      });
    }),
    { numRuns: 25 },
  );
});

const positionNow = () =>
  asSystem((transaction) =>
    budgetPosition(transaction, { authority: poor, fund: 'short-breaks-grant', year: '2026-27' }),
  );

test('no budget is passed by who may not: the award is stopped, and the application waits with the published words', async () => {
  // Fill the year up to its brim first, so that the next award is the one that goes over.
  while (((await positionNow()).left ?? 0) >= 75_000) await decide(await sent(), { kind: 'recommended' });
  assert.equal((await positionNow()).isOver, false);
  const one = await sent();
  assert.deepEqual((await decide(one, { kind: 'recommended' })).refused, ['fund-spent']);
  const form = await visit({ application: one.applicationId }, null, decidePage);
  assert.match(form.kind === 'page' ? form.main.text : '', /is left of .* so this cannot be awarded now/);
  // Waiting because there is no money needs no reason of the officer's.
  const waits = await decide(one, { kind: 'wait' });
  assert.deepEqual(waits.refused, []);
  const state = await asSystem((transaction) =>
    transaction
      .selectFrom('applications')
      .select('state')
      .where('id', '=', one.applicationId)
      .executeTakeFirstOrThrow(),
  );
  assert.equal(state.state, 'waiting');
  assert.equal((await positionNow()).isOver, false);
});

test('who has the power awards more than is left: warned of with figures, made all the same, and noted', async () => {
  while (((await positionNow()).left ?? 0) >= 75_000) await decide(await sent(), { kind: 'recommended' });
  const { words, events } = await decide(
    await sent(),
    { kind: 'band-level-3', because: 'It cannot wait' },
    manager,
  );
  assert.match(words, /over its budget: £[\d,.]+ promised of £2,000 in 2026-27/);
  assert.ok(events.includes('budget.exceeded'));
  const page = await visit({}, null, budgetPage);
  assert.match(page.kind === 'page' ? page.main.text : '', /over the budget/);
});

test('the list of awards comes to what the page says is promised, and names no child', async () => {
  await decide(await sent(), { kind: 'recommended' });
  const file = await visit({}, null, awardsCsv);
  assert.equal(file.kind, 'download');
  const text = file.kind === 'download' ? String(file.body) : '';
  const [heading, ...lines] = text.replace('\uFEFF', '').trim().split('\r\n');
  assert.equal(heading, 'Award,Entry,Amount in pounds,Dated,Starts,Ends,Scheme,Version');
  const listed = lines.reduce((sum, line) => {
    const [pounds = '0', rest = '0'] = (line.split(',')[2] ?? '').split('.');
    return sum + Number(pounds) * 100 + Number(rest);
  }, 0);
  const position = await asSystem((transaction) =>
    budgetPosition(transaction, { authority: poor, fund: 'short-breaks-grant', year: '2026-27' }),
  );
  assert.equal(listed, position.committed);
  assert.equal(lines.length, position.entries);
  assert.doesNotMatch(text, /Zayn|Khan/);
});

test('every decision that was stored reads the same again, and a changed version is told', async () => {
  const schemes = await loadSchemes(medway);
  assert.ok(schemes.ok);
  const ids = await asSystem((transaction) => transaction.selectFrom('decisions').select('id').execute());
  assert.ok(ids.length > 5);
  for (const { id } of ids) {
    const decision = await asSystem((transaction) =>
      decisionWith(transaction, { authorityId, decisionId: id }),
    );
    assert.ok(decision !== null);
    const scheme: Scheme | undefined = schemes.value.find((one) => one.id === decision.schemeId);
    const version: SchemeVersion | undefined = scheme?.versions.find((one) => one.id === decision.versionId);
    assert.ok(version !== undefined);
    const same = { isSameFile: true, isSameReading: true, differences: [] };
    assert.deepEqual(replayUnder(version, decision), same);
    const edited = replayUnder({ ...version, hash: 'edited' }, decision);
    assert.deepEqual([edited.isSameFile, edited.isSameReading], [false, true]);
    const withoutRules = { ...decision, facts: { 'decision.date': '2026-11-20' } };
    assert.equal(replayUnder(version, withoutRules).isSameReading, false);
  }
});

const answers = fc.record({
  hasDiagnosis: fc.boolean(),
  care: fc.constantFrom('none', 'lowest', 'middle', 'highest'),
  level: fc.constantFrom(1, 2, 3),
  held: fc.constantFrom([], ['pa-direct-payment']),
  born: fc.constantFrom('2005-01-01', '2008-11-20', '2008-11-21', '2019-05-01'),
});

test('whatever a family says, what the scheme says of it reads the same again once it has been stored', async () => {
  await fc.assert(
    fc.asyncProperty(answers, async (said) => {
      const example = { authorityId, personId: family.id, sentAt, dueOn, bornOn: said.born };
      const given = answersOf({
        ...example,
        answers: {
          disability: { hasDiagnosis: said.hasDiagnosis, diagnosis: '' },
          benefit: {
            which: 'dla',
            dlaCare: said.care as 'none',
            dlaMobility: 'none',
            dated: null,
            from: null,
            until: null,
          },
          impact: { level: said.level as 1, why: '' },
          support: { held: said.held as readonly HeldSupport[] },
        },
      });
      const application = { schemeId: 'medway-2025', answers: given, sentAt, createdAt: sentAt };
      const reading = await readingOf(poor, { application, hasDiagnosisLetter: false });
      assert.ok(reading.ok);
      const { says, version } = reading.value;
      const stored = JSON.parse(JSON.stringify({ facts: says.facts, reading: says }));
      const replay = replayUnder(version, { ...record, ...stored, versionHash: says.versionHash });
      assert.deepEqual(replay, { isSameFile: true, isSameReading: true, differences: [] });
    }),
  );
});

const record = {
  id: '',
  applicationId: '',
  number: 1,
  outcome: 'refused' as const,
  amount: pence(0),
  minutes: null,
  nights: null,
  per: 'period' as const,
  referredTo: null,
  recommendedMinutes: null,
  recommendedNights: null,
  runId: null,
  recommendedOutcome: '',
  recommendedAmount: null,
  changedBecause: '',
  wordsForFamily: '',
  schemeId: 'medway-2025',
  versionId: '2024-10',
  decidedBy: '',
  decidedByName: '',
  decidedAt: testNow,
};

test('the queue asks the database as often for many rows as for few', async () => {
  const queriesFor = async () => {
    let queries = 0;
    const page = await visit({}, null, (opened) => {
      const counted: Visit = {
        ...opened,
        transaction: opened.transaction.withPlugin({
          transformQuery({ node }) {
            queries += 1;
            return node;
          },
          transformResult: async ({ result }) => result,
        }),
      };
      return queuePage(counted);
    });
    return { queries, rows: (page.main.text.match(/<tr role="row">/g) ?? []).length - 1 };
  };
  await sent();
  const few = await queriesFor();
  for (let more = 0; more < 30; more++) await sent();
  const many = await queriesFor();
  assert.ok(few.rows < 25 && many.rows === 25, `${few.rows} and ${many.rows} rows`);
  assert.equal(many.queries, few.queries);
  assert.ok(many.queries <= 7, `${many.queries} queries`);
});
