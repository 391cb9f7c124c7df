import type { Pence } from '#kernel/money.ts';
import { pence } from '#kernel/money.ts';
import type { Transaction } from '#platform/database/index.ts';

/** What one hour or night of each line of a plan costs, by the line; lines of money have none. */
export async function pricesOfLines(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly lineIds: readonly string[] },
): Promise<ReadonlyMap<string, Pence>> {
  if (wanted.lineIds.length === 0) return new Map();
  const rows = await transaction
    .selectFrom('plan_lines')
    .select(['id', 'unit_pence'])
    .where('authority_id', '=', wanted.authorityId)
    .where('id', 'in', [...wanted.lineIds])
    .execute();
  return new Map(rows.flatMap((row) => (row.unit_pence === null ? [] : [[row.id, pence(row.unit_pence)]])));
}
