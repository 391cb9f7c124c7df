import type { Transaction } from '#platform/database/index.ts';

/** The names of children, by their identifiers, in one question. */
export async function childNames(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly childIds: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  if (wanted.childIds.length === 0) return new Map();
  const rows = await transaction
    .selectFrom('children')
    .select(['id', 'given_name', 'family_name'])
    .where('authority_id', '=', wanted.authorityId)
    .where('id', 'in', [...wanted.childIds])
    .execute();
  return new Map(rows.map((row) => [row.id, `${row.given_name} ${row.family_name}`]));
}
