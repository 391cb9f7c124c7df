import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { migrationFolders } from '../../modules.ts';
import { type Database, migrate, migrationState, readMigrations } from './index.ts';
import { statementsOf } from './migrate.ts';
import { schemaText, writtenSchema } from './write-schema.ts';

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function folderWith(files: Readonly<Record<string, string>>): readonly URL[] {
  const folder = mkdtempSync(join(tmpdir(), 'daybreak-migrations-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return [pathToFileURL(`${folder}/`)];
}

/** A database that says that nothing has been applied to it yet; quicker to have than one that is empty. */
async function withEmpty(work: (database: Database) => Promise<void>): Promise<void> {
  const database = await testDatabase();
  try {
    await sql`delete from applied_migrations`.execute(database.owner);
    await work(database);
  } finally {
    await database.close();
  }
}

test('migrations are read in the order of their numbers, and a name or a number that cannot be is named', () => {
  const read = readMigrations(folderWith({ '0010-b.sql': '', '0002-a.sql': '', 'notes.txt': '' }));
  assert.deepEqual(
    read.map(({ number, name }) => [number, name]),
    [
      [2, '0002-a.sql'],
      [10, '0010-b.sql'],
    ],
  );
  assert.throws(
    () => readMigrations(folderWith({ '12-a.sql': '' })),
    /12-a.sql: a migration begins with four figures/,
  );
  const twice = [...folderWith({ '0001-a.sql': '' }), ...folderWith({ '0001-b.sql': '' })];
  assert.throws(() => readMigrations(twice), /0001-a.sql and 0001-b.sql have the same number/);
});

test('a file checked out with the line ends of another system is the same migration', () => {
  const hashes = ['create table a ();\n-- b\n', 'create table a ();\r\n-- b\r\n'].map(
    (text) => readMigrations(folderWith({ '0001-a.sql': text }))[0]?.hash,
  );
  assert.equal(hashes[0], hashes[1]);
});

test('migrating twice does nothing the second time; a new file is applied alone, also one with a lower number', async () => {
  await withEmpty(async (database) => {
    const first = { '0002-a.sql': 'create table a (id int);' };
    assert.deepEqual(await migrate(database, readMigrations(folderWith(first))), ['0002-a.sql']);
    assert.deepEqual(await migrate(database, readMigrations(folderWith(first))), []);
    const more = {
      ...first,
      '0001-b.sql': 'alter table a add column b int;',
      '0003-c.sql': 'create table c ();',
    };
    assert.deepEqual(await migrate(database, readMigrations(folderWith(more))), ['0001-b.sql', '0003-c.sql']);
    const state = await migrationState(database, readMigrations(folderWith(more)));
    assert.deepEqual(state, { pending: [], problems: [] });
  });
});

test('a file that was changed after it had been applied is refused, and nothing else is applied', async () => {
  await withEmpty(async (database) => {
    await migrate(database, readMigrations(folderWith({ '0001-a.sql': 'create table a ();' })));
    const changed = readMigrations(
      folderWith({ '0001-a.sql': 'create table a (id int);', '0002-b.sql': 'create table b ();' }),
    );
    await assert.rejects(
      migrate(database, changed),
      /^Error: 0001-a.sql was changed after it had been applied/,
    );
    const { rows } = await sql`select to_regclass('b') as b`.execute(database.owner);
    assert.deepEqual(rows, [{ b: null }]);
  });
});

test('a database that is ahead of the program is refused', async () => {
  await withEmpty(async (database) => {
    const files = { '0001-a.sql': 'create table a ();', '0002-b.sql': 'create table b ();' };
    await migrate(database, readMigrations(folderWith(files)));
    const older = readMigrations(folderWith({ '0001-a.sql': files['0001-a.sql'] }));
    await assert.rejects(
      migrate(database, older),
      /The database has 0002-b.sql, which this version does not know/,
    );
  });
});

test('a migration that fails half way leaves nothing of itself, keeps those before it, and can be tried again', async () => {
  await withEmpty(async (database) => {
    const before = { '0001-a.sql': 'create table a ();' };
    const broken = { ...before, '0002-b.sql': 'create table b (); create table a ();' };
    await assert.rejects(
      migrate(database, readMigrations(folderWith(broken))),
      /relation "a" already exists/,
    );
    const mended = { ...before, '0002-b.sql': 'create table b (); create table c ();' };
    assert.deepEqual(await migrate(database, readMigrations(folderWith(mended))), ['0002-b.sql']);
  });
});

test('the types of the schema are those of the migrated database, to the letter', async () => {
  const database = await testDatabase();
  try {
    const { pending, problems } = await migrationState(database, readMigrations(migrationFolders));
    assert.deepEqual({ pending, problems }, { pending: [], problems: [] });
    assert.equal(writtenSchema(), await schemaText(database.owner));
  } finally {
    await database.close();
  }
});

/** Pieces of SQL that hold a semicolon and do not end a statement, and ones that hold none. */
const whole = fc.oneof(
  fc.constantFrom(
    'select 1',
    "select 'a;b'",
    "select 'it''s; one'",
    "select E'it\\'s; one'",
    'select "odd;name" from "it\'s"',
    'select "say ""so;"""',
    'do $$ begin perform 1; end $$',
    'do $tag$ begin perform $$;$$; end $tag$',
    'do $Tag_2$ begin; end $Tag_2$',
    'select 1 -- not; here\n',
    "select 1 -- it's not; here\n",
    'select /* not; here */ 1',
    'select /* nor /* here; */ nor; here */ 1',
    "select /* it's; not here */ 1",
    'select $1',
  ),
  fc.stringMatching(/^[a-z ]{1,20}$/).filter((text) => text.trim() !== ''),
);

test('a migration is split where its statements end and nowhere else', () => {
  fc.assert(
    fc.property(fc.array(whole, { minLength: 1, maxLength: 8 }), fc.boolean(), (statements, isLastClosed) => {
      const text = `-- About; this.\n${statements.join(';\n')}${isLastClosed ? ';\n' : ''}`;
      const wanted = statements.map((one) => one.trim());
      wanted[0] = `-- About; this.\n${statements[0]}`.trim();
      assert.deepEqual(statementsOf(text), wanted);
    }),
  );
  assert.deepEqual(statementsOf(' ;; \n-- only words; here\n;/* and; here */;'), []);
  assert.deepEqual(statementsOf(''), []);
});

test('every statement of every migration is one statement to the database', () => {
  for (const migration of readMigrations(migrationFolders)) {
    const statements = statementsOf(migration.text);
    assert.ok(statements.length > 0, migration.name);
    const isStatement =
      /^(?:--[^\n]*\n\s*)*(create|alter|drop|grant|revoke|insert|update|call|do|comment)\s/i;
    for (const statement of statements) assert.match(statement, isStatement, migration.name);
  }
});
