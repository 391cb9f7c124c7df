import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { type Kysely, sql } from 'kysely';
import type { Database } from './open.ts';
import type { Schema } from './schema.ts';

/** One numbered file of plain SQL. */
export type Migration = {
  readonly number: number;
  readonly name: string;
  readonly text: string;
  readonly hash: string;
};

/** Reads the migrations of the folders named, in the order of their numbers. A number used twice is a bug. */
export function readMigrations(folders: readonly URL[]): readonly Migration[] {
  const migrations = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.sql'))
      .map((file) => {
        const number = Number(/^(\d{4})-/.exec(file)?.[1]);
        if (!Number.isInteger(number))
          throw new Error(`${file}: a migration begins with four figures and a dash`);
        const text = readFileSync(new URL(file, folder), 'utf8');
        return { number, name: file, text, hash: createHash('sha256').update(text).digest('hex') };
      }),
  );
  migrations.sort((one, other) => one.number - other.number);
  for (let index = 1; index < migrations.length; index++) {
    const [one, other] = [migrations[index - 1], migrations[index]];
    if (one?.number === other?.number)
      throw new Error(`${one?.name} and ${other?.name} have the same number`);
  }
  return migrations;
}

/** The key under which one process at a time migrates a server ("Daybreak" in letters of the telephone). */
const migrationLock = 32_927_325;

async function applied(owner: Kysely<Schema>): Promise<Map<number, { name: string; hash: string }>> {
  await sql`create table if not exists applied_migrations (
    number integer primary key, name text not null, hash text not null,
    applied_at timestamptz not null default now())`.execute(owner);
  const { rows } = await sql<{ number: number; name: string; hash: string }>`
    select number, name, hash from applied_migrations`.execute(owner);
  return new Map(rows.map((row) => [row.number, row]));
}

/** What migrating would find: what is still to be done, and what does not agree with the files. */
export async function migrationState(
  database: Database,
  migrations: readonly Migration[],
): Promise<{ readonly pending: readonly Migration[]; readonly problems: readonly string[] }> {
  const done = await applied(database.owner);
  const problems: string[] = [];
  for (const migration of migrations) {
    const before = done.get(migration.number);
    if (before !== undefined && before.hash !== migration.hash) {
      problems.push(`${migration.name} was changed after it had been applied. Add a new migration instead.`);
    }
  }
  const known = new Set(migrations.map((migration) => migration.number));
  for (const [number, before] of done) {
    if (!known.has(number))
      problems.push(`The database has ${before.name}, which this version does not know.`);
  }
  return { pending: migrations.filter((migration) => !done.has(migration.number)), problems };
}

/**
 * Applies every migration that the database does not have yet, each in a transaction of its own, and gives
 * their names. Throws when an applied one was changed since.
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  return database.owner.connection().execute(async (connection) => {
    if (database.kind === 'server') await sql`select pg_advisory_lock(${migrationLock})`.execute(connection);
    try {
      const { pending, problems } = await migrationState({ ...database, owner: connection }, migrations);
      if (problems.length > 0) throw new Error(problems.join('\n'));
      for (const migration of pending) {
        await connection.transaction().execute(async (transaction) => {
          for (const statement of statementsOf(migration.text)) await sql.raw(statement).execute(transaction);
          await sql`insert into applied_migrations (number, name, hash)
            values (${migration.number}, ${migration.name}, ${migration.hash})`.execute(transaction);
        });
      }
      return pending.map((migration) => migration.name);
    } finally {
      if (database.kind === 'server')
        await sql`select pg_advisory_unlock(${migrationLock})`.execute(connection);
    }
  });
}

/**
 * Splits a migration into its statements, since the embedded engine takes one at a time through a prepared
 * query. Bodies between dollar quotes and quoted text stay whole.
 */
export function statementsOf(text: string): readonly string[] {
  const statements: string[] = [];
  const token = /--[^\n]*|'(?:[^']|'')*'|\$([a-z_]*)\$[\s\S]*?\$\1\$|;/g;
  let begin = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    if (match[0] !== ';') continue;
    statements.push(text.slice(begin, match.index));
    begin = match.index + 1;
  }
  statements.push(text.slice(begin));
  return statements
    .map((statement) => statement.trim())
    .filter((statement) => statement.replace(/--[^\n]*/g, '').trim() !== '');
}
