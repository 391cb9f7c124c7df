// Many applications at once, the waiting list, and the published rule by itself: through the front.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { settableClock } from '#kernel/clock.ts';
import type { Database, Transaction } from '#platform/database/index.ts';
import type { Answer, MessageToSend, Person } from '#platform/web/visit.ts';
import { testAuthority, testDatabase } from '../../../test/database.ts';
import { type TestVisit, testNow, testPerson, testVisit } from '../../../test/visit.ts';
import { decideQueueByRule, releaseWaitingList } from './actions/decide-all.ts';
import { type ApplicationExample, type SentApplication, sentApplication } from './examples.ts';
import { decideAllPage, releasePage } from './pages/decide-all-page.ts';
import { runPage } from './pages/run-page.ts';
import { waitingListPage } from './pages/waiting-list-page.ts';
import { decideByRule } from './rule-job.ts';

const authority = {
  ...testAuthority,
  folder: path.join(import.meta.dirname, '..', '..', '..', 'authorities', 'medway'),
};
const authorityId = authority.id;

let database: Database;
let priya: Person;
let family: Person;

before(async () => {
  database = await testDatabase();
  priya = await testPerson({ database, name: 'Priya Shah', roles: ['short-breaks-officer'] });
  family = await testPerson({ database, name: 'Amira Khan', email: 'amira@example.org' });
});
after(() => database.close());

function asSystem<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return database.transaction({ authorityId, standing: 'system' }, work);
}

let born = 0;
/** Each child is born on a day of its own, so that none is taken for another's double. */
function sent(example: Partial<ApplicationExample> = {}): Promise<SentApplication> {
  born++;
  const bornOn = Temporal.PlainDate.from('2014-01-01').add({ days: born }).toString();
  return asSystem((transaction) =>
    sentApplication(transaction, {
      authorityId,
      personId: family.id,
      sentAt: Temporal.Instant.from('2026-11-20T12:00:00Z').add({ seconds: born }),
      dueOn: Temporal.PlainDate.from('2026-12-04'),
      bornOn,
      letterUntil: null,
      ...example,
    }),
  );
}

function visit<T>(
  asked: {
    readonly params?: Record<string, string>;
    readonly query?: Record<string, string>;
    readonly form?: Record<string, string | readonly string[]>;
    readonly person?: Person;
  },
  work: (visit: TestVisit) => Promise<T> | T,
): Promise<T> {
  return testVisit(
    {
      database,
      authority,
      person: asked.person ?? priya,
      params: asked.params ?? {},
      query: asked.query ?? {},
      ...(asked.form === undefined ? {} : { form: asked.form }),
      readOnly: asked.form === undefined,
    },
    work,
  );
}

