// Whose case it is, deciding again, and putting right what was read wrongly: through the front.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Database, Transaction } from '#platform/database/index.ts';
import type { Answer, Person } from '#platform/web/visit.ts';
import { testAuthority, testDatabase } from '../../../test/database.ts';
import { type TestVisit, testPerson, testVisit } from '../../../test/visit.ts';
import { assignCase } from './actions/assign-case.ts';
import { correctFact } from './actions/correct-fact.ts';
import { declareInterest } from './actions/declare-interest.ts';
import { proposeDecision } from './actions/propose-decision.ts';
import { takeDecision } from './actions/take-decision.ts';
import { takeBackInterest } from './actions/withdraw-interest.ts';
import { type ApplicationExample, type SentApplication, sentApplication } from './examples.ts';
import { assignPage } from './pages/assign-page.ts';
import { casePage } from './pages/case-page.ts';
import { checkPage } from './pages/check-page.ts';
import { correctPage } from './pages/correct-page.ts';
import { decisionPage } from './pages/decision-page.ts';
import { interestsPage } from './pages/interests-page.ts';
import { decisionLetterPage } from './pages/letter-page.ts';
import { nobodyMaySeePage } from './pages/nobody-may-see-page.ts';
import { queuePage } from './pages/queue-page.ts';
import { managerOfApplication, officerOfApplication } from './policy.ts';
import { toDosOfPractitioner } from './to-dos.ts';

const authority = {
  ...testAuthority,
  folder: path.join(import.meta.dirname, '..', '..', '..', 'authorities', 'medway'),
};
const authorityId = authority.id;
const officerRoles = ['short-breaks-officer'];

let database: Database;
let priya: Person;
let tom: Person;
let manager: Person;
let family: Person;

before(async () => {
  database = await testDatabase();
  priya = await testPerson({ database, name: 'Priya Shah', roles: officerRoles });
  tom = await testPerson({ database, name: 'Tom Ellis', roles: officerRoles });
  manager = await testPerson({ database, name: 'Ngozi Adeyemi', roles: ['team-manager'] });
  family = await testPerson({ database, name: 'Amira Khan', email: 'amira@example.org' });
});
after(() => database.close());

function asSystem<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return database.transaction({ authorityId, standing: 'system' }, work);
}

function sent(example: Partial<ApplicationExample> = {}): Promise<SentApplication> {
  return asSystem((transaction) =>
    sentApplication(transaction, {
      authorityId,
      personId: family.id,
      sentAt: Temporal.Instant.from('2026-11-20T12:00:00Z'),
      dueOn: Temporal.PlainDate.from('2026-11-25'),
      letterUntil: null,
      ...example,
    }),
  );
}

type Asked = {
  readonly person?: Person;
  readonly params?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly form?: Record<string, string>;
};

function visit<T>(asked: Asked, work: (visit: TestVisit) => Promise<T> | T): Promise<T> {
  const { person = priya, params = {}, query = {}, form } = asked;
  return testVisit(
    {
      database,
      authority,
      person,
      params,
      query,
      ...(form === undefined ? {} : { form }),
      readOnly: form === undefined,
    },
    work,
  );
}

