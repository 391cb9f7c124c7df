// Awards that are made more at the same moment, on a real server with a connection each: no more is promised from a
// fund's year than there is, whether it is raised or decided.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { settableClock } from '#kernel/clock.ts';
import { pence } from '#kernel/money.ts';
import { budgetPosition } from '#money/budgets/index.ts';
import { type Authority, syncAuthorities } from '#platform/authorities/index.ts';
import { type Database, migrate, openServer, readMigrations } from '#platform/database/index.ts';
import type { Answer, Person } from '#platform/web/visit.ts';
import { answerRaise } from '../../src/families/awards/actions/answer-raise.ts';
import { changeAward } from '../../src/families/awards/actions/change-award.ts';
import type { Award } from '../../src/families/awards/domain/award.ts';
import { exampleAward, exampleHousehold } from '../../src/families/awards/examples.ts';
import { raisesOf } from '../../src/families/awards/store/raises.ts';
import { migrationFolders } from '../../src/modules.ts';
import { testAuthority } from '../database.ts';
import { freshDatabase, serverForTests } from '../postgres-server.ts';
import { testNow, testPerson, testVisit } from '../visit.ts';

const authorityId = testAuthority.id;
const clock = settableClock(testNow);
const many = 8;
/** There is room for three raises of £365 beside the awards themselves, of £365 each. */
const room = 3;

let unavailable: string | null = null;
let database: Database;
let close = async () => {};
/** A council like Medway in which nobody may overspend, and one in which a team manager may. */
let strict: Authority;
let lenient: Authority;
let officer: Person;

before(async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'daybreak-raises-'));
  const authorities = path.join(import.meta.dirname, '..', '..', 'authorities');
  const folderOf = (name: string) => path.join(root, name);
  for (const name of ['medway', 'england'])
    cpSync(path.join(authorities, name), folderOf(name), { recursive: true });
  const file = path.join(folderOf('medway'), 'budget', 'short-breaks-grant.yaml');
  const budget = `budget-pence: ${36_500 * (many + room)}`;
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('budget-pence: 49120200', budget));
  lenient = { ...testAuthority, folder: folderOf('medway') };
  cpSync(folderOf('medway'), folderOf('strict'), { recursive: true });
  rmSync(path.join(folderOf('strict'), 'decisions.yaml'));
  strict = { ...testAuthority, folder: folderOf('strict') };
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
  await syncAuthorities(database, [strict]);
  officer = await testPerson({ database, name: 'Priya Shah', roles: ['short-breaks-officer'] });
});
after(() => close());

/** An award of £365 for a year whose 365 days are all still to come but for today's, and the raise to twice as much. */
async function asked(): Promise<{ readonly award: Award; readonly raiseId: string }> {
  const award = await database.transaction({ authorityId, standing: 'system' }, async (transaction) => {
    const home = await exampleHousehold(transaction, { authorityId, personId: null, at: testNow });
    return exampleAward(transaction, {
      ...home,
      authorityId,
      at: testNow,
      startsOn: '2026-11-24',
      endsOn: '2027-11-23',
      granted: { amount: pence(36_500) },
      fund: 'short-breaks-grant',
    });
  });
  const form = { amount: '730', reason: 'The need grew.', 'from-day': '24', 'from-month': '11' };
  await testVisit(
    {
      ...{ database, authority: strict, person: officer, clock },
      params: { award: award.id, act: 'change' },
      form: { ...form, 'from-year': '2026' },
    },
    changeAward,
  );
  const [raise] = await database.transaction({ authorityId, standing: 'system' }, (transaction) =>
    raisesOf(transaction, { authorityId, awardId: award.id }),
  );
  if (raise === undefined) throw new Error('the raise was not asked for');
  return { award, raiseId: raise.id };
}

function position() {
  return database.transaction({ authorityId, standing: 'system' }, (transaction) =>
    budgetPosition(transaction, { authority: strict, fund: 'short-breaks-grant', year: '2026-27' }),
  );
}

const codes = (answers: readonly Answer[]) =>
  answers.map((answer) =>
    answer.kind === 'wrong' ? answer.refusals.map(({ code }) => code).join() : answer.kind,
  );

test(`of ${many} managers who agree to a raise at once, no more do so than the fund has room for`, async (t) => {
  if (unavailable !== null) return t.skip(unavailable);
  const raises: Awaited<ReturnType<typeof asked>>[] = [];
  for (let number = 0; number < many; number++) raises.push(await asked());
  const agree = async ({ award, raiseId }: (typeof raises)[number], authority: Authority, name: string) => {
    const person = await testPerson({ database, name, roles: ['team-manager'] });
    const params = { award: award.id, raise: raiseId };
    const form = { answer: 'agreed', because: 'The need is clear.' };
    return () => testVisit({ database, authority, person, clock, params, form }, answerRaise);
  };
  const ready = [];
  for (const raise of raises) ready.push(await agree(raise, strict, `Manager ${ready.length}`));
  const answers = codes(await Promise.all(ready.map((answer) => answer())));
  assert.equal(answers.filter((code) => code === 'redirect').length, room);
  assert.equal(answers.filter((code) => code === 'fund-spent').length, many - room);
  const full = await position();
  assert.deepEqual([full.left, full.isOver], [0, false]);

  // A raise that was refused still waits, and whoever may overspend can agree to it.
  const refused = raises[answers.indexOf('fund-spent')];
  assert.ok(refused);
  const again = await agree(refused, lenient, 'A manager who may');
  assert.deepEqual(codes([await again()]), ['redirect']);
  assert.equal((await position()).left, -36_500);
});
