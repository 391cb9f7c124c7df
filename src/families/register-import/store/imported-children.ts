import type { Transaction } from '#platform/database/index.ts';
import type { RowSaid } from '../domain/read-row.ts';

/** A child as another system knows it, and what that said of it when it was last loaded. */
export type Imported = {
  readonly key: string;
  readonly childId: string;
  readonly householdId: string;
  readonly said: RowSaid;
};

/** Every child that was ever brought over from one system, by that system's key. */
export async function importedFrom(
  transaction: Transaction,
  of: { readonly authorityId: string; readonly source: string },
): Promise<ReadonlyMap<string, Imported>> {
  const rows = await transaction
    .selectFrom('imported_children as i')
    .innerJoin('children as c', (join) =>
      join.onRef('c.authority_id', '=', 'i.authority_id').onRef('c.id', '=', 'i.child_id'),
    )
    .select(['i.source_key as key', 'i.child_id as childId', 'c.household_id as householdId', 'i.said'])
    .where('i.authority_id', '=', of.authorityId)
    .where('i.source', '=', of.source)
    .execute();
  return new Map(rows.map((row) => [row.key, { ...row, said: row.said as RowSaid }]));
}

/** Remembers which children rows are, and what they said; of one that was known, what it says now. */
export async function rememberImported(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly source: string;
    readonly importId: string;
    readonly at: Temporal.Instant;
    readonly rows: readonly (Imported & { readonly madeRecord: boolean })[];
  },
): Promise<void> {
  for (let from = 0; from < given.rows.length; from += 2_000)
    await transaction
      .insertInto('imported_children')
      .values(
        given.rows.slice(from, from + 2_000).map((row) => ({
          authority_id: given.authorityId,
          source: given.source,
          source_key: row.key,
          child_id: row.childId,
          household_id: row.householdId,
          said: JSON.stringify(row.said),
          made_record: row.madeRecord,
          first_import_id: given.importId,
          last_import_id: given.importId,
          first_at: given.at,
          last_at: given.at,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['authority_id', 'source', 'source_key']).doUpdateSet((excluded) => ({
          said: excluded.ref('excluded.said'),
          household_id: excluded.ref('excluded.household_id'),
          last_import_id: excluded.ref('excluded.last_import_id'),
          last_at: excluded.ref('excluded.last_at'),
        })),
      )
      .execute();
}

/** Where a child's record came from. */
export type Provenance = {
  readonly source: string;
  readonly key: string;
  readonly reference: string;
  readonly madeRecord: boolean;
  readonly firstAt: Temporal.Instant;
  readonly lastAt: Temporal.Instant;
};

/** From which systems a child, or a record that was merged with it, was brought over; staff alone are told. */
export async function provenanceOf(
  transaction: Transaction,
  of: { readonly authorityId: string; readonly childIds: readonly string[] },
): Promise<readonly Provenance[]> {
  if (of.childIds.length === 0) return [];
  return transaction
    .selectFrom('imported_children as i')
    .innerJoin('register_imports as r', (join) =>
      join.onRef('r.authority_id', '=', 'i.authority_id').onRef('r.id', '=', 'i.last_import_id'),
    )
    .select(['i.source', 'i.source_key as key', 'r.reference', 'i.made_record as madeRecord'])
    .select(['i.first_at as firstAt', 'i.last_at as lastAt'])
    .where('i.authority_id', '=', of.authorityId)
    .where('i.child_id', 'in', [...of.childIds])
    .orderBy('i.source')
    .orderBy('i.source_key')
    .execute();
}
