import type { Transaction } from '#platform/database/index.ts';

/**
 * Lets one transaction after the other change an authority's directory. Whoever writes a listing, a provider or a
 * dated session takes this lock before any row, and after the locks of single listings (the desk's), those in the order
 * of their slugs: of two who write at once neither then waits for the other forever. It is held until the transaction
 * ends, and changes nothing by itself.
 */
export async function lockDirectory(transaction: Transaction, authorityId: string): Promise<void> {
  await transaction
    .insertInto('directory_state')
    .values({ authority_id: authorityId, version: 0 })
    .onConflict((conflict) => conflict.column('authority_id').doNothing())
    .execute();
  await transaction
    .selectFrom('directory_state')
    .select('version')
    .where('authority_id', '=', authorityId)
    .forUpdate()
    .execute();
}
