// A database that gives again what a real one gave once: to measure what is done with rows without fetching them.
import {
  type DatabaseConnection,
  type Driver,
  Kysely,
  type KyselyPlugin,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryId,
} from 'kysely';
import type { Schema, Transaction } from '#platform/database/index.ts';

type Rows = readonly Record<string, unknown>[];

/** Notes the rows of each query that runs through the transaction it gives. */
export function recording(transaction: Transaction): {
  readonly transaction: Transaction;
  readonly rowsByQuery: ReadonlyMap<string, Rows>;
} {
  const texts = new WeakMap<QueryId, string>();
  const rowsByQuery = new Map<string, Rows>();
  const plugin: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      const { sql, parameters } = transaction.getExecutor().compileQuery(node, queryId);
      texts.set(queryId, keyOf(sql, parameters));
      return node;
    },
    async transformResult({ queryId, result }) {
      rowsByQuery.set(texts.get(queryId) ?? '', result.rows as Rows);
      return result;
    },
  };
  return { transaction: transaction.withPlugin(plugin), rowsByQuery };
}

/** A transaction in which every query gives the rows that were noted for it. Throws at a query that is new. */
export function replaying(rowsByQuery: ReadonlyMap<string, Rows>): Transaction {
  const connection: DatabaseConnection = {
    async executeQuery<R>({ sql, parameters }: { sql: string; parameters: readonly unknown[] }) {
      const rows = rowsByQuery.get(keyOf(sql, parameters));
      if (rows === undefined) throw new Error(`No rows were noted for ${sql}`);
      return { rows: rows as R[] };
    },
    streamQuery() {
      throw new Error('Rows that were noted are not streamed.');
    },
  };
  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: async () => {},
    commitTransaction: async () => {},
    rollbackTransaction: async () => {},
    releaseConnection: async () => {},
    destroy: async () => {},
  };
  return new Kysely<Schema>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (database) => new PostgresIntrospector(database),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}

function keyOf(sql: string, parameters: readonly unknown[]): string {
  return JSON.stringify([sql, parameters]);
}
