import type { Transaction } from '#platform/database/index.ts';

/** Whether a manager has confirmed that a practitioner has but the name of somebody of this household. */
export async function isNamesakeOnly(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly personId: string; readonly householdId: string },
): Promise<boolean> {
  const row = await transaction
    .selectFrom('case_assignments')
    .select('id')
    .where('authority_id', '=', wanted.authorityId)
    .where('person_id', '=', wanted.personId)
    .where('household_id', '=', wanted.householdId)
    .where('is_namesake', '=', true)
    .executeTakeFirst();
  return row !== undefined;
}
