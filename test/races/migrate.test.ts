import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { migrationState, openServer, readMigrations, tablesWithoutLock } from '#platform/database/index.ts';
import { migrationFolders } from '../../src/modules.ts';
import { freshDatabase, type Server, serverForTests } from '../postgres-server.ts';

const found = await serverForTests();
const skip = 'unavailable' in found ? found.unavailable : false;
const server: Server = 'unavailable' in found ? { url: '', stop: async () => {} } : found;
after(() => server.stop());

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

async function migrateProcess(url: string): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [cli, 'migrate'], {
    env: { ...process.env, DATABASE_URL: url, DAYBREAK_SECRET: Buffer.alloc(32, 7).toString('base64') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
}

test('three processes that migrate one server at once: each step is applied once, and all end well', {
  skip,
}, async () => {
  const fresh = await freshDatabase({ server });
  try {
    const ended = await Promise.all(Array.from({ length: 3 }, () => migrateProcess(fresh.url)));
    assert.deepEqual(
      ended.map(({ code, err }) => ({ code, err })),
      Array.from({ length: 3 }, () => ({ code: 0, err: '' })),
    );
    const applied = ended.flatMap(({ out }) =>
      [...out.matchAll(/^applied (.*)$/gm)].map((match) => match[1]),
    );
    const names = readMigrations(migrationFolders).map(({ name }) => name);
    assert.deepEqual(applied.toSorted(), names.toSorted());
    const database = await openServer({ url: fresh.url, connections: 2 });
    try {
      assert.deepEqual(await migrationState(database, readMigrations(migrationFolders)), {
        pending: [],
        problems: [],
      });
      assert.deepEqual(await tablesWithoutLock(database.owner), []);
      const { rows } = await sql`select count(*)::int as held from pg_locks where locktype = 'advisory'
        and database = (select oid from pg_database where datname = current_database())`.execute(
        database.owner,
      );
      assert.deepEqual(rows, [{ held: 0 }]);
    } finally {
      await database.close();
    }
  } finally {
    await fresh.drop();
  }
});
