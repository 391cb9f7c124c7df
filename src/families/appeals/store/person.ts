import type { Transaction } from '#platform/database/index.ts';

/** The name and the address of an account; null where there is none. */
export async function personWith(
  transaction: Transaction,
  named: { readonly authorityId: string; readonly personId: string },
): Promise<{ readonly name: string; readonly email: string } | null> {
  const row = await transaction
    .selectFrom('people')
    .select(['name', 'email'])
    .where('authority_id', '=', named.authorityId)
    .where('id', '=', named.personId)
    .executeTakeFirst();
  return row ?? null;
}
