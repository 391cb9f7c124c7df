import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { settableClock } from '#kernel/clock.ts';
import type { Database } from '#platform/database/index.ts';
import { aPdf } from '#platform/files/examples.ts';
import type { Person } from '#platform/web/visit.ts';
import { testDatabase } from '../../../test/database.ts';
import { testPerson, testVisit } from '../../../test/visit.ts';
import { routes as decisionRoutes } from '../decisions/routes.ts';
import { constraints } from './constraints.ts';
import { toDosOfPractitioner } from './desk.ts';
import { routes } from './routes.ts';
import { readAppealRules } from './rules-of-appeals.ts';
import { decidedApplication } from './test/decided.ts';
import { at, council } from './test/front.ts';

let database: Database;
let family: Person;
let stranger: Person;
let priya: Person;
let ngozi: Person;
before(async () => {
  database = await testDatabase();
  family = await testPerson({ database, name: 'Amira Khan', email: 'amira@example.org' });
  stranger = await testPerson({ database, name: 'Joe Carter' });
  priya = await testPerson({ database, name: 'Priya Shah', roles: ['short-breaks-officer'] });
  ngozi = await testPerson({ database, name: 'Ngozi Adeyemi', roles: ['team-manager'] });
});
after(() => database.close());

const decidedAt = '2026-11-02T10:00:00Z';
const front = () => ({ database, routes, constraints });

async function appealed() {
  const one = await decidedApplication(database, { family, officer: priya, decidedAt });
  const made = await at(front(), family).posts(`/account/decisions/${one.decisionId}/appeal`, {
    words: 'The other service ended in May.',
  });
  assert.match(made.to, /^\/account\/appeals\/[0-9a-f-]{36}\?sent=yes$/);
  return { ...one, made, id: made.to.slice('/account/appeals/'.length, -'?sent=yes'.length) };
}

function kept(applicationId: string) {
  return database.transaction({ authorityId: council.id, standing: 'system' }, async (transaction) => ({
    application: await transaction
      .selectFrom('applications')
      .selectAll()
      .where('id', '=', applicationId)
      .executeTakeFirstOrThrow(),
    events: (
      await transaction
        .selectFrom('application_events')
        .select('kind')
        .where('application_id', '=', applicationId)
        .execute()
    ).map(({ kind }) => kind),
  }));
}

test('a family appeals from its letter with a file, gets a receipt with the day of the answer, and sees where it stands', async () => {
  const one = await decidedApplication(database, { family, officer: priya, decidedAt });
  const address = `/account/decisions/${one.decisionId}/appeal`;
  const form = await at(front(), family).opens(address);
  assert.match(form.text, /There is no last day for this/);
  assert.match(form.text, /We look once more\. The decision on the appeal is final\./);
  const file = { field: 'files', name: 'end-of-service.pdf', bytes: aPdf(), tooBig: false };
  const made = await at(front(), family).posts(address, { words: 'It ended in May.' }, [file]);
  // 24 November 2026 is a Tuesday; 25 and 28 December are bank holidays: the twentieth working day is the 22nd.
  assert.match(made.sent[0]?.text ?? '', /You get our answer by 22 December 2026/);
  const own = await at(front(), family).opens(made.to);
  assert.match(own.text, /It ended in May\./);
  assert.match(own.text, /end-of-service\.pdf/);
  assert.match(own.text, /by 22 December 2026/);
  const hrefs = /href="(\/account\/appeals\/[^"]+\/files\/[^"]+)"/.exec(own.html)?.[1] ?? '';
  assert.equal((await at(front(), family).opens(hrefs)).answer?.kind, 'download');
  assert.equal((await at(front(), stranger).opens(hrefs)).answer?.kind, 'not-found');
  assert.ok((await kept(one.applicationId)).events.includes('appealed'));
});

test('the letter leads the family to the appeal, and the officer who reads it not', async () => {
  const one = await decidedApplication(database, { family, officer: priya, decidedAt });
  const both = { ...front(), routes: [...decisionRoutes, ...routes] };
  const letter = `/account/decisions/${one.decisionId}`;
  const href = new RegExp(`href="${letter}/appeal"`);
  assert.match((await at(both, family).opens(letter)).html, href);
  assert.doesNotMatch((await at(both, priya).opens(letter)).html, href);
});

