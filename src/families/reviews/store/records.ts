import { newId } from '#kernel/id.ts';
import type { Transaction } from '#platform/database/index.ts';
import type { Feeling, ReviewOutcome, ReviewRecord, Views } from '../domain/record.ts';

type Wanted = { readonly authorityId: string; readonly awardIds: readonly string[] };

/** Every review that was held of these awards, in the order in which they were held, by award. */
export async function recordsOf(
  transaction: Transaction,
  { authorityId, awardIds }: Wanted,
): Promise<ReadonlyMap<string, readonly ReviewRecord[]>> {
  if (awardIds.length === 0) return new Map();
  const rows = await transaction
    .selectFrom('review_records')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('award_id', 'in', [...awardIds])
    .orderBy('held_on')
    .orderBy('recorded_at')
    .execute();
  const records = rows.map((row) => ({
    id: row.id,
    awardId: row.award_id,
    dueOn: row.due_on,
    heldOn: row.held_on,
    childViews: row.child_views,
    childViewsMissing: row.child_views_missing,
    childFeels: row.child_feels as Feeling | null,
    carersViews: row.carers_views,
    siblingEffect: row.sibling_effect,
    wentWell: row.went_well,
    delivered: row.delivered,
    outcome: row.outcome as ReviewOutcome,
    because: row.because,
    nextOn: row.next_on,
    heldByName: row.held_by_name,
  }));
  return Map.groupBy(records, ({ awardId }) => awardId);
}

/** Keeps the record of a review. The database refuses a second one for the same review. */
export async function insertRecord(
  transaction: Transaction,
  given: Omit<ReviewRecord, 'id'> & {
    readonly authorityId: string;
    readonly childId: string;
    readonly householdId: string;
    readonly heldBy: string;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await transaction
    .insertInto('review_records')
    .values({
      authority_id: given.authorityId,
      id: newId(),
      award_id: given.awardId,
      child_id: given.childId,
      household_id: given.householdId,
      due_on: given.dueOn,
      held_on: given.heldOn,
      child_views: given.childViews,
      child_views_missing: given.childViewsMissing,
      child_feels: given.childFeels,
      carers_views: given.carersViews,
      sibling_effect: given.siblingEffect,
      went_well: given.wentWell,
      delivered: given.delivered,
      outcome: given.outcome,
      because: given.because,
      next_on: given.nextOn,
      held_by: given.heldBy,
      held_by_name: given.heldByName,
      recorded_at: given.at,
    })
    .execute();
}

type OfReview = {
  readonly authorityId: string;
  readonly awardId: string;
  readonly dueOn: Temporal.PlainDate;
};

/** The newest of what the child and the carers wrote before a review. */
export async function viewsBefore(
  transaction: Transaction,
  wanted: OfReview,
): Promise<{ readonly child: Views | null; readonly carer: Views | null }> {
  const rows = await transaction
    .selectFrom('review_views')
    .selectAll()
    .where('authority_id', '=', wanted.authorityId)
    .where('award_id', '=', wanted.awardId)
    .where('due_on', '=', wanted.dueOn)
    .orderBy('written_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const newest = (whose: 'child' | 'carer'): Views | null => {
    const row = rows.find((one) => one.whose === whose);
    if (row === undefined) return null;
    return {
      whose,
      feels: row.feels as Feeling | null,
      words: row.words,
      goingWell: row.going_well,
      toChange: row.to_change,
      siblings: row.siblings,
      writtenAt: row.written_at,
    };
  };
  return { child: newest('child'), carer: newest('carer') };
}

/** Keeps what a child or a carer wants to say before a review; what was written before stays beside it. */
export async function insertViews(
  transaction: Transaction,
  given: OfReview &
    Omit<Views, 'writtenAt'> & {
      readonly householdId: string;
      readonly writtenBy: string;
      readonly at: Temporal.Instant;
    },
): Promise<void> {
  await transaction
    .insertInto('review_views')
    .values({
      authority_id: given.authorityId,
      id: newId(),
      award_id: given.awardId,
      household_id: given.householdId,
      due_on: given.dueOn,
      whose: given.whose,
      feels: given.feels,
      words: given.words,
      going_well: given.goingWell,
      to_change: given.toChange,
      siblings: given.siblings,
      written_by: given.writtenBy,
      written_at: given.at,
    })
    .execute();
}

/** Notes that a family was told of a review; false where it was told before. */
export async function noteReminder(
  transaction: Transaction,
  given: OfReview & { readonly householdId: string; readonly at: Temporal.Instant },
): Promise<boolean> {
  const row = await transaction
    .insertInto('review_reminders')
    .values({
      authority_id: given.authorityId,
      award_id: given.awardId,
      due_on: given.dueOn,
      household_id: given.householdId,
      reminded_at: given.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('award_id')
    .executeTakeFirst();
  return row !== undefined;
}
