import { sql } from 'kysely';
import type { Transaction } from '#platform/database/index.ts';

/**
 * The oldest transaction that may not be finished yet: what it or a younger one touches may not be seen by the
 * questions that follow.
 */
export async function oldestUnfinished(transaction: Transaction): Promise<number> {
  const { rows } = await sql<{
    mark: number;
  }>`select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as mark`.execute(transaction);
  return rows[0]?.mark ?? 0;
}

/**
 * The children whose packages were touched by a transaction as young as this, or younger, each with the household in
 * which it was touched and the one in which it is.
 */
export async function touchedSince(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly mark: number },
): Promise<readonly { readonly childId: string; readonly households: readonly string[] }[]> {
  const rows = await transaction
    .selectFrom('package_marks as m')
    .innerJoin('children as c', (join) =>
      join.onRef('c.authority_id', '=', 'm.authority_id').onRef('c.id', '=', 'm.child_id'),
    )
    .select(['m.child_id as childId', 'm.household_id as then', 'c.household_id as now'])
    .where('m.authority_id', '=', wanted.authorityId)
    .where('m.touched_in', '>=', wanted.mark)
    .execute();
  return rows.map(({ childId, then, now }) => ({ childId, households: [then, now] }));
}

/** Every household with a child, in the order of their identifiers. */
export async function householdsWithChildren(
  transaction: Transaction,
  authorityId: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct household_id as id from children where authority_id = ${authorityId} order by id`.execute(
    transaction,
  );
  return rows.map(({ id }) => id);
}
