// Letters in the council's own words: an old one keeps its own, and a real case is shown to who may see it.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { templates as ofApplications } from '#families/applications/index.ts';
import { settableClock } from '#kernel/clock.ts';
import type { Database } from '#platform/database/index.ts';
import type { Answer, Person } from '#platform/web/visit.ts';
import { keepDraft } from '#platform/words/actions/keep-draft.ts';
import { publishWords } from '#platform/words/actions/publish-words.ts';
import { templatePage } from '#platform/words/pages/template.ts';
import { testAuthority, testDatabase } from '../../../test/database.ts';
import { type TestVisit, testNow, testPerson, testVisit } from '../../../test/visit.ts';
import { declareInterest } from './actions/declare-interest.ts';
import { proposeDecision } from './actions/propose-decision.ts';
import { takeDecision } from './actions/take-decision.ts';
import { type SentApplication, sentApplication } from './examples.ts';
import { checkPage } from './pages/check-page.ts';
import { decisionLetterPage } from './pages/letter-page.ts';
import { decisionsOfApplication } from './store/decisions.ts';
import { templates } from './templates.ts';

const authority = {
  ...testAuthority,
  folder: path.join(import.meta.dirname, '..', '..', '..', 'authorities', 'medway'),
};
const authorityId = authority.id;
const clock = settableClock(testNow);

let database: Database;
let priya: Person;
let ngozi: Person;
let family: Person;

before(async () => {
  database = await testDatabase();
  priya = await testPerson({ database, name: 'Priya Shah', roles: ['short-breaks-officer'] });
  ngozi = await testPerson({ database, name: 'Ngozi Adeyemi', roles: ['team-manager'] });
  family = await testPerson({ database, name: 'Amira Khan', email: 'amira@example.org' });
});
after(() => database.close());

type Asked = {
  readonly person?: Person;
  readonly params?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly form?: Record<string, string>;
};

function visit<T>(asked: Asked, work: (visit: TestVisit) => Promise<T> | T): Promise<T> {
  const readOnly = asked.form === undefined;
  return testVisit({ database, authority, clock, person: priya, readOnly, ...asked }, work);
}

function text(answer: Answer): string {
  if (answer.kind !== 'page') throw new Error(`a ${answer.kind} came instead of a page`);
  return answer.main.text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

/** A refusal, as an officer takes it; with the e-mail that brings it and the decision's id. */
async function refused(givenName: string): Promise<SentApplication & { email: string; decisionId: string }> {
  const one = await database.transaction({ authorityId, standing: 'system' }, (transaction) =>
    sentApplication(transaction, {
      authorityId,
      personId: family.id,
      givenName,
      sentAt: Temporal.Instant.from('2026-11-20T12:00:00Z'),
      dueOn: Temporal.PlainDate.from('2026-12-04'),
    }),
  );
  const params = { application: one.applicationId };
  await visit({ params, form: { kind: 'refuse', wordsForFamily: 'It is paid already.' } }, proposeDecision);
  const shown = await visit({ params }, checkPage);
  const ground =
    shown.kind === 'page' ? (/name="ground" value="(\w+)"/.exec(shown.main.text)?.[1] ?? '') : '';
  const email = await visit({ params, form: { ground } }, async (opened) => {
    await takeDecision(opened);
    return opened.sent[0]?.text ?? '';
  });
  const [decision] = await database.transaction({ authorityId, standing: 'system' }, (transaction) =>
    decisionsOfApplication(transaction, { authorityId, applicationId: one.applicationId }),
  );
  return { ...one, email, decisionId: decision?.id ?? '' };
}

const referenceOf = ({ email }: { readonly email: string }) => /Reference: (\S+)/.exec(email)?.[1] ?? '';
const letterFor = async (person: Person, decisionId: string) =>
  text(await visit({ person, params: { decision: decisionId } }, decisionLetterPage));

test('a letter keeps the words of its day when the council changes them, and the next one has the new', async () => {
  const old = await refused('Zayn');
  assert.match(old.email, /We are sorry: we have said no this time\./);
  assert.match(old.email, /\* .*section 17/, 'the ways onward stand as a list');
  clock.moveTo(clock.now().add({ hours: 1 }));
  const changing = { person: ngozi, params: { template: 'refusal-letter' } };
  const body =
    'The council’s answer for {child} is no.\n\n{why}\n\n{reasons}\n\n{appeal}\n\nYou can still:\n{onward}\n\nCall {phone-and-hours}.';
  const form = { subject: 'A new letter about {child}', body, note: 'To try it' };
  const kept = await visit({ ...changing, form }, keepDraft(templates));
  assert.equal(kept.kind, 'redirect');
  assert.equal((await visit({ ...changing, form: {} }, publishWords(templates))).kind, 'redirect');
  clock.moveTo(clock.now().add({ hours: 1 }));
  const next = await refused('Sami');
  assert.match(next.email, /^A new letter about Sami .*\n/);
  assert.match(next.email, /The council’s answer for Sami .* is no\.\n\nIt is paid already\./);
  assert.match(next.email, /You can still:\n\n\* /);
  assert.match(await letterFor(family, next.decisionId), /The council’s answer for Sami/);
  const again = await letterFor(family, old.decisionId);
  assert.match(again, /We are sorry: we have said no this time\./);
  assert.doesNotMatch(again, /The council’s answer/);
});

test('a refusal without its reasons, appeal, way onward or number cannot be kept to be published', async () => {
  const asked = { person: ngozi, params: { template: 'refusal-letter' } };
  const form = { subject: 'No', body: 'No, {child}.', note: 'Shorter' };
  const answer = await visit({ ...asked, form }, keepDraft(templates));
  assert.ok(answer.kind === 'wrong');
  const said = answer.refusals.map(({ message }) => message).join('\n');
  for (const name of ['why', 'appeal', 'onward', 'phone-and-hours'])
    assert.ok(said.includes(`{${name}}`), name);
});

test('the words are tried on a real case, for nobody who may not see it', async () => {
  const one = await refused('Lena');
  const knows = await testPerson({ database, name: 'Kim Park', roles: ['short-breaks-officer'] });
  const elsewhere = await testPerson({ database, name: 'Una Lowe', roles: ['finance-officer'] });
  await visit({ person: knows, params: { application: one.applicationId }, form: {} }, declareInterest);
  const shown = (person: Person, template: string) =>
    visit(
      { person, params: { template }, query: { case: referenceOf(one).toLowerCase() } },
      async (opened) => ({
        page: text(await templatePage([...templates, ...ofApplications])(opened)),
        concerned: opened.concerned,
      }),
    );
  const own = await shown(priya, 'refusal-letter');
  assert.match(own.page, /With the case .*Lena Khan.*It is paid already\./);
  assert.deepEqual(own.concerned, [{ kind: 'application', id: one.applicationId }]);
  assert.match((await shown(priya, 'application-received')).page, /With the case .*for Lena Khan\./);
  for (const [person, template] of [
    [knows, 'refusal-letter'],
    [knows, 'application-received'],
    [elsewhere, 'refusal-letter'],
    [elsewhere, 'application-received'],
  ] as const) {
    const other = await shown(person, template);
    assert.match(other.page, /No case with the reference .* was found for you/);
    assert.doesNotMatch(other.page, /Lena/);
    assert.deepEqual(other.concerned, []);
  }
  assert.match((await shown(priya, 'award-letter')).page, /No case with the reference/);
});