function text(answer: Answer): string {
  if (answer.kind !== 'page') throw new Error(`a ${answer.kind} came instead of a page`);
  return answer.main.text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

function stateOf(one: SentApplication): Promise<string> {
  return asSystem(async (transaction) => {
    const row = await transaction
      .selectFrom('applications')
      .select('state')
      .where('id', '=', one.applicationId)
      .executeTakeFirstOrThrow();
    return row.state;
  });
}

function toState(one: SentApplication, state: string): Promise<unknown> {
  return asSystem((transaction) =>
    transaction.updateTable('applications').set({ state }).where('id', '=', one.applicationId).execute(),
  );
}

test('the list parts what the rule decides from what an officer looks at, each with its reason', async () => {
  const plain = await sent({ givenName: 'Plain' });
  const noLetter = await asSystem((transaction) =>
    sentApplication(transaction, {
      authorityId,
      personId: family.id,
      sentAt: Temporal.Instant.from('2026-11-20T12:00:00Z'),
      dueOn: Temporal.PlainDate.from('2026-12-04'),
      givenName: 'Letterless',
      bornOn: '2015-05-05',
    }),
  );
  await sent({ givenName: 'Old', letterUntil: Temporal.PlainDate.from('2026-11-01') });
  await sent({ givenName: 'Held', answers: { support: { held: ['pa-direct-payment'] } } });
  await sent({ givenName: 'Unknown', answers: { benefit: { which: 'none' } } });
  await sent({ givenName: 'Twin', familyName: 'Same', bornOn: '2016-06-06' });
  await sent({ givenName: 'Twin', familyName: 'Other', bornOn: '2016-06-06' });
  const page = await visit({}, decideAllPage);
  const words = text(page);
  assert.match(words, /1 application to award/);
  assert.match(words, /Plain Khan: £750/);
  assert.match(words, /Letterless Khan SB-\S+ No letter has been handed in\./);
  assert.match(words, /Old Khan SB-\S+ The letter is out of date\./);
  assert.match(words, /Held Khan SB-\S+ The scheme says no: a person decides that\./);
  assert.match(words, /Unknown Khan SB-\S+ The scheme recommends no award by itself\./);
  assert.equal(words.match(/There may be two records of this child\./g)?.length, 2);
  assert.match(words, /Left of .* £491,202 now, £490,452 afterwards/);

  // What is not in the list cannot be slipped into the form: it is told, and stays as it is.
  const form = { applications: [plain.applicationId, noLetter.applicationId] };
  let letters = 0;
  const answer = await visit({ form }, async (opened) => {
    const done = await decideQueueByRule(opened);
    letters = opened.sent.length;
    return done;
  });
  assert.equal(answer.kind, 'redirect');
  assert.deepEqual([await stateOf(plain), await stateOf(noLetter), letters], ['decided', 'sent', 1]);
  const run = answer.kind === 'redirect' ? (answer.to.split('/').at(-1) ?? '') : '';
  const report = text(await visit({ params: { run } }, runPage));
  assert.match(report, /1 application is decided/);
  assert.match(report, /Plain Khan SB-\S+ £750/);
  assert.match(report, /Letterless Khan SB-\S+ It has changed since you opened the list/);
});

test('one that somebody decides between the list and the confirmation is told, and the others are decided', async () => {
  const [first, second] = [await sent({ givenName: 'First' }), await sent({ givenName: 'Second' })];
  await visit({ form: { applications: [first.applicationId] } }, decideQueueByRule);
  const form = { applications: [first.applicationId, second.applicationId] };
  const answer = await visit({ form }, decideQueueByRule);
  const run = answer.kind === 'redirect' ? (answer.to.split('/').at(-1) ?? '') : '';
  const report = text(await visit({ params: { run } }, runPage));
  assert.match(report, /1 could not be decided/);
  assert.match(report, /First Khan SB-\S+ It has changed since you opened the list/);
  assert.equal(await stateOf(second), 'decided');
  const decisions = await asSystem((transaction) =>
    transaction
      .selectFrom('decisions')
      .select('id')
      .where('application_id', '=', first.applicationId)
      .execute(),
  );
  assert.equal(decisions.length, 1);
  const nothing = await visit({ form: {} }, decideQueueByRule);
  assert.equal(nothing.kind, 'wrong');
});

test('200 are decided in one go, well within the patience of a request', async () => {
  const ids: string[] = [];
  for (let number = 0; number < 200; number++) {
    const one = await sent({ givenName: `N${number}`, dueOn: Temporal.PlainDate.from('2026-11-25') });
    ids.push(one.applicationId);
  }
  const before = process.cpuUsage();
  const answer = await visit({ form: { applications: ids } }, decideQueueByRule);
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1_000_000;
  assert.equal(answer.kind, 'redirect');
  const run = answer.kind === 'redirect' ? (answer.to.split('/').at(-1) ?? '') : '';
  const decided = await asSystem((transaction) =>
    transaction.selectFrom('decisions').select('award_pence').where('run_id', '=', run).execute(),
  );
  assert.equal(decided.length, 200);
  // In processor time, with the database in the process: a busy machine does not blur it.
  assert.ok(seconds < 30, `${seconds} seconds of processor time`);
});

test('the waiting list stands in the order of sending, and what is released goes to its first', async () => {
  const late = await sent({ givenName: 'Late', sentAt: Temporal.Instant.from('2026-11-19T12:00:00Z') });
  const early = await sent({ givenName: 'Early', sentAt: Temporal.Instant.from('2026-11-02T12:00:00Z') });
  for (const one of [late, early]) await toState(one, 'waiting');
  const list = text(await visit({}, waitingListPage));
  assert.match(
    list,
    /Early Khan , \d+ SB-\S+ 1st 2 November 2026 .*Late Khan , \d+ SB-\S+ 2nd 19 November 2026/,
  );
  const release = text(await visit({ query: { first: '1' } }, releasePage));
  assert.match(release, /Early Khan: £750/);
  assert.doesNotMatch(release, /Late Khan/);
  let told = '';
  await visit({ form: { applications: [early.applicationId] } }, async (opened) => {
    const answer = await releaseWaitingList(opened);
    told = opened.sent[0]?.text ?? '';
    return answer;
  });
  assert.match(told, /Early Khan has £750 for short breaks/);
  assert.deepEqual([await stateOf(early), await stateOf(late)], ['decided', 'waiting']);
});

test('what is released can be narrowed to one scheme, or to all that one fund pays', async () => {
  const old = await sent({
    givenName: 'Elder',
    schemeId: 'medway-2016',
    sentAt: Temporal.Instant.from('2026-11-01T12:00:00Z'),
  });
  const young = await sent({ givenName: 'Younger', sentAt: Temporal.Instant.from('2026-11-20T12:00:00Z') });
  for (const one of [old, young]) await toState(one, 'waiting');
  const shown = async (part: string) => text(await visit({ query: { first: '50', part } }, releasePage));
  assert.match(await shown(''), /Elder Khan/);
  const ofOne = await shown('medway-2025');
  assert.match(ofOne, /Younger Khan/);
  assert.doesNotMatch(ofOne, /Elder Khan/);
  assert.doesNotMatch(await shown('medway-2016'), /Younger Khan/);
  const ofFund = await shown('fund-short-breaks-grant');
  assert.match(ofFund, /Elder Khan/);
  assert.match(ofFund, /Younger Khan/);
  assert.doesNotMatch(await shown('fund-support-plans'), /Khan/);
  const list = text(await visit({}, waitingListPage));
  assert.match(list, /What is it for\?.*Everything on the list.*All of Short breaks grant/);
  const form = { applications: [young.applicationId], part: 'medway-2016' };
  await visit({ form }, releaseWaitingList);
  assert.equal(await stateOf(young), 'waiting', 'it is not among what was looked at');
  await visit({ form: { ...form, part: 'medway-2025' } }, releaseWaitingList);
  assert.equal(await stateOf(young), 'decided');
});

/** What the applications capability keeps of a renewal in which nothing changed, sent by a family. */
async function unchangedRenewal(example: Partial<ApplicationExample> = {}): Promise<SentApplication> {
  const before = await sent({
    sentAt: Temporal.Instant.from('2025-11-20T12:00:00Z'),
    ...example,
    givenName: `${example.givenName} before`,
  });
  await toState(before, 'decided');
  const renewal = await sent({ ...example });
  await asSystem((transaction) =>
    transaction
      .updateTable('applications')
      .set({ renewal_of: before.applicationId, is_unchanged: true, is_for_rule: true })
      .where('id', '=', renewal.applicationId)
      .execute(),
  );
  return renewal;
}

test('a renewal in which nothing changed is decided by the rule with the same record and letter; a doubtful one is not', async () => {
  const plain = await unchangedRenewal({ givenName: 'Steady' });
  const old = await unchangedRenewal({
    givenName: 'Stale',
    letterUntil: Temporal.PlainDate.from('2026-11-01'),
  });
  const letters: string[] = [];
  const parts = {
    database,
    authorities: [authority],
    clock: settableClock(testNow),
    originOf: () => 'https://testshire.example.org',
    queueMessage: async (_transaction: Transaction, _authorityId: string, message: MessageToSend) => {
      letters.push(`${message.to} ${message.text}`);
    },
  };
  assert.equal(await decideByRule(parts), 1);
  assert.equal(await decideByRule(parts), 0);
  assert.deepEqual([await stateOf(plain), await stateOf(old)], ['decided', 'sent']);
  assert.equal(letters.length, 1);
  assert.match(letters[0] ?? '', /^amira@example\.org /);
  assert.match(letters[0] ?? '', /Steady Khan has £750 for short breaks/);
  const { decision, event, ledger, trail } = await asSystem(async (transaction) => ({
    decision: await transaction
      .selectFrom('decisions')
      .selectAll()
      .where('application_id', '=', plain.applicationId)
      .executeTakeFirstOrThrow(),
    event: await transaction
      .selectFrom('application_events')
      .selectAll()
      .where('application_id', '=', old.applicationId)
      .where('kind', '=', 'note')
      .executeTakeFirstOrThrow(),
    ledger: await transaction
      .selectFrom('ledger_entries')
      .select('amount_pence')
      .where('child_id', '=', plain.childId)
      .execute(),
    trail: await transaction
      .selectFrom('audit_records')
      .select(['subject_id', 'standing'])
      .where('event', '=', 'decision.taken')
      .execute(),
  }));
  assert.deepEqual(
    [decision.by_rule, decision.decided_by, decision.decided_by_name, decision.award_pence],
    [true, null, 'The published rule', 75_000],
  );
  assert.ok(trail.some((one) => one.subject_id === decision.id && one.standing === 'system'));
  assert.deepEqual(ledger, [{ amount_pence: 75_000 }]);
  assert.deepEqual(
    [event.is_for_family, event.words],
    [false, 'The published rule left this renewal to an officer. The letter is out of date.'],
  );
});