test('an appeal without words, a second one, and another family’s decision are refused', async () => {
  const one = await appealed();
  const address = `/account/decisions/${one.decisionId}/appeal`;
  const again = await at(front(), family).posts(address, { words: 'Once more.' });
  assert.deepEqual(
    again.refusals.map(({ code }) => code),
    ['appealed-already'],
  );
  assert.match(again.text, /We have your appeal about this decision already/);
  assert.equal((await at(front(), stranger).opens(address)).answer?.kind, 'not-found');
  assert.equal((await at(front(), stranger).posts(address, { words: 'x' })).answer?.kind, 'not-found');
  assert.equal((await at(front(), null).opens(address)).denied, 'sign-in-as-family');
  const other = await decidedApplication(database, { family, officer: priya, decidedAt });
  const empty = await at(front(), family).posts(`/account/decisions/${other.decisionId}/appeal`, {
    words: ' ',
  });
  assert.deepEqual(
    empty.refusals.map(({ field }) => field),
    ['words'],
  );
});

test('who took the decision cannot answer; an answer needs its reasons; upheld sends the application back', async () => {
  const one = await appealed();
  const address = `/practitioners/appeals/${one.id}`;
  const answer = { outcome: 'upheld', reasons: 'You are right: the service ended in May.' };
  const own = await at(front(), priya).posts(`${address}/answer`, answer);
  assert.deepEqual(
    own.refusals.map(({ code }) => code),
    ['own-decision'],
  );
  assert.match((await at(front(), priya).opens(address)).text, /You took this decision\. Somebody else/);
  const bare = await at(front(), ngozi).posts(`${address}/answer`, { outcome: 'not-upheld', reasons: '' });
  assert.deepEqual(
    bare.refusals.map(({ field }) => field),
    ['reasons'],
  );
  assert.equal((await kept(one.applicationId)).application.state, 'decided');
  const done = await at(front(), ngozi).posts(`${address}/answer`, answer);
  assert.equal(done.to, `${address}?answered=yes`);
  const after = await kept(one.applicationId);
  assert.equal(after.application.state, 'sent');
  assert.ok(after.events.includes('reopened'));
  assert.match(done.sent[0]?.text ?? '', /We agree with you\./);
  assert.match(done.sent[0]?.text ?? '', /not the person who decided first/);
  const twice = await at(front(), ngozi).posts(`${address}/answer`, answer);
  assert.deepEqual(
    twice.refusals.map(({ code }) => code),
    ['ended-already'],
  );
});

test('not upheld leaves the decision, says what can be done next, and no stage is left where the council has one', async () => {
  const one = await appealed();
  const done = await at(front(), ngozi).posts(`/practitioners/appeals/${one.id}/answer`, {
    outcome: 'not-upheld',
    reasons: 'The service is still paid for.',
  });
  for (const words of [/final/, /complaint/, /Ombudsman/, /01632 960001/])
    assert.match(done.sent[0]?.text ?? '', words);
  assert.equal((await kept(one.applicationId)).application.state, 'decided');
  const page = await at(front(), family).opens(`/account/appeals/${one.id}`);
  assert.match(page.text, /The decision stays as it is/);
  assert.match(page.text, /Make a complaint/);
  const again = await at(front(), family).posts(`/account/decisions/${one.decisionId}/appeal`, {
    words: 'Again.',
  });
  assert.deepEqual(
    again.refusals.map(({ code }) => code),
    ['no-stage-left'],
  );
});

test('upheld in part says whether it is decided again; an appeal taken back leaves room for another', async () => {
  const one = await appealed();
  await at(front(), family).posts(`/account/appeals/${one.id}/withdraw`);
  const late = await at(front(), ngozi).posts(`/practitioners/appeals/${one.id}/answer`, {
    outcome: 'upheld',
    reasons: 'x',
  });
  assert.deepEqual(
    late.refusals.map(({ code }) => code),
    ['ended-already'],
  );
  const made = await at(front(), family).posts(`/account/decisions/${one.decisionId}/appeal`, {
    words: 'Again.',
  });
  const id = /appeals\/([^?]+)/.exec(made.to)?.[1] ?? '';
  const unsaid = await at(front(), ngozi).posts(`/practitioners/appeals/${id}/answer`, {
    outcome: 'partly',
    reasons: 'In part.',
  });
  assert.deepEqual(
    unsaid.refusals.map(({ field }) => field),
    ['again'],
  );
  await at(front(), ngozi).posts(`/practitioners/appeals/${id}/answer`, {
    outcome: 'partly',
    again: 'no',
    reasons: 'In part.',
  });
  assert.equal((await kept(one.applicationId)).application.state, 'decided');
});

