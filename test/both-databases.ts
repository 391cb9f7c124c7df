// The same test on both databases: the embedded one, always, and a server's, where one can start.
import { createHash } from 'node:crypto';
import { after } from 'node:test';
import { syncAuthorities } from '#platform/authorities/index.ts';
import { type Database, migrate, openServer, readMigrations } from '#platform/database/index.ts';
import { migrationFolders } from '../src/modules.ts';
import { otherAuthority, testAuthority, testDatabase } from './database.ts';
import { freshDatabase, type Server, serverForTests, templateDatabase } from './postgres-server.ts';

/** A kind of database. `skip` is false, or why there is none of this kind here. */
export type Engine = {
  readonly name: 'embedded' | 'server';
  readonly skip: string | false;
  /** Gives a migrated database of this test's own. It closes, and a server's is dropped, when the file ends. */
  open(): Promise<Database>;
};

async function openMigrated(url: string): Promise<void> {
  const database = await openServer({ url, connections: 1 });
  try {
    await migrate(database, readMigrations(migrationFolders));
    await syncAuthorities(database, [testAuthority, otherAuthority]);
  } finally {
    await database.close();
  }
}

/** Gives a migrated database of this test's own on the server, with both authorities, and its address. */
export async function serverDatabase(
  server: Server,
): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const hash = createHash('sha256');
  for (const migration of readMigrations(migrationFolders)) hash.update(migration.hash);
  const name = `migrated_${hash.digest('hex').slice(0, 16)}`;
  return freshDatabase({ server, template: await templateDatabase({ server, name, build: openMigrated }) });
}

/** Both kinds of database. Call it once at the top of a test file. */
export async function bothDatabases(): Promise<readonly Engine[]> {
  const found = await serverForTests();
  const closing: (() => Promise<void>)[] = [];
  after(async () => {
    for (const close of closing.reverse()) await close();
    if (!('unavailable' in found)) await found.stop();
  });
  const embedded: Engine = {
    name: 'embedded',
    skip: false,
    async open() {
      const database = await testDatabase();
      closing.push(() => database.close());
      return database;
    },
  };
  const server: Engine = {
    name: 'server',
    skip: 'unavailable' in found ? found.unavailable : false,
    async open() {
      if ('unavailable' in found) throw new Error(found.unavailable);
      const fresh = await serverDatabase(found);
      const database = await openServer({ url: fresh.url, connections: 4 });
      closing.push(async () => {
        await database.close();
        await fresh.drop();
      });
      return database;
    },
  };
  return [embedded, server];
}
