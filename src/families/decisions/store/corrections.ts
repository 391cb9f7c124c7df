import { newId } from '#kernel/id.ts';
import type { Transaction } from '#platform/database/index.ts';

/** A fact that was read wrongly from a letter, and what is right. */
export type Correction = {
  readonly id: string;
  readonly fact: string;
  readonly was: string;
  readonly isNow: string;
  readonly evidenceId: string;
  readonly reason: string;
  readonly correctedByName: string;
  readonly correctedAt: Temporal.Instant;
};

type Named = { readonly authorityId: string; readonly applicationId: string };

/** The corrections of an application's facts, oldest first: of two for one fact the later holds. */
export async function correctionsOf(transaction: Transaction, named: Named): Promise<readonly Correction[]> {
  const rows = await transaction
    .selectFrom('fact_corrections')
    .selectAll()
    .where('authority_id', '=', named.authorityId)
    .where('application_id', '=', named.applicationId)
    .orderBy('corrected_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    fact: row.fact,
    was: row.was,
    isNow: row.is_now,
    evidenceId: row.evidence_id,
    reason: row.reason,
    correctedByName: row.corrected_by_name,
    correctedAt: row.corrected_at,
  }));
}

/** Keeps a correction. */
export async function insertCorrection(
  transaction: Transaction,
  given: Named & {
    readonly householdId: string;
    readonly correction: Omit<Correction, 'id'>;
    readonly by: string;
  },
): Promise<void> {
  const { correction } = given;
  await transaction
    .insertInto('fact_corrections')
    .values({
      authority_id: given.authorityId,
      id: newId(),
      application_id: given.applicationId,
      household_id: given.householdId,
      fact: correction.fact,
      was: correction.was,
      is_now: correction.isNow,
      evidence_id: correction.evidenceId,
      reason: correction.reason,
      corrected_by: given.by,
      corrected_by_name: correction.correctedByName,
      corrected_at: correction.correctedAt,
    })
    .execute();
}

/** The facts as they were put right, by name. */
export function correctedFacts(corrections: readonly Correction[]): Readonly<Record<string, string>> {
  return Object.fromEntries(corrections.map((one) => [one.fact, one.isNow]));
}
