import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Transaction } from './open.ts';

/**
 * The condition that a row tells of a child: of this record, or of one that was merged with it. `column` holds
 * the row's child. A family's connection reaches only the records that it may see.
 */
export function ofChild(
  column: string,
  about: { readonly authorityId: string; readonly childId: string },
): RawBuilder<SqlBool> {
  return sql<SqlBool>`${sql.ref(column)} = any (same_child(${about.authorityId}::uuid, ${about.childId}::uuid))`;
}

/** Every record that points to another, with the one that it points to. There are few. */
async function mergedRecords(transaction: Transaction, authorityId: string) {
  return transaction
    .selectFrom('children as c')
    .leftJoin('children as k', (join) =>
      join.onRef('k.authority_id', '=', 'c.authority_id').onRef('k.id', '=', 'c.merged_into'),
    )
    .select([
      'c.id',
      'c.household_id as householdId',
      'c.merged_into as into',
      'k.household_id as intoHousehold',
    ])
    .where('c.authority_id', '=', authorityId)
    .where('c.merged_into', 'is not', null)
    .execute();
}

/** The record of each child that stays, for every record that was merged into one: a chain is followed to its end. */
export type Merged = {
  /** Of a record that was merged: the one that stays. Others are not in it. */
  readonly stays: ReadonlyMap<string, string>;
  /** The household of every record that has to do with a merge. */
  readonly households: ReadonlyMap<string, string>;
};

/** Gives which records were merged, as far as this connection sees both of them. */
export async function mergedChildren(transaction: Transaction, authorityId: string): Promise<Merged> {
  const rows = await mergedRecords(transaction, authorityId);
  const next = new Map<string, string>();
  const households = new Map<string, string>();
  for (const { id, householdId, into, intoHousehold } of rows) {
    if (into === null || intoHousehold === null) continue;
    next.set(id, into);
    households.set(id, householdId);
    households.set(into, intoHousehold);
  }
  const stays = new Map<string, string>();
  for (const id of next.keys()) {
    let end = id;
    for (let further = next.get(end); further !== undefined; further = next.get(end)) end = further;
    stays.set(id, end);
  }
  return { stays, households };
}

/**
 * For lists about several children: every record of each of them, with the identifier under which it was asked
 * for. Where two records of one child are asked for, what both have stands under the first.
 */
export async function recordsOfChildren(
  transaction: Transaction,
  asked: { readonly authorityId: string; readonly childIds: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  const { stays } = await mergedChildren(transaction, asked.authorityId);
  const endOf = (id: string) => stays.get(id) ?? id;
  const byEnd = new Map<string, string>();
  const found = new Map<string, string>();
  for (const id of asked.childIds) {
    const first = byEnd.get(endOf(id)) ?? id;
    byEnd.set(endOf(id), first);
    found.set(id, first);
    found.set(endOf(id), first);
  }
  for (const [id, end] of stays) {
    const first = byEnd.get(end);
    if (first !== undefined) found.set(id, first);
  }
  return found;
}
