import type { Transaction } from '#platform/database/index.ts';

/** Which of these applications the rule was tried on before: it is tried once. */
export async function triedBefore(
  transaction: Transaction,
  asked: { readonly authorityId: string; readonly applicationIds: readonly string[] },
): Promise<ReadonlySet<string>> {
  if (asked.applicationIds.length === 0) return new Set();
  const rows = await transaction
    .selectFrom('rule_attempts')
    .select('application_id')
    .where('authority_id', '=', asked.authorityId)
    .where('application_id', 'in', [...asked.applicationIds])
    .execute();
  return new Set(rows.map((row) => row.application_id));
}

/** Keeps that the rule was tried; `leftBecause` is empty where it decided. */
export async function insertAttempt(
  transaction: Transaction,
  attempt: {
    readonly authorityId: string;
    readonly applicationId: string;
    readonly at: Temporal.Instant;
    readonly leftBecause: string;
  },
): Promise<void> {
  await transaction
    .insertInto('rule_attempts')
    .values({
      authority_id: attempt.authorityId,
      application_id: attempt.applicationId,
      at: attempt.at,
      left_because: attempt.leftBecause,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
