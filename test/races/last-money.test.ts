// What is decided at the same moment, on a real server with a connection each: the last money of a fund's year, and
// a case whose officer says at that moment that they know the family.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { settableClock } from '#kernel/clock.ts';
import { budgetPosition } from '#money/budgets/index.ts';
import { type Authority, syncAuthorities } from '#platform/authorities/index.ts';
import { type Database, migrate, openServer, readMigrations } from '#platform/database/index.ts';
import type { Answer, Person } from '#platform/web/visit.ts';
import { decideQueueByRule } from '../../src/families/decisions/actions/decide-all.ts';
import { declareInterest } from '../../src/families/decisions/actions/declare-interest.ts';
import { proposeDecision } from '../../src/families/decisions/actions/propose-decision.ts';
import { takeDecision } from '../../src/families/decisions/actions/take-decision.ts';
import { type SentApplication, sentApplication } from '../../src/families/decisions/examples.ts';
import { checkPage } from '../../src/families/decisions/pages/check-page.ts';
import { migrationFolders } from '../../src/modules.ts';
import { testAuthority } from '../database.ts';
import { freshDatabase, serverForTests } from '../postgres-server.ts';
import { testNow, testPerson, testVisit } from '../visit.ts';

const authorityId = testAuthority.id;
const many = 10;
const clock = settableClock(testNow);

let unavailable: string | null = null;
let database: Database;
let close = async () => {};
/** A council like Medway whose budget of this year has room for two awards of £750. */
let authority: Authority;
let family: Person;

before(async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'daybreak-fund-'));
  const authorities = path.join(import.meta.dirname, '..', '..', 'authorities');
  for (const name of ['medway', 'england'])
    cpSync(path.join(authorities, name), path.join(root, name), { recursive: true });
  const file = path.join(root, 'medway', 'budget', 'short-breaks-grant.yaml');
  const budget = readFileSync(file, 'utf8').replaceAll('budget-pence: 49120200', 'budget-pence: 150000');
  writeFileSync(file, budget);
  authority = { ...testAuthority, folder: path.join(root, 'medway') };
  const server = await serverForTests();
  if ('unavailable' in server) {
    unavailable = server.unavailable;
    return;
  }
  const fresh = await freshDatabase({ server });
  database = await openServer({ url: fresh.url, connections: many + 2 });
  close = async () => {
    await database.close();
    await fresh.drop();
    await server.stop();
    rmSync(root, { recursive: true });
  };
  await migrate(database, readMigrations(migrationFolders));
  await syncAuthorities(database, [authority]);
  family = await testPerson({ database });
});
after(() => close());

let born = 0;
function sent(): Promise<SentApplication> {
  born++;
  return database.transaction({ authorityId, standing: 'system' }, (transaction) =>
    sentApplication(transaction, {
      authorityId,
      personId: family.id,
      sentAt: testNow.subtract({ hours: 48 }),
      dueOn: Temporal.PlainDate.from('2026-12-04'),
      bornOn: Temporal.PlainDate.from('2014-01-01').add({ days: born }).toString(),
      letterUntil: null,
    }),
  );
}

function officer(name: string): Promise<Person> {
  return testPerson({ database, name, roles: ['short-breaks-officer'] });
}

/** An officer who has chosen what is recommended, has read the page that asks to check, and is about to confirm. */
async function ready(person: Person, one: SentApplication): Promise<() => Promise<Answer>> {
  const asked = { database, authority, person, clock, params: { application: one.applicationId } };
  await testVisit({ ...asked, form: { kind: 'recommended' } }, proposeDecision);
  const shown = await testVisit({ ...asked, readOnly: true }, checkPage);
  const ground = /name="ground" value="([0-9a-f]+)"/.exec(shown.kind === 'page' ? shown.main.text : '')?.[1];
  return () => testVisit({ ...asked, form: { ground: ground ?? '' } }, takeDecision);
}

function position() {
  return database.transaction({ authorityId, standing: 'system' }, (transaction) =>
    budgetPosition(transaction, { authority, fund: 'short-breaks-grant', year: '2026-27' }),
  );
}

const codes = (answers: readonly Answer[]) =>
  answers.flatMap((answer) => (answer.kind === 'wrong' ? answer.refusals.map(({ code }) => code) : []));

test('a decision waits for a declaration that is being made at that moment, and then is not taken', async (t) => {
  if (unavailable !== null) return t.skip(unavailable);
  const one = await sent();
  const person = await officer('Kim Park');
  const confirm = await ready(person, one);
  const params = { application: one.applicationId };
  let deciding: Promise<Answer> | undefined;
  let isDecided = false;
  await testVisit({ database, authority, person, clock, params, form: {} }, async (opened) => {
    const declared = await declareInterest(opened);
    // The policy let the officer in before; now the decision comes in the middle of the declaration.
    deciding = confirm();
    void deciding.then(() => {
      isDecided = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(isDecided, false, 'it waits');
    return declared;
  });
  const answer = await deciding;
  assert.ok(answer !== undefined);
  assert.deepEqual(codes([answer]), ['kept-away']);
  const decisions = await database.transaction({ authorityId, standing: 'system' }, (transaction) =>
    transaction
      .selectFrom('decisions')
      .select('id')
      .where('application_id', '=', one.applicationId)
      .execute(),
  );
  assert.deepEqual(decisions, []);
});

test(`of ${many} officers and a list of many who take the last money of a fund at once, no more is given than there is`, async (t) => {
  if (unavailable !== null) return t.skip(unavailable);
  const before = await position();
  const room = Math.trunc((before.left ?? 0) / 75_000);
  const confirms: (() => Promise<Answer>)[] = [];
  const ids: string[] = [];
  for (let number = 0; number < many; number++) {
    const one = await sent();
    ids.push(one.applicationId);
    confirms.push(await ready(await officer(`Officer ${number}`), one));
  }
  const lister = await officer('Lister');
  const together = () =>
    testVisit({ database, authority, person: lister, clock, form: { applications: ids } }, decideQueueByRule);
  const answers = await Promise.all([...confirms.map((confirm) => confirm()), together()]);
  const end = await position();
  assert.equal(end.isOver, false);
  assert.equal((end.left ?? 0) < 75_000, true, 'and nothing that could be given is left');
  const decisions = await database.transaction({ authorityId, standing: 'system' }, (transaction) =>
    transaction.selectFrom('decisions').select('id').where('application_id', 'in', ids).execute(),
  );
  assert.equal(decisions.length, room);
  const told = codes(answers).filter((code) => code !== 'fund-spent' && code !== 'already-decided');
  assert.deepEqual(
    told.filter((code) => code !== 'nothing-by-rule'),
    [],
  );
});
