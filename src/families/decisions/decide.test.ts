import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { settableClock } from '#kernel/clock.ts';
import type { Database } from '#platform/database/index.ts';
import type { Answer, Person } from '#platform/web/visit.ts';
import { testAuthority, testDatabase } from '../../../test/database.ts';
import { type TestVisit, testNow, testPerson, testVisit } from '../../../test/visit.ts';
import { askForMore } from './actions/ask-for-more.ts';
import { declareInterest } from './actions/declare-interest.ts';
import { proposeDecision } from './actions/propose-decision.ts';
import { takeDecision } from './actions/take-decision.ts';
import { type ApplicationExample, type SentApplication, sentApplication } from './examples.ts';
import { letterOfApplication } from './letter-of-application.ts';
import { casePage } from './pages/case-page.ts';
import { checkPage } from './pages/check-page.ts';
import { decisionPage } from './pages/decision-page.ts';
import { awardLetterPage, decisionLetterPage } from './pages/letter-page.ts';
import { queuePage } from './pages/queue-page.ts';
import { caseWorker, officerOfApplication, officerOfDecision, readerOfAward } from './policy.ts';

/** The made-up council with Medway's files: its schemes, clocks and budget. */
const authority = {
  ...testAuthority,
  folder: path.join(import.meta.dirname, '..', '..', '..', 'authorities', 'medway'),
};
const authorityId = authority.id;
const officerRoles = ['short-breaks-officer'];

let database: Database;
let priya: Person;
let family: Person;

before(async () => {
  database = await testDatabase();
  priya = await testPerson({ database, name: 'Priya Shah', roles: officerRoles });
  family = await testPerson({ database, name: 'Amira Khan', email: 'amira@example.org' });
});
after(() => database.close());

function sent(example: Partial<ApplicationExample> = {}): Promise<SentApplication> {
  return database.transaction({ authorityId, standing: 'system' }, (transaction) =>
    sentApplication(transaction, {
      authorityId,
      personId: family.id,
      sentAt: Temporal.Instant.from('2026-11-20T12:00:00Z'),
      dueOn: Temporal.PlainDate.from('2026-12-04'),
      ...example,
    }),
  );
}

type Asked = {
  readonly person?: Person;
  readonly params?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly form?: Record<string, string>;
  readonly at?: string;
};

