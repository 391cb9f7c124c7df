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
        // A checkout on Windows may have other line ends; it is the same migration.
        const text = readFileSync(new URL(file, folder), 'utf8').replaceAll('\r\n', '\n');
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

/** What may hold a semicolon that ends nothing: comments, texts, names in quotes, bodies between dollar quotes. */
const token =
  /--[^\n]*|\/\*|\be'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$([a-z_]\w*)?\$[\s\S]*?\$\1\$|;/gi;

/** Where a comment ends that begins at `from`; comments stand in each other. */
function endOfComment(text: string, from: number): number {
  const mark = /\/\*|\*\//g;
  mark.lastIndex = from;
  let depth = 0;
  for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
    depth += match[0] === '/*' ? 1 : -1;
    if (depth === 0) return mark.lastIndex;
  }
  return text.length;
}

/**
 * Splits a migration into its statements, since the embedded engine takes one at a time through a prepared
 * query. What stands in quotes or in a comment stays whole; what is only comment is no statement.
 */
export function statementsOf(text: string): readonly string[] {
  const statements: string[] = [];
  let begin = 0;
  let at = 0;
  let code = '';
  const close = (end: number) => {
    code += text.slice(at, end);
    if (code.trim() !== '') statements.push(text.slice(begin, end).trim());
    code = '';
  };
  const mark = new RegExp(token);
  for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
    const end = match[0] === '/*' ? endOfComment(text, match.index) : match.index + match[0].length;
    if (match[0] === ';') {
      close(match.index);
      begin = end;
    } else {
      const isComment = match[0] === '/*' || match[0].startsWith('--');
      code += text.slice(at, isComment ? match.index : end);
    }
    at = end;
    mark.lastIndex = end;
  }
  close(text.length);
  return statements;
}
