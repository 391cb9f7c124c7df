import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { cube } from '@electric-sql/pglite/contrib/cube';
import { earthdistance } from '@electric-sql/pglite/contrib/earthdistance';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { columnTypes } from './column-types.ts';
import { FolderHeld, lockFolder } from './folder-lock.ts';
import type { Schema } from './schema.ts';
import { enterScope, type Scope } from './scope.ts';
import { withShortConversation } from './short-conversation.ts';

/** A transaction in which the authority and the person are set; everything that touches data is given one. */
export type Transaction = Kysely<Schema>;

/** The database, opened. Close it once, when nothing uses it any more. */
export type Database = {
  readonly kind: 'embedded' | 'server';
  /** The embedded engine itself, for the job queue; absent on a server. */
  readonly engine?: PGlite;
  /** The connection pool, for the job queue; absent when embedded. */
  readonly pool?: pg.Pool;
  /** The owner's own access, for migrations and checks only: row-level security does not hold it back. */
  readonly owner: Kysely<Schema>;
  /**
   * Runs `work` in one transaction as the role that row-level security binds; commits what it gives,
   * rolls back what throws.
   */
  transaction<T>(scope: Scope, work: (transaction: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

function transactionsOf(kysely: Kysely<Schema>): Database['transaction'] {
  return (scope, work) =>
    kysely.transaction().execute(async (transaction) => {
      await enterScope(transaction, scope);
      return work(transaction);
    });
}

/**
 * Opens the embedded database: in `folder`, which is locked against a second process, or in memory when no
 * folder is named. Throws `FolderHeld` with a sentence that says what holds the folder, or that it is not whole.
 */
export async function openEmbedded(options: {
  readonly folder?: string;
  readonly image?: Blob;
}): Promise<Database> {
  let unlock = () => {};
  if (options.folder !== undefined) {
    mkdirSync(dirname(options.folder), { recursive: true });
    unlock = lockFolder(dirname(options.folder));
  }
  try {
    const engine = await PGlite.create({
      ...(options.folder === undefined ? {} : { dataDir: options.folder }),
      ...(options.image === undefined ? {} : { loadDataDir: options.image }),
      extensions: { btree_gist, cube, earthdistance, pg_trgm, unaccent },
      parsers: columnTypes.parsers,
      serializers: columnTypes.serializers,
    });
    const kysely = new Kysely<Schema>({
      dialect: new PGliteDialect({ pglite: withShortConversation(engine) }),
    });
    return {
      kind: 'embedded',
      engine,
      owner: kysely,
      transaction: transactionsOf(kysely),
      async close() {
        try {
          await kysely.destroy();
          // A database that nobody has asked anything is not closed by that.
          if (!engine.closed) await engine.close();
        } finally {
          unlock();
        }
      },
    };
  } catch (error) {
    unlock();
    throw options.folder === undefined ? error : errorOfOpening(error, options.folder);
  }
}

/** Where a folder's files are not a whole database, the engine says so by an error that helps nobody, or by no error. */
function errorOfOpening(error: unknown, folder: string): unknown {
  const isOurs = error instanceof Error && !error.message.startsWith('PGlite failed');
  if (isOurs) return error;
  return new FolderHeld(
    `The database in ${folder} cannot be opened: its files are not whole. Bring the data folder back from a backup, or choose another with DAYBREAK_DATA.`,
    { cause: error },
  );
}

/** Opens a PostgreSQL server, 16 or newer, by its address. Throws a sentence when it is older. */
export async function openServer(options: {
  readonly url: string;
  readonly connections?: number;
}): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections ?? 10,
    types: columnTypes.forServer,
  });
  pool.on('error', () => {
    // An idle connection that breaks is replaced by the pool; the next query reports what matters.
  });
  const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  try {
    const { rows } = await sql<{
      version: string;
    }>`select current_setting('server_version_num') as version`.execute(kysely);
    const version = Math.trunc(Number(rows[0]?.version ?? 0) / 10_000);
    if (version < 16) {
      throw new Error(`The database server is PostgreSQL ${version}. Daybreak needs PostgreSQL 16 or newer.`);
    }
  } catch (error) {
    await kysely.destroy();
    throw error;
  }
  return {
    kind: 'server',
    pool,
    owner: kysely,
    transaction: transactionsOf(kysely),
    close: () => kysely.destroy(),
  };
}