function visit<T>(asked: Asked, work: (visit: TestVisit) => Promise<T> | T): Promise<T> {
  return testVisit(
    {
      database,
      authority,
      person: asked.person ?? priya,
      clock: settableClock(asked.at === undefined ? testNow : Temporal.Instant.from(asked.at)),
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

function refusals(answer: Answer): readonly string[] {
  return answer.kind === 'wrong' ? answer.refusals.map((one) => one.code) : [];
}

/** What the officer does: chooses, reads the page that asks to check, confirms what stands on it. */
async function decide(one: SentApplication, form: Record<string, string>, person = priya) {
  const params = { application: one.applicationId };
  const proposed = await visit({ params, form, person }, proposeDecision);
  if (proposed.kind === 'wrong') return { answer: proposed, visited: null };
  const ground = await groundOf(one, person);
  let visited: TestVisit | null = null;
  const answer = await visit({ params, form: { ground }, person }, (opened) => {
    visited = opened;
    return takeDecision(opened);
  });
  return { answer, visited: visited as TestVisit | null };
}

async function groundOf(one: SentApplication, person: Person): Promise<string> {
  const shown = await visit({ params: { application: one.applicationId }, person }, checkPage);
  if (shown.kind !== 'page') throw new Error('the page that asks to check is shown');
  const found = /name="ground" value="([0-9a-f]+)"/.exec(shown.main.text)?.[1];
  if (found === undefined) throw new Error('the page that asks to check carries a mark');
  return found;
}

function all(one: SentApplication) {
  return database.transaction({ authorityId, standing: 'system' }, async (transaction) => {
    const of = <T extends { where: (column: 'application_id', is: '=', value: string) => T }>(query: T) =>
      query.where('application_id', '=', one.applicationId);
    const awards = await of(transaction.selectFrom('awards').selectAll()).execute();
    const ledger = await transaction
      .selectFrom('ledger_entries')
      .selectAll()
      .where('child_id', '=', one.childId)
      .execute();
    const decisions = await of(transaction.selectFrom('decisions').selectAll()).execute();
    const events = await of(transaction.selectFrom('application_events').selectAll()).orderBy('at').execute();
    const application = await transaction
      .selectFrom('applications')
      .selectAll()
      .where('id', '=', one.applicationId)
      .executeTakeFirstOrThrow();
    return { awards, ledger, decisions, events, application };
  });
}

test('an accepted recommendation becomes a decision, an award, a ledger entry, a letter and a state at once', async () => {
  const one = await sent();
  const { answer, visited } = await decide(one, { kind: 'recommended' });
  assert.deepEqual(answer, { kind: 'redirect', to: `/practitioners/applications/${one.applicationId}` });
  const { awards, ledger, decisions, events, application } = await all(one);
  assert.equal(application.state, 'decided');
  assert.equal(decisions.length, 1);
  assert.equal(decisions[0]?.outcome, 'awarded');
  assert.equal(decisions[0]?.award_pence, 75_000);
  assert.equal(decisions[0]?.version_id, '2024-10');
  assert.equal(awards.length, 1);
  const award = awards[0];
  assert.equal(award?.amount_pence, 75_000);
  assert.equal(award?.financial_year, '2026-27');
  assert.equal(award?.starts_on.toString(), '2026-11-24');
  assert.equal(award?.ends_on.toString(), '2027-11-23');
  assert.equal(award?.review_on.toString(), '2027-03-24');
  assert.deepEqual(
    ledger.map((entry) => [entry.fund, entry.financial_year, entry.kind, entry.amount_pence, entry.award_id]),
    [['short-breaks-grant', '2026-27', 'commitment', 75_000, award?.id]],
  );
  assert.deepEqual(
    events.map((event) => event.kind),
    ['sent', 'decided', 'letter-sent'],
  );
  const [message] = visited?.sent ?? [];
  assert.equal(message?.to, 'amira@example.org');
  assert.match(message?.text ?? '', /Zayn Khan has £750 for short breaks/);
  assert.match(message?.text ?? '', /24 March 2027 and 24 September 2027/);
  assert.match(message?.text ?? '', /washing machine/);
  assert.equal(
    visited?.notes.some((note) => note.event === 'decision.taken'),
    true,
  );
});

test('another band, or another amount up to the highest, needs a reason; more than the highest is refused', async () => {
  const one = await sent();
  const params = { application: one.applicationId };
  const propose = (form: Record<string, string>) => visit({ params, form }, proposeDecision);
  assert.deepEqual(refusals(await propose({ kind: 'band-level-3' })), ['reason-missing']);
  assert.deepEqual(refusals(await propose({ kind: 'amount', amount: '600' })), ['reason-missing']);
  assert.deepEqual(refusals(await propose({ kind: 'amount', amount: '1000.01', because: 'x' })), [
    'above-the-bands',
  ]);
  assert.deepEqual(refusals(await propose({ kind: 'amount', amount: '0', because: 'x' })), [
    'amount-missing',
  ]);
  assert.deepEqual(refusals(await propose({ kind: 'amount', amount: 'lots', because: 'x' })), ['not-valid']);
  assert.deepEqual(refusals(await propose({ kind: 'band-level-9', because: 'x' })), ['not-valid']);
  assert.deepEqual(refusals(await propose({})), ['not-valid']);
  const { visited } = await decide(one, {
    kind: 'amount',
    amount: '600.50',
    because: 'Half a year is left',
  });
  const { awards, decisions, ledger } = await all(one);
  assert.equal(awards[0]?.amount_pence, 60_050);
  assert.equal(ledger[0]?.amount_pence, 60_050);
  assert.equal(decisions[0]?.changed_because, 'Half a year is left');
  assert.equal(decisions[0]?.recommended_pence, 75_000);
  // The scheme's sentence about level 2 names £750; beside an award of £600.50 it would contradict the letter.
  assert.doesNotMatch(visited?.sent[0]?.text ?? '', /£750/);
});

test('the same amount as recommended, chosen as a band, is no change and needs no reason', async () => {
  const one = await sent();
  const { answer } = await decide(one, { kind: 'band-level-2' });
  assert.equal(answer.kind, 'redirect');
  assert.equal((await all(one)).decisions[0]?.changed_because, '');
});

test('a refusal needs words, awards nothing, and always carries an appeal and a way onward', async () => {
  const one = await sent();
  const params = { application: one.applicationId };
  assert.deepEqual(refusals(await visit({ params, form: { kind: 'refuse' } }, proposeDecision)), [
    'words-missing',
  ]);
  const words = 'The club is paid by another service already.';
  const { visited } = await decide(one, { kind: 'refuse', wordsForFamily: words });
  const { awards, ledger, decisions } = await all(one);
  assert.deepEqual([awards.length, ledger.length], [0, 0]);
  assert.equal(decisions[0]?.outcome, 'refused');
  assert.equal(decisions[0]?.reasons, words);
  const letter = visited?.sent[0]?.text ?? '';
  assert.match(letter, /paid by another service already/);
  assert.match(letter, /If you do not agree/);
  assert.match(letter, /section 17/);
  assert.match(letter, /Talk to/);
  const id = decisions[0]?.id ?? '';
  const page = text(await visit({ person: family, params: { decision: id } }, decisionLetterPage));
  assert.match(page, /paid by another service already/);
  assert.match(page, /section 17/);
  // A child of seven is not sent to adult services.
  assert.doesNotMatch(page, /Care Act/);
  assert.match(page, /the Short Break Grant for Zayn/);
});

test('of two officers the second is told who did what and when, and nothing of theirs is saved', async () => {
  const one = await sent();
  const sam = await testPerson({ database, name: 'Sam Okafor', roles: officerRoles });
  const params = { application: one.applicationId };
  await visit({ params, person: sam, form: { kind: 'refuse', wordsForFamily: 'No' } }, proposeDecision);
  const ground = await groundOf(one, sam);
  await decide(one, { kind: 'recommended' });
  const late = await visit({ params, person: sam, form: { ground } }, takeDecision);
  assert.deepEqual(refusals(late), ['already-decided']);
  const message = late.kind === 'wrong' ? (late.refusals[0]?.message ?? '') : '';
  assert.match(message, /^Priya Shah has already decided .* awarded £750 on 24 November 2026 at 10:00am/);
  const proposed = await visit({ params, person: sam, form: { kind: 'recommended' } }, proposeDecision);
  assert.deepEqual(refusals(proposed), ['already-decided']);
  assert.equal((await all(one)).decisions.length, 1);
});

test('what changed between the check and the confirmation is checked again', async () => {
  const one = await sent();
  const params = { application: one.applicationId };
  await visit({ params, form: { kind: 'recommended' } }, proposeDecision);
  const ground = await groundOf(one, priya);
  const later = '2026-11-24T10:05:00Z';
  await visit({ params, form: { kind: 'refuse', wordsForFamily: 'No' }, at: later }, proposeDecision);
  assert.deepEqual(refusals(await visit({ params, form: { ground } }, takeDecision)), ['changed-since']);
  assert.deepEqual(refusals(await visit({ params, form: {} }, takeDecision)), ['changed-since']);
  assert.equal((await all(one)).decisions.length, 0);
});

test('asking for more stops the clock, tells the family, and cannot be done twice', async () => {
  const one = await sent();
  const params = { application: one.applicationId };
  assert.deepEqual(refusals(await visit({ params, form: { words: ' ' } }, askForMore)), ['not-valid']);
  let message = '';
  await visit({ params, form: { words: 'Please send all pages of the letter.' } }, async (opened) => {
    const answer = await askForMore(opened);
    message = opened.sent[0]?.text ?? '';
    return answer;
  });
  assert.match(message, /Please send all pages of the letter\./);
  const { application, events } = await all(one);
  assert.equal(application.state, 'more-asked');
  assert.equal(application.waiting_since?.toString(), testNow.toString());
  assert.equal(events.at(-1)?.kind, 'more-asked');
  assert.deepEqual(refusals(await visit({ params, form: { words: 'Again' } }, askForMore)), [
    'already-asked',
  ]);
});

test('nobody sees or decides their own household’s case, by e-mail address or by name', async () => {
  const one = await sent({ parentName: 'Zoë  Ellis', parentEmail: 'zoe.home@example.org' });
  const params = { application: one.applicationId };
  const ruling = (person: Person) => visit({ params, person }, (opened) => officerOfApplication.rule(opened));
  const byName = await testPerson({ database, name: 'zoe ellis', roles: officerRoles });
  const byEmail = await testPerson({
    database,
    name: 'Z. Smith',
    email: 'Zoe.Home@example.org',
    roles: officerRoles,
  });
  const byAccount = await testPerson({ database, name: 'Amira  Khan', roles: officerRoles });
  for (const person of [byName, byEmail, byAccount]) {
    const told = await ruling(person);
    assert.match(typeof told === 'object' ? told.denied : told, /own household/, person.name);
  }
  assert.equal(await ruling(priya), 'allowed');
  const queue = text(await visit({ person: byName, query: { search: one.reference } }, queuePage));
  assert.match(queue, /Nothing found/);
  assert.match(text(await visit({ query: { search: one.reference } }, queuePage)), new RegExp(one.reference));
});

test('who says that they know a family no longer sees its case, its decision or its letters', async () => {
  const one = await sent({ givenName: 'Lena', parentName: 'Joe Carter' });
  const knows = await testPerson({ database, name: 'Kim Park', roles: officerRoles });
  const params = { application: one.applicationId };
  const allowed = await visit({ params, person: knows }, (opened) => officerOfApplication.rule(opened));
  assert.equal(allowed, 'allowed');
  await visit({ params, person: knows, form: {} }, declareInterest);
  await visit({ params, person: knows, form: {} }, declareInterest);
  await decide(one, { kind: 'recommended' });
  const { decisions, awards } = await all(one);
  const asked = { decision: decisions[0]?.id ?? '', award: awards[0]?.id ?? '', ...params };
  for (const policy of [officerOfApplication, officerOfDecision, readerOfAward]) {
    const told = await visit({ params: asked, person: knows }, (opened) => policy.rule(opened));
    assert.match(typeof told === 'object' ? told.denied : told, /you know this family/, policy.sentence);
  }
  const queue = text(await visit({ person: knows, query: { show: 'decided' } }, queuePage));
  assert.doesNotMatch(queue, /Lena/);
});

test('only a short breaks officer comes to a case; the others are told so', async () => {
  const commissioner = await testPerson({ database, roles: ['commissioner'] });
  const socialWorker = await testPerson({ database, roles: ['social-worker'] });
  const one = await sent();
  const params = { application: one.applicationId };
  const ruling = (person: Person | null) =>
    testVisit({ database, authority, person, params }, (opened) => officerOfApplication.rule(opened));
  assert.equal(await ruling(null), 'sign-in-as-practitioner');
  assert.equal(await ruling(family), 'sign-in-as-practitioner');
  assert.match(JSON.stringify(await ruling(commissioner)), /Only a short breaks officer/);
  assert.equal(await ruling(priya), 'allowed');
  assert.match(JSON.stringify(await ruling(socialWorker)), /Only a short breaks officer/);
  const list = (person: Person) => visit({ person }, (opened) => caseWorker.rule(opened));
  assert.equal(await list(priya), 'allowed');
  assert.match(JSON.stringify(await list(socialWorker)), /Only a short breaks officer/);
});

test('an application leads its family to the letter, and nobody else', async () => {
  const one = await sent();
  const before = await visit(
    { person: family, params: { application: one.applicationId } },
    letterOfApplication,
  );
  assert.equal(before.kind, 'not-found');
  await decide(one, { kind: 'recommended' });
  const award = (await all(one)).awards[0]?.id ?? '';
  const led = await visit(
    { person: family, params: { application: one.applicationId } },
    letterOfApplication,
  );
  assert.deepEqual(led, { kind: 'redirect', to: `/account/awards/${award}` });
  const stranger = await testPerson({ database, name: 'Somebody Else' });
  assert.equal(
    (await visit({ person: stranger, params: { application: one.applicationId } }, letterOfApplication)).kind,
    'not-found',
  );
});

test('a family reads its own letters and nobody else’s', async () => {
  const one = await sent();
  await decide(one, { kind: 'recommended' });
  const award = (await all(one)).awards[0]?.id ?? '';
  assert.match(text(await visit({ person: family, params: { award } }, awardLetterPage)), /£750/);
  const other = await testPerson({ database, name: 'The Other Parent' });
  await database.transaction({ authorityId, standing: 'system' }, async (transaction) => {
    const { household_id } = await transaction
      .selectFrom('applications')
      .select('household_id')
      .where('id', '=', one.applicationId)
      .executeTakeFirstOrThrow();
    if (household_id === null) throw new Error('an application that was sent has a household');
    await transaction
      .insertInto('household_accounts')
      .values({ authority_id: authorityId, household_id, person_id: other.id, since: testNow })
      .execute();
  });
  assert.match(text(await visit({ person: other, params: { award } }, awardLetterPage)), /£750/);
  const stranger = await testPerson({ database, name: 'Somebody Else' });
  const answer = await visit({ person: stranger, params: { award } }, awardLetterPage);
  assert.equal(answer.kind, 'not-found');
});

test('the case shows what the scheme says, the same child elsewhere, and the other award', async () => {
  const first = await sent({ givenName: 'Noor', familyName: 'Haddad', bornOn: '2015-02-03' });
  await decide(first, { kind: 'recommended' });
  const again = await sent({ givenName: 'Noor', familyName: 'Haddad', bornOn: '2015-02-03' });
  const page = text(await visit({ params: { application: again.applicationId } }, casePage));
  assert.match(page, /version 2024-10/);
  assert.match(page, /Met You have one of the letters/);
  assert.match(page, /in another household/);
  assert.match(page, new RegExp(`Also applied this year ${first.reference}`));
  assert.match(page, /Has an award .*£750/);
  // The application itself is not among its own duplicates.
  assert.doesNotMatch(page, new RegExp(`Also applied this year ${again.reference}`));
  assert.match(page, /Swimming on Saturdays/);
  const queue = text(await visit({ query: { search: again.reference } }, queuePage));
  assert.match(queue, /Possible duplicate/);
});

test('another case tells an officer nothing of a household that they are kept away from', async () => {
  const known = await sent({
    givenName: 'Lena',
    familyName: 'Voss',
    bornOn: '2014-03-04',
    postcode: 'ME1 1AA',
  });
  await decide(known, { kind: 'recommended' });
  const other = await sent({ givenName: 'Ilka', familyName: 'Voss', bornOn: '2014-03-04' });
  const own = await testPerson({ database, name: 'Sol Voss', roles: officerRoles });
  await visit({ person: own, params: { application: known.applicationId }, form: {} }, declareInterest);
  const params = { application: other.applicationId };
  const page = text(await visit({ person: own, params }, casePage));
  assert.match(page, /may be the same as one in a household that you know.*Another officer must compare/);
  assert.ok(!page.includes(known.reference) && !page.includes('ME1 1AA'));
  assert.doesNotMatch(page, /Has an award|Also applied this year/);
  const full = text(await visit({ params }, casePage));
  assert.ok(full.includes(known.reference) && full.includes('ME1 1AA'));
});

test('what is not known is asked for and recommended as such', async () => {
  const unknown = await sent({ answers: { benefit: { which: 'none' } } });
  const page = text(await visit({ params: { application: unknown.applicationId } }, casePage));
  assert.match(page, /To ask for evidence/);
  assert.match(page, /Not (met|known)/);
  const params = { application: unknown.applicationId };
  const answer = await visit({ params, form: { kind: 'recommended' } }, proposeDecision);
  assert.deepEqual(refusals(answer), ['nothing-recommended']);
});

test('a decision is shown again as it was, and reads the same', async () => {
  const one = await sent();
  await decide(one, { kind: 'recommended' });
  const decision = (await all(one)).decisions[0]?.id ?? '';
  const page = text(await visit({ params: { decision } }, decisionPage));
  assert.match(page, /Same reading/);
  assert.match(page, /Same rules/);
  assert.match(page, /£750 awarded/);
});
