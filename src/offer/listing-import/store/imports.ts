import { type RawBuilder, sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import type { Transaction } from '#platform/database/index.ts';
import type { ImportState, KeptImport, RowToKeep, ShownRow } from '../domain/import.ts';
import type { Counts, Outcome } from '../domain/outcome.ts';

type Of = { readonly authorityId: string };
type Named = Of & { readonly importId: string };

const columns = sql`id, kind, name, state, problem, oddities, row_count as "rowCount", asked_by as "askedBy",
  asked_at as "askedAt", settled_by as "settledBy", settled_at as "settledAt"`;

/** Keeps a new import and gives its identifier. */
export async function keepImport(
  transaction: Transaction,
  given: Of & {
    readonly kind: KeptImport['kind'];
    readonly name: string;
    readonly state: 'fetching' | 'waiting';
    readonly rowCount: number;
    readonly oddities?: readonly string[];
    readonly by: string | null;
    readonly at: Temporal.Instant;
  },
): Promise<string> {
  const id = newId();
  await transaction
    .insertInto('listing_imports')
    .values({
      authority_id: given.authorityId,
      id,
      kind: given.kind,
      name: given.name,
      state: given.state,
      row_count: given.rowCount,
      oddities: JSON.stringify(given.oddities ?? []),
      asked_by: given.by,
      asked_at: given.at,
    })
    .execute();
  return id;
}

/** So many rows go to the database in one statement. */
const rowsAtOnce = 250;

/** Keeps the rows of an import. What is new or changed is chosen; what is like another waits for somebody's choice. */
export async function keepRows(
  transaction: Transaction,
  named: Named,
  rows: readonly RowToKeep[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const values = rows.slice(from, from + rowsAtOnce).map((row) => ({
      authority_id: named.authorityId,
      import_id: named.importId,
      number: row.number,
      title: row.title,
      their_id: row.theirId,
      outcome: row.outcome,
      slug: row.slug,
      like_what: row.likeWhat,
      listing: row.listing === null ? null : JSON.stringify(row.listing),
      wrongs: JSON.stringify(row.wrongs),
      oddities: JSON.stringify(row.oddities),
      original: JSON.stringify(row.original),
      is_chosen: row.outcome === 'new' || row.outcome === 'changed',
    }));
    await transaction.insertInto('listing_import_rows').values(values).execute();
  }
}

/** Moves an import on from one state to another; false where somebody else did before. */
export async function moveImport(
  transaction: Transaction,
  given: Named & {
    readonly from: ImportState;
    readonly to: ImportState;
    readonly set?: {
      readonly problem?: string;
      readonly oddities?: readonly string[];
      readonly rowCount?: number;
      readonly settled?: { readonly by: string; readonly at: Temporal.Instant };
    };
  },
): Promise<boolean> {
  const { set = {} } = given;
  const row = await transaction
    .updateTable('listing_imports')
    .set({
      state: given.to,
      ...(set.problem === undefined ? {} : { problem: set.problem }),
      ...(set.oddities === undefined ? {} : { oddities: JSON.stringify(set.oddities) }),
      ...(set.rowCount === undefined ? {} : { row_count: set.rowCount }),
      ...(set.settled === undefined ? {} : { settled_by: set.settled.by, settled_at: set.settled.at }),
    })
    .where('authority_id', '=', given.authorityId)
    .where('id', '=', given.importId)
    .where('state', '=', given.from)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

async function read(transaction: Transaction, where: RawBuilder<unknown>): Promise<readonly KeptImport[]> {
  const { rows } = await sql<KeptImport>`select ${columns} from listing_imports where ${where}`.execute(
    transaction,
  );
  return rows;
}

/** The newest imports, at most fifty. */
export function newestImports(transaction: Transaction, { authorityId }: Of): Promise<readonly KeptImport[]> {
  return read(transaction, sql`authority_id = ${authorityId} order by asked_at desc, id desc limit 50`);
}

/** Imports in a state, the oldest first. */
export function importsIn(
  transaction: Transaction,
  { authorityId, state }: Of & { readonly state: ImportState },
): Promise<readonly KeptImport[]> {
  return read(transaction, sql`authority_id = ${authorityId} and state = ${state} order by asked_at, id`);
}

/** One import; null where there is none. */
export async function importOf(transaction: Transaction, named: Named): Promise<KeptImport | null> {
  const [one] = await read(transaction, sql`authority_id = ${named.authorityId} and id = ${named.importId}`);
  return one ?? null;
}

/** How many rows of an import came to what, how many are chosen and how many of those are taken in. */
export async function countRows(
  transaction: Transaction,
  named: Named,
): Promise<{
  readonly counts: Counts;
  readonly chosen: number;
  readonly takenIn: number;
  readonly odd: number;
}> {
  const { rows } = await sql<{
    outcome: Outcome;
    all: number;
    chosen: number;
    taken: number;
    odd: number;
  }>`select outcome, count(*)::integer as all, count(*) filter (where is_chosen)::integer as chosen,
      count(taken_in_at)::integer as taken, count(*) filter (where oddities <> '[]')::integer as odd
    from listing_import_rows where authority_id = ${named.authorityId} and import_id = ${named.importId}
    group by outcome`.execute(transaction);
  const of = (outcome: Outcome) => rows.find((row) => row.outcome === outcome)?.all ?? 0;
  const sum = (field: 'chosen' | 'taken' | 'odd') => rows.reduce((total, row) => total + row[field], 0);
  const counts = {
    new: of('new'),
    changed: of('changed'),
    same: of('same'),
    like: of('like'),
    wrong: of('wrong'),
  };
  return { counts, chosen: sum('chosen'), takenIn: sum('taken'), odd: sum('odd') };
}

/** Rows of one outcome in the order of the source. */
export async function rowsOf(
  transaction: Transaction,
  given: Named & { readonly outcome: Outcome; readonly most: number; readonly after?: number },
): Promise<readonly ShownRow[]> {
  const { rows } = await sql<ShownRow>`select number, title, their_id as "theirId", outcome, slug,
      like_what as "likeWhat", wrongs, oddities, is_chosen as "isChosen", taken_in_at as "takenInAt"
    from listing_import_rows where authority_id = ${given.authorityId} and import_id = ${given.importId}
      and outcome = ${given.outcome} and number > ${given.after ?? 0}
    order by number limit ${given.most}`.execute(transaction);
  return rows;
}
