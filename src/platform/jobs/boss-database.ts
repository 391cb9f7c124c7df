import { type PGlite, types } from '@electric-sql/pglite';
import type { ConstructorOptions } from 'pg-boss';

/** Where the jobs are kept: in the embedded engine, or on a server by its address. */
export type JobsDatabase =
  | { readonly engine: PGlite }
  | {
      readonly url: string /** Three unless told otherwise; one of them listens. */;
      readonly connections?: number;
    };

/** What pg-boss is told of the database. */
export function bossConnection(database: JobsDatabase): ConstructorOptions {
  if ('engine' in database) return { backend: 'pglite', db: embedded(database.engine) };
  return { connectionString: database.url, max: database.connections ?? 3 };
}

/** The engine may be set to give Temporal values; pg-boss expects what PostgreSQL's own driver gives. */
const plainly = { parsers: types.parsers, serializers: types.serializers };

/** A block of statements with its own beginning and end, as pg-boss writes its maintenance. */
const wholeTransaction = /^\s*BEGIN;([\s\S]*)COMMIT;\s*$/;

/**
 * Lets pg-boss use the embedded engine's one connection beside everybody else. Every statement waits its
 * turn behind an open transaction. A block of statements runs through the engine's own `transaction`, and
 * not as bare BEGIN and COMMIT (as pg-boss's own adapter does): when one of its statements fails, the
 * rollback must come before anybody else's statement, or that one would land in an aborted transaction.
 */
function embedded(engine: PGlite): NonNullable<ConstructorOptions['db']> {
  return {
    async executeSql(text, values) {
      if (values !== undefined && values.length > 0) {
        return engine.query<Record<string, unknown>>(text, values, plainly);
      }
      const block = wholeTransaction.exec(text)?.[1];
      const results =
        block === undefined
          ? await engine.exec(text, plainly)
          : await engine.transaction((transaction) => transaction.exec(block, plainly));
      return { rows: results.flatMap((result) => result.rows) };
    },
    async listen(channel, onNotification, onReconnect) {
      const unlisten = await engine.listen(channel, onNotification);
      onReconnect();
      return { close: () => unlisten() };
    },
  };
}
