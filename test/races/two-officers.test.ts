// Many officers decide on one application at the same moment, on a real server with a connection each.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { settableClock } from '#kernel/clock.ts';
import { syncAuthorities } from '#platform/authorities/index.ts';
import { type Database, migrate, openServer, readMigrations } from '#platform/database/index.ts';
import type { Answer, Person } from '#platform/web/visit.ts';
import { proposeDecision } from '../../src/families/decisions/actions/propose-decision.ts';
import { takeDecision } from '../../src/families/decisions/actions/take-decision.ts';
import { sentApplication } from '../../src/families/decisions/examples.ts';
import { checkPage } from '../../src/families/decisions/pages/check-page.ts';
import { migrationFolders } from '../../src/modules.ts';
import { testAuthority } from '../database.ts';
import { freshDatabase, serverForTests } from '../postgres-server.ts';
import { testNow, testPerson, testVisit } from '../visit.ts';

const authority = {
  ...testAuthority,
  folder: path.join(import.meta.dirname, '..', '..', 'authorities', 'medway'),
};
const authorityId = authority.id;
const officers = 12;

type Officer = { readonly person: Person; readonly ground: string };

/** An officer who has chosen, has read the page that asks to check, and is about to press the button. */
async function readyOfficer(database: Database, applicationId: string, number: number): Promise<Officer> {
  const name = `Officer ${number}`;
  const person = await testPerson({ database, name, roles: ['short-breaks-officer'] });
  const asked = { database, authority, person, params: { application: applicationId } };
  const amount = String(100 + number);
  const form = { kind: 'amount', amount, because: 'For the test of many at once' };
  const proposed = await testVisit({ ...asked, form }, proposeDecision);
  assert.equal(proposed.kind, 'redirect');
  const shown = await testVisit({ ...asked, readOnly: true }, checkPage);
  assert.equal(shown.kind, 'page');
  const ground = /name="ground" value="([0-9a-f]+)"/.exec(shown.kind === 'page' ? shown.main.text : '')?.[1];
  return { person, ground: ground ?? '' };
}

async function raceOn(database: Database): Promise<void> {
  await migrate(database, readMigrations(migrationFolders));
  await syncAuthorities(database, [authority]);
  const family = await testPerson({ database });
  const { applicationId, childId } = await database.transaction(
    { authorityId, standing: 'system' },
    (transaction) =>
      sentApplication(transaction, {
        authorityId,
        personId: family.id,
        sentAt: testNow.subtract({ hours: 48 }),
        dueOn: Temporal.PlainDate.from('2026-12-04'),
      }),
  );
  const ready: Officer[] = [];
  for (let number = 1; number <= officers; number++)
    ready.push(await readyOfficer(database, applicationId, number));

  const clock = settableClock(testNow);
  const answers = await Promise.all(
    ready.map(({ person, ground }) =>
      testVisit(
        { database, authority, person, clock, params: { application: applicationId }, form: { ground } },
        takeDecision,
      ),
    ),
  );

  await holdsOne(database, { answers, applicationId, childId });
}

async function holdsOne(
  database: Database,
  after: { readonly answers: readonly Answer[]; readonly applicationId: string; readonly childId: string },
): Promise<void> {
  const through = after.answers.filter((answer) => answer.kind === 'redirect');
  assert.equal(through.length, 1);
  const told = after.answers.flatMap((answer) => (answer.kind === 'wrong' ? answer.refusals : []));
  assert.equal(told.length, officers - 1);
  const { decisions, awards, entries } = await database.transaction(
    { authorityId, standing: 'system' },
    async (transaction) => ({
      decisions: await transaction
        .selectFrom('decisions')
        .selectAll()
        .where('application_id', '=', after.applicationId)
        .execute(),
      awards: await transaction
        .selectFrom('awards')
        .selectAll()
        .where('application_id', '=', after.applicationId)
        .execute(),
      entries: await transaction
        .selectFrom('ledger_entries')
        .selectAll()
        .where('child_id', '=', after.childId)
        .execute(),
    }),
  );
  assert.deepEqual([decisions.length, awards.length, entries.length], [1, 1, 1]);
  const amount = decisions[0]?.award_pence;
  assert.ok(typeof amount === 'number' && amount > 0);
  assert.deepEqual([awards[0]?.amount_pence, entries[0]?.amount_pence], [amount, amount]);
  for (const one of told) {
    assert.equal(one.code, 'already-decided');
    assert.match(one.message, new RegExp(`^${decisions[0]?.decided_by_name} has already decided`));
  }
}

test(`of ${officers} officers who decide at once, one does, and the others are told who did`, async (t) => {
  const server = await serverForTests();
  if ('unavailable' in server) {
    t.skip(server.unavailable);
    return;
  }
  const fresh = await freshDatabase({ server });
  const database = await openServer({ url: fresh.url, connections: officers });
  try {
    await raceOn(database);
  } finally {
    await database.close();
    await fresh.drop();
    await server.stop();
  }
});
