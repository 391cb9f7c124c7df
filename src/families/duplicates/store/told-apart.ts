import type { Transaction } from '#platform/database/index.ts';

/** Every two children whom somebody told apart, as "one other" with the smaller identifier first. */
export async function toldApart(
  transaction: Transaction,
  of: { readonly authorityId: string },
): Promise<ReadonlySet<string>> {
  const rows = await transaction
    .selectFrom('children_told_apart')
    .select(['one_child_id', 'other_child_id'])
    .where('authority_id', '=', of.authorityId)
    .execute();
  return new Set(rows.map((row) => `${row.one_child_id} ${row.other_child_id}`));
}

/** Remembers that two records are two children; false where somebody has said so already. */
export async function tellApart(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly childIds: readonly [string, string];
    readonly reason: string;
    readonly by: string;
    readonly at: Temporal.Instant;
  },
): Promise<boolean> {
  const [one = '', other = ''] = given.childIds.toSorted();
  const added = await transaction
    .insertInto('children_told_apart')
    .values({
      authority_id: given.authorityId,
      one_child_id: one,
      other_child_id: other,
      reason: given.reason,
      told_by: given.by,
      told_at: given.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('one_child_id')
    .executeTakeFirst();
  return added !== undefined;
}
