// A migrated database in memory for the tests of stores, actions and pages.
import { createHash } from 'node:crypto';
import { mkdirSync, openAsBlob, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Authority, syncAuthorities } from '#platform/authorities/index.ts';
import { type Database, migrate, openEmbedded, readMigrations } from '#platform/database/index.ts';
import { nothing } from '#platform/web/html.ts';
import { migrationFolders } from '../src/modules.ts';

/** A made-up council. Its folder does not exist: a test that reads one names its own. */
export const testAuthority: Authority = {
  id: '018f0000-0000-7000-8000-00000000a001',
  slug: 'testshire',
  name: 'Testshire Council',
  service: 'Short breaks in Testshire',
  hosts: ['testshire.localhost'],
  folder: path.join(import.meta.dirname, 'no-such-folder'),
  theme: {
    brand: '#1f5a66',
    brandDark: '#143f48',
    brandTint: '#eef6f5',
    accent: '#f3b23e',
    link: '#1d4f8c',
    linkHover: '#143f48',
  },
  logo: nothing,
  contact: {
    phone: '01632 960001',
    email: 'short.breaks@testshire.example.org',
    hours: 'Monday to Friday, 9am to 5pm',
    address: '1 Test Street, Testshire',
  },
  crisis: [{ name: 'Emergency services', when: 'If somebody is in danger now', phone: '999' }],
  localities: [],
};

/** A second council, for tests that one council never sees what belongs to another. */
export const otherAuthority: Authority = {
  ...testAuthority,
  id: '018f0000-0000-7000-8000-00000000a002',
  slug: 'othershire',
  name: 'Othershire Council',
  service: 'Short breaks in Othershire',
  hosts: ['othershire.localhost'],
};

const cache = path.join(import.meta.dirname, '..', '.cache', 'test-database');

async function makeImage(file: string): Promise<void> {
  const database = await openEmbedded({});
  try {
    await migrate(database, readMigrations(migrationFolders));
    await syncAuthorities(database, [testAuthority, otherAuthority]);
    if (database.engine === undefined) throw new Error('the embedded database has an engine');
    const image = await database.engine.dumpDataDir('none');
    mkdirSync(cache, { recursive: true });
    // Written beside and moved into its place, so that a test file that starts now never reads half of it.
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, new Uint8Array(await image.arrayBuffer()));
    for (const old of readdirSync(cache)) if (old.endsWith('.tar')) rmSync(path.join(cache, old));
    renameSync(unfinished, file);
  } finally {
    await database.close();
  }
}

/**
 * Gives a database of this test's own, embedded and in memory, migrated, with `testAuthority` and
 * `otherAuthority` known. It starts from an image that is made anew whenever a migration changes, in well
 * under a second. Close it in `after`.
 */
export async function testDatabase(): Promise<Database> {
  const hash = createHash('sha256').update(JSON.stringify([testAuthority, otherAuthority]));
  for (const migration of readMigrations(migrationFolders)) hash.update(migration.hash);
  const file = path.join(cache, `${hash.digest('hex').slice(0, 16)}.tar`);
  // Of several test files that start at once, one may remove the image that another has just looked for.
  for (let attempt = 1; ; attempt++) {
    try {
      return await openEmbedded({ image: await openAsBlob(file) });
    } catch (error) {
      if (attempt === 3) throw error;
      await makeImage(file);
    }
  }
}