test('an appeal is on the list and among the to-dos of those who may answer it, and of nobody who decided it or is kept away', async () => {
  const one = await appealed();
  const toDosOf = (person: Person) =>
    testVisit({ database, authority: council, person, readOnly: true }, toDosOfPractitioner);
  const hrefs = async (person: Person) => (await toDosOf(person)).map(({ href }) => href);
  const href = `/practitioners/appeals/${one.id}`;
  assert.ok((await hrefs(ngozi)).includes(href));
  assert.ok(!(await hrefs(priya)).includes(href));
  assert.ok(!(await hrefs(family)).includes(href));
  const tom = await testPerson({ database, name: 'Tom', roles: ['short-breaks-officer'] });
  await database.transaction({ authorityId: council.id, standing: 'system' }, (transaction) =>
    transaction
      .insertInto('declared_interests')
      .values({
        authority_id: council.id,
        person_id: tom.id,
        household_id: one.householdId,
        declared_at: Temporal.Instant.from(decidedAt),
      })
      .execute(),
  );
  assert.ok(!(await hrefs(tom)).includes(href));
  assert.match((await at(front(), tom).opens(href)).denied, /know this family/);
  assert.match((await at(front(), ngozi).opens('/practitioners/appeals')).html, new RegExp(one.id));
  await at(front(), ngozi).posts(`${href}/take`);
  const other = await testPerson({ database, roles: ['complaints-officer'] });
  assert.ok(!(await hrefs(other)).includes(href));
  assert.ok((await hrefs(ngozi)).includes(href));
});

test('where a council names a last day, a later appeal is taken with its reason alone, and more stages allow another by other people', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'daybreak-appeals-'));
  try {
    cpSync(path.dirname(council.folder), folder, { recursive: true });
    writeFileSync(
      path.join(folder, 'medway', 'appeals.yaml'),
      `appeals:
  - {from: 2020-01-01, how: By letter, ask-within: {count: 10, unit: working-days}, answer-within: {count: 5, unit: working-days},
     stages: [{who: A manager}, {who: A hearing}], final: The hearing has the last word., source: A test.}`,
    );
    const authority = { ...council, folder: path.join(folder, 'medway') };
    const two = { ...front(), authority };
    const one = await decidedApplication(database, { family, officer: priya, decidedAt });
    const address = `/account/decisions/${one.decisionId}/appeal`;
    // Decided on Monday 2 November 2026: ten working days later is Monday the 16th. The test stands on the 24th.
    const late = await at(two, family).posts(address, { words: 'Wrong.' });
    assert.deepEqual(
      late.refusals.map(({ code, field }) => [code, field]),
      [['late', 'lateBecause']],
    );
    assert.match(late.refusals[0]?.message ?? '', /16 November 2026/);
    const onTime = settableClock(Temporal.Instant.from('2026-11-16T23:30:00Z'));
    assert.doesNotMatch(
      (await at({ ...two, clock: onTime }, family).opens(address)).text,
      /Why is your appeal late/,
    );
    const taken = await at(two, family).posts(address, {
      words: 'Wrong.',
      lateBecause: 'I was in hospital.',
    });
    const id = /appeals\/([^?]+)/.exec(taken.to)?.[1] ?? '';
    assert.match((await at(two, ngozi).opens(`/practitioners/appeals/${id}`)).text, /I was in hospital/);
    const answer = { outcome: 'not-upheld', reasons: 'No.' };
    const done = await at(two, ngozi).posts(`/practitioners/appeals/${id}/answer`, answer);
    assert.match(done.sent[0]?.text ?? '', /You can appeal once more/);
    const second = await at(two, family).posts(address, {
      words: 'Still.',
      lateBecause: 'Your answer came now.',
    });
    const secondId = /appeals\/([^?]+)/.exec(second.to)?.[1] ?? '';
    const same = await at(two, ngozi).posts(`/practitioners/appeals/${secondId}/answer`, answer);
    assert.deepEqual(
      same.refusals.map(({ code }) => code),
      ['looked-before'],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a slip in appeals.yaml names the file and the place', () => {
  assert.throws(
    () => readAppealRules('appeals:\n  - {from: 2020-13-01, how: x}', 'authorities/x/appeals.yaml'),
    /authorities\/x\/appeals\.yaml: appeals\.0\.from: must be a date/,
  );
});
