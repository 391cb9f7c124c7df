import type { Transaction } from '#platform/database/index.ts';

type Interest = {
  readonly authorityId: string;
  readonly personId: string;
  readonly householdId: string;
};

/** Whether a practitioner has said that they know this household. */
export async function hasDeclaredInterest(transaction: Transaction, wanted: Interest): Promise<boolean> {
  const row = await transaction
    .selectFrom('declared_interests')
    .select('declared_at')
    .where('authority_id', '=', wanted.authorityId)
    .where('person_id', '=', wanted.personId)
    .where('household_id', '=', wanted.householdId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Keeps that a practitioner knows a household. Saying it twice changes nothing. */
export async function insertInterest(
  transaction: Transaction,
  given: Interest & { readonly at: Temporal.Instant },
): Promise<void> {
  await transaction
    .insertInto('declared_interests')
    .values({
      authority_id: given.authorityId,
      person_id: given.personId,
      household_id: given.householdId,
      declared_at: given.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
