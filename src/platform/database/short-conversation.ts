import type { PGlite, QueryOptions, Results } from '@electric-sql/pglite';
import type { PGliteDialectConfig } from 'kysely';

type EngineOfKysely = Exclude<PGliteDialectConfig['pglite'], (...given: never[]) => unknown>;

/**
 * The embedded engine as Kysely uses it, with one difference inside transactions: a statement without values is
 * said in one message, as the driver of a server says it too, and may then be several statements with a semicolon
 * between them. The engine by itself says every statement in six messages, and each is a call into WebAssembly.
 */
export function withShortConversation(engine: PGlite): EngineOfKysely {
  return {
    get closed() {
      return engine.closed;
    },
    get ready() {
      return engine.ready;
    },
    waitReady: engine.waitReady,
    close: () => engine.close(),
    query: (text, values, options) => engine.query(text, values, options),
    transaction: (work) =>
      engine.transaction((transaction) =>
        work({
          rollback: () => transaction.rollback(),
          async query<Row>(text: string, values?: unknown[], options?: QueryOptions) {
            if (values !== undefined && values.length > 0)
              return transaction.query<Row>(text, values, options);
            const results = await transaction.exec(text, options);
            return (results.at(-1) ?? { rows: [], fields: [] }) as Results<Row>;
          },
        }),
      ),
  };
}
