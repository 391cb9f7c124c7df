import { newId } from '#kernel/id.ts';
import type { Transaction } from '#platform/database/index.ts';
import type { BenefitRates, EvidenceKind } from '../domain/register.ts';

/** A letter that the register does not hold yet: what it says, and its file where one was handed in. */
export type NewEvidence = BenefitRates & {
  readonly kind: EvidenceKind;
  readonly datedOn: Temporal.PlainDate | null;
  readonly holdsFrom: Temporal.PlainDate | null;
  readonly holdsUntil: Temporal.PlainDate | null;
  readonly fileId: string | null;
  /** What it shows, in words. */
  readonly shows?: string;
};

/** Adds evidence about a child; what was there before stays. */
export async function addEvidence(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly householdId: string;
    readonly childId: string;
    readonly at: Temporal.Instant;
    readonly evidence: readonly NewEvidence[];
  },
): Promise<void> {
  if (given.evidence.length === 0) return;
  await transaction
    .insertInto('evidence')
    .values(
      given.evidence.map((one) => ({
        authority_id: given.authorityId,
        id: newId(),
        household_id: given.householdId,
        child_id: given.childId,
        kind: one.kind,
        dla_care: one.dlaCare,
        dla_mobility: one.dlaMobility,
        pip_daily: one.pipDaily,
        pip_mobility: one.pipMobility,
        dated_on: one.datedOn,
        holds_from: one.holdsFrom,
        holds_until: one.holdsUntil,
        file_id: one.fileId,
        shows: one.shows ?? '',
        created_at: given.at,
      })),
    )
    .execute();
}

/**
 * Adds a letter again with what it truly says, beside the one that was read wrongly, which stays. Gives the
 * new one's identifier. The file is the same; only what was read from it differs.
 */
export async function supersedeEvidence(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly evidenceId: string;
    readonly rates: Partial<BenefitRates>;
    readonly at: Temporal.Instant;
  },
): Promise<string> {
  const before = await transaction
    .selectFrom('evidence')
    .selectAll()
    .where('authority_id', '=', given.authorityId)
    .where('id', '=', given.evidenceId)
    .executeTakeFirstOrThrow();
  const id = newId();
  const { rates } = given;
  await transaction
    .insertInto('evidence')
    .values({
      ...before,
      id,
      dla_care: rates.dlaCare ?? before.dla_care,
      dla_mobility: rates.dlaMobility ?? before.dla_mobility,
      pip_daily: rates.pipDaily ?? before.pip_daily,
      pip_mobility: rates.pipMobility ?? before.pip_mobility,
      supersedes: before.id,
      created_at: given.at,
    })
    .execute();
  return id;
}
