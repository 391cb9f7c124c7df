import { newId } from '#kernel/id.ts';
import type { Transaction } from '#platform/database/index.ts';

type Interest = {
  readonly authorityId: string;
  readonly personId: string;
  readonly householdId: string;
};

/** Whether a practitioner has said that they know this household, and it was not withdrawn since. */
export async function hasDeclaredInterest(transaction: Transaction, wanted: Interest): Promise<boolean> {
  const row = await transaction
    .selectFrom('declared_interests as d')
    .select('d.declared_at')
    .where('d.authority_id', '=', wanted.authorityId)
    .where('d.person_id', '=', wanted.personId)
    .where('d.household_id', '=', wanted.householdId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('withdrawn_interests as w')
            .select('w.id')
            .whereRef('w.authority_id', '=', 'd.authority_id')
            .whereRef('w.person_id', '=', 'd.person_id')
            .whereRef('w.household_id', '=', 'd.household_id')
            .whereRef('w.withdrawn_at', '>=', 'd.declared_at'),
        ),
      ),
    )
    .executeTakeFirst();
  return row !== undefined;
}

/** Keeps that a practitioner knows a household. Saying it twice changes nothing. */
export async function insertInterest(
  transaction: Transaction,
  given: Interest & { readonly at: Temporal.Instant },
): Promise<void> {
  if (await hasDeclaredInterest(transaction, given)) return;
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

/** An interest that holds: who has said that they know a household, and when. */
export type DeclaredInterest = {
  readonly personId: string;
  readonly personName: string;
  readonly declaredAt: Temporal.Instant;
};

/** Everybody who says that they know a household, in the order in which they said so. */
export async function interestsIn(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly householdId: string },
): Promise<readonly DeclaredInterest[]> {
  const rows = await transaction
    .selectFrom('declared_interests as d')
    .innerJoin('people as p', (join) =>
      join.onRef('p.authority_id', '=', 'd.authority_id').onRef('p.id', '=', 'd.person_id'),
    )
    .select(['d.person_id', 'p.name', 'd.declared_at'])
    .where('d.authority_id', '=', wanted.authorityId)
    .where('d.household_id', '=', wanted.householdId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('withdrawn_interests as w')
            .select('w.id')
            .whereRef('w.authority_id', '=', 'd.authority_id')
            .whereRef('w.person_id', '=', 'd.person_id')
            .whereRef('w.household_id', '=', 'd.household_id')
            .whereRef('w.withdrawn_at', '>=', 'd.declared_at'),
        ),
      ),
    )
    .orderBy('d.declared_at')
    .execute();
  return rows.map((row) => ({
    personId: row.person_id,
    personName: row.name,
    declaredAt: row.declared_at,
  }));
}

/** Takes back, by somebody else and with the reason, that a practitioner knows a household: it was a mistake. */
export async function withdrawInterest(
  transaction: Transaction,
  given: Interest & { readonly at: Temporal.Instant; readonly by: string; readonly reason: string },
): Promise<void> {
  await transaction
    .insertInto('withdrawn_interests')
    .values({
      authority_id: given.authorityId,
      id: newId(),
      person_id: given.personId,
      household_id: given.householdId,
      withdrawn_at: given.at,
      withdrawn_by: given.by,
      reason: given.reason,
    })
    .execute();
}