function text(answer: Answer): string {
  if (answer.kind !== 'page') throw new Error(`a ${answer.kind} came instead of a page`);
  return answer.main.text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

function refusals(answer: Answer): readonly string[] {
  return answer.kind === 'wrong' ? answer.refusals.map((one) => one.code) : [];
}

/** Chooses, reads the page that asks to check, confirms; gives the first letter and what was refused. */
async function decide(one: SentApplication, form: Record<string, string>, person = priya) {
  const params = { application: one.applicationId };
  const proposed: Answer = await visit({ params, form, person }, proposeDecision);
  if (proposed.kind === 'wrong') return { refused: refusals(proposed), letter: '' };
  const shown: Answer = await visit({ params, person }, checkPage);
  const words = shown.kind === 'page' ? shown.main.text : '';
  const ground = /name="ground" value="([0-9a-f]+)"/.exec(words)?.[1] ?? '';
  return visit({ params, form: { ground }, person }, async (opened) => {
    const answer = await takeDecision(opened);
    return { refused: refusals(answer), letter: opened.sent[0]?.text ?? '' };
  });
}

function decisionsOf(one: SentApplication) {
  return asSystem((transaction) =>
    transaction
      .selectFrom('decisions')
      .selectAll()
      .where('application_id', '=', one.applicationId)
      .orderBy('number')
      .execute(),
  );
}

function setState(one: SentApplication, state: string) {
  return asSystem((transaction) =>
    transaction
      .updateTable('applications')
      .set({ state, referred_to: null })
      .where('id', '=', one.applicationId)
      .execute(),
  );
}

test('a referral and a wait are decisions with letters of their own, and the case is decided again after them', async () => {
  const one = await sent({ givenName: 'Rosa' });
  const params = { application: one.applicationId };
  const referred = await decide(one, { kind: 'refer-panel', because: 'Two views are needed' });
  assert.match(referred.letter, /Our panel will look at what Rosa Khan needs/);
  assert.match(referred.letter, /We have not said no\./);
  assert.match(referred.letter, /If you do not agree/);
  assert.deepEqual((await decide(one, { kind: 'recommended' })).refused, ['is-referred']);
  assert.match(text(await visit({ params }, casePage)), /This application is with the panel now/);
  await setState(one, 'sent');
  const waits = await decide(one, { kind: 'wait', because: 'A place is free in January' });
  assert.match(waits.letter, /Rosa Khan is on our waiting list/);
  assert.match(waits.letter, /in the order in which families applied/);
  assert.deepEqual((await decide(one, { kind: 'recommended' })).refused, []);
  const decisions = await decisionsOf(one);
  assert.deepEqual(
    decisions.map(({ number, outcome, referred_to }) => [number, outcome, referred_to]),
    [
      [1, 'referred', 'panel'],
      [2, 'waiting', null],
      [3, 'awarded', null],
    ],
  );
  const page = text(await visit({ params }, casePage));
  assert.match(page, /Decided before .*Sent to the panel .*On the waiting list/);
  for (const { id } of decisions) {
    const again = text(await visit({ params: { decision: id } }, decisionPage));
    assert.match(again, /Same reading/);
    const letter = await visit({ person: family, params: { decision: id } }, decisionLetterPage);
    assert.equal(letter.kind, 'page');
  }
});

test('after an appeal somebody else decides, and what was given before makes room for the new award', async () => {
  const one = await sent({ givenName: 'Appeal', bornOn: '2012-02-03' });
  await decide(one, { kind: 'band-level-1', because: 'Little impact' });
  await setState(one, 'sent');
  assert.deepEqual((await decide(one, { kind: 'recommended' })).refused, ['same-officer']);
  assert.deepEqual((await decide(one, { kind: 'recommended' }, tom)).refused, []);
  const { ledger, changes } = await asSystem(async (transaction) => ({
    ledger: await transaction
      .selectFrom('ledger_entries')
      .select(['kind', 'amount_pence'])
      .where('child_id', '=', one.childId)
      .orderBy('id')
      .execute(),
    changes: await transaction
      .selectFrom('award_changes')
      .select('kind')
      .where('household_id', '=', one.householdId)
      .execute(),
  }));
  assert.deepEqual(
    ledger.map((entry) => [entry.kind, entry.amount_pence]),
    [
      ['commitment', 50_000],
      ['release', -50_000],
      ['commitment', 75_000],
    ],
  );
  assert.deepEqual(changes, [{ kind: 'ended' }]);
  assert.deepEqual(
    (await decisionsOf(one)).map(({ number, decided_by_name }) => [number, decided_by_name]),
    [
      [1, 'Priya Shah'],
      [2, 'Tom Ellis'],
    ],
  );
});

test('a case that no officer may see is counted, and given to a namesake whom the manager has told apart', async () => {
  // The family names every officer as its other adult: by name alone nobody may see the case.
  const one = await sent({ givenName: 'Hidden', parentName: 'Priya Shah' });
  await asSystem((transaction) =>
    transaction
      .insertInto('parent_carers')
      .values({
        authority_id: authorityId,
        id: crypto.randomUUID(),
        household_id: one.householdId,
        name: 'TOM  Ellis',
        relationship: 'father',
        has_parental_responsibility: true,
        created_at: Temporal.Instant.from('2026-11-20T12:00:00Z'),
        changed_at: Temporal.Instant.from('2026-11-20T12:00:00Z'),
      })
      .execute(),
  );
  const params = { application: one.applicationId };
  const ruling = (person: Person) => visit({ params, person }, (opened) => officerOfApplication.rule(opened));
  for (const person of [priya, tom]) assert.equal(typeof (await ruling(person)), 'object');
  const listed = text(await visit({ person: manager }, nobodyMaySeePage));
  assert.match(listed, new RegExp(one.reference));
  assert.doesNotMatch(listed, /Hidden/);
  const [duty] = await visit({ person: manager }, toDosOfPractitioner);
  assert.match(duty?.about ?? '', /^1 case that no officer may see$/);
  assert.match(text(await visit({ person: manager, params }, assignPage)), /Tom Ellis .*Has the name of/);

  const give = (form: Record<string, string>) => visit({ person: manager, params, form }, assignCase);
  assert.deepEqual(refusals(await give({ person: tom.id, reason: 'He is 30 and has no children' })), [
    'namesake-not-confirmed',
  ]);
  const reason = 'Another Tom Ellis: 30, no children';
  assert.equal((await give({ person: tom.id, namesake: 'yes', reason })).kind, 'redirect');
  assert.equal(await ruling(tom), 'allowed');
  assert.equal(typeof (await ruling(priya)), 'object');
  assert.match(
    text(await visit({ person: tom, query: { search: one.reference } }, queuePage)),
    new RegExp(one.reference),
  );
  assert.doesNotMatch(text(await visit({ person: manager }, nobodyMaySeePage)), new RegExp(one.reference));
  const [given] = await visit({ person: tom }, toDosOfPractitioner);
  assert.equal(given?.title, 'Decide the application that you were given');

  // It never reaches beyond the name: who says that they know the family is kept away again.
  await visit({ person: tom, params, form: {} }, declareInterest);
  assert.equal(typeof (await ruling(tom)), 'object');
});

test('an e-mail address is never overridden, and a social worker of another team may be given a case', async () => {
  const worker = await testPerson({ database, name: 'Marcus Reid', roles: ['social-worker'] });
  const one = await sent({ givenName: 'Mail', parentName: 'P. Home', parentEmail: tom.email });
  const params = { application: one.applicationId };
  const ruling = (person: Person) => visit({ params, person }, (opened) => officerOfApplication.rule(opened));
  assert.equal(typeof (await ruling(tom)), 'object');
  const form = { person: tom.id, namesake: 'yes', reason: 'He says so' };
  assert.deepEqual(refusals(await visit({ person: manager, params, form }, assignCase)), ['not-valid']);
  assert.match(JSON.stringify(await ruling(worker)), /Only a short breaks officer or a team manager/);
  await visit({ person: manager, params, form: { ...form, person: worker.id } }, assignCase);
  assert.equal(await ruling(worker), 'allowed');
  assert.deepEqual((await decide(one, { kind: 'recommended' }, worker)).refused, []);
});

test('an interest declared by mistake is taken back by a manager with the reason, and may be declared again', async () => {
  const one = await sent({ givenName: 'Mistake', parentName: 'Joe Carter' });
  const params = { application: one.applicationId };
  const ruling = () => visit({ params }, (opened) => officerOfApplication.rule(opened));
  await visit({ params, form: {} }, declareInterest);
  assert.equal(typeof (await ruling()), 'object');
  const manages = await visit({ params, person: manager }, (opened) => managerOfApplication.rule(opened));
  assert.equal(manages, 'allowed');
  assert.equal(typeof (await visit({ params }, (opened) => managerOfApplication.rule(opened))), 'object');
  assert.match(text(await visit({ person: manager, params }, interestsPage)), /Priya Shah/);
  const form = { person: priya.id, reason: '' };
  assert.deepEqual(refusals(await visit({ person: manager, params, form }, takeBackInterest)), ['not-valid']);
  await visit({ person: manager, params, form: { ...form, reason: 'The wrong Joe' } }, takeBackInterest);
  assert.equal(await ruling(), 'allowed');
  assert.match(text(await visit({ person: manager, params }, interestsPage)), /Nobody has said/);
});

test('a rate that was read wrongly is put right beside the letter, and the scheme reads it anew', async () => {
  const one = await sent({
    givenName: 'Rate',
    bornOn: '2013-03-04',
    answers: { disability: { hasDiagnosis: false, diagnosis: '' } },
  });
  const params = { application: one.applicationId };
  assert.match(text(await visit({ params }, casePage)), /recommends £750/);
  const shown = await visit({ params }, correctPage);
  const what = /value="([\w-]+-dlaCare)"/.exec(shown.kind === 'page' ? shown.main.text : '')?.[1] ?? '';
  const correct = (form: Record<string, string>) => visit({ params, form }, correctFact);
  const reason = 'The second page of the letter says middle rate';
  assert.deepEqual(refusals(await correct({ what, rate: 'higher', reason })), ['no-such-rate']);
  assert.deepEqual(refusals(await correct({ what, rate: 'highest', reason })), ['already-so']);
  assert.deepEqual(refusals(await correct({ what, rate: 'middle', reason: '' })), ['not-valid']);
  assert.equal((await correct({ what, rate: 'middle', reason })).kind, 'redirect');
  const page = text(await visit({ params }, casePage));
  assert.match(page, /recommends To ask for evidence/);
  assert.match(page, /DLA care: highest is now middle/);
  const queue = text(await visit({ query: { search: one.reference } }, queuePage));
  assert.match(queue, /To ask for evidence/);
  const evidence = await asSystem((transaction) =>
    transaction
      .selectFrom('evidence')
      .select(['dla_care', 'supersedes'])
      .where('child_id', '=', one.childId)
      .orderBy('created_at')
      .execute(),
  );
  assert.deepEqual(
    evidence.map((row) => [row.dla_care, row.supersedes !== null]),
    [
      ['highest', false],
      ['middle', true],
    ],
  );
  await decide(one, { kind: 'refuse', wordsForFamily: 'The letter shows the middle rate.' });
  const [decision] = await decisionsOf(one);
  assert.match(text(await visit({ params: { decision: decision?.id ?? '' } }, decisionPage)), /Same reading/);
});

test('an officer’s list of work has the cases that are due soon or late, and none that is not theirs to see', async () => {
  const one = await sent({ givenName: 'Soon', dueOn: Temporal.PlainDate.from('2026-11-20') });
  await sent({ givenName: 'Later', dueOn: Temporal.PlainDate.from('2026-12-20') });
  const own = await sent({
    givenName: 'Own',
    parentEmail: priya.email,
    dueOn: Temporal.PlainDate.from('2026-11-19'),
  });
  const duties = await visit({}, toDosOfPractitioner);
  assert.ok(duties.some(({ about, by }) => about.includes(one.reference) && by?.toString() === '2026-11-20'));
  assert.ok(!duties.some(({ about }) => about.includes(own.reference) || about.startsWith('Later')));
  assert.deepEqual(await visit({ person: family }, toDosOfPractitioner), []);
});
