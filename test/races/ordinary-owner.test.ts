import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { newId } from '#kernel/id.ts';
import { verifyAuditChain, writeAudit } from '#platform/audit/index.ts';
import { syncAuthorities } from '#platform/authorities/index.ts';
import { type Database, migrate, openServer, readMigrations } from '#platform/database/index.ts';
import { migrationFolders } from '../../src/modules.ts';
import { testAuthority } from '../database.ts';
import { startPostgres } from '../postgres-server.ts';
import { testPerson } from '../visit.ts';

// A council's database server gives an account that may make roles and owns its database, and is no superuser. Row-level
// security holds such an owner back too, which it does not on the test server's own account.
// It is a server of this file's own, so that the role of the service is made by this owner and by nobody before it.
const started = await startPostgres();
const skip = 'unavailable' in started ? started.unavailable : false;
let database: Database | undefined;

before(async () => {
  if ('unavailable' in started) return;
  const admin = new pg.Client({ connectionString: started.url });
  await admin.connect();
  await admin.query('create role council login createrole nosuperuser nobypassrls');
  await admin.query('create database council owner council');
  await admin.end();
  const url = new URL(started.url);
  url.username = 'council';
  url.pathname = '/council';
  database = await openServer({ url: url.href, connections: 3 });
});
after(async () => {
  await database?.close();
  if (!('unavailable' in started)) await started.stop();
});

function opened(): Database {
  if (database === undefined) throw new Error('the database did not open');
  return database;
}

test('an owner that is no superuser migrates, makes authorities known twice, and serves', {
  skip,
}, async () => {
  const migrations = readMigrations(migrationFolders);
  const done = await migrate(opened(), migrations);
  assert.equal(done.length, migrations.length);
  await syncAuthorities(opened(), [testAuthority]);
  await syncAuthorities(opened(), [{ ...testAuthority, name: 'Testshire County Council' }]);
  const seen = await opened().transaction(
    { authorityId: testAuthority.id, standing: 'public' },
    (transaction) => transaction.selectFrom('authorities').select('name').execute(),
  );
  assert.deepEqual(seen, [{ name: 'Testshire County Council' }]);
});

test('its service keeps the audit trail, and is held to one household all the same', { skip }, async () => {
  const [one, other] = [await testPerson({ database: opened() }), await testPerson({ database: opened() })];
  const householdId = newId();
  const at = Temporal.Instant.from('2026-11-24T10:00:00Z');
  const enter = (personId: string, work: Parameters<Database['transaction']>[1]) =>
    opened().transaction({ authorityId: testAuthority.id, standing: 'family', personId }, work);
  const join = (personId: string) => sql`insert into household_accounts
    values (${testAuthority.id}, ${householdId}, ${personId}, now())`;
  await enter(one.id, async (transaction) => {
    await sql`insert into households values (${testAuthority.id}, ${householdId}, '1', '', 'T', 'P', null, now(), now())`.execute(
      transaction,
    );
    await join(one.id).execute(transaction);
    await writeAudit(transaction, {
      authorityId: testAuthority.id,
      personId: one.id,
      standing: 'family',
      at,
      requestId: null,
      notes: [{ event: 'test.joined' }],
    });
  });
  await assert.rejects(
    enter(other.id, (transaction) => join(other.id).execute(transaction)),
    /row-level security/,
  );
  const seen = (personId: string) =>
    enter(personId, (transaction) => transaction.selectFrom('households').select('id').execute());
  assert.deepEqual(await seen(one.id), [{ id: householdId }]);
  assert.deepEqual(await seen(other.id), []);
  assert.deepEqual(await verifyAuditChain(opened(), testAuthority.id).then(({ problem }) => problem), null);
});

test('beside the scope of a transaction the owner itself reads no family’s row', { skip }, async () => {
  const { rows } = await sql`select 1 from households`.execute(opened().owner);
  assert.equal(rows.length, 0);
});
