import type { Transaction } from '#platform/database/index.ts';

/** The children with a letter that lapses between two days, both included. */
export async function childrenWithLapsingEvidence(
  transaction: Transaction,
  asked: {
    readonly authorityId: string;
    readonly from: Temporal.PlainDate;
    readonly until: Temporal.PlainDate;
  },
): Promise<readonly string[]> {
  const rows = await transaction
    .selectFrom('evidence')
    .select('child_id')
    .distinct()
    .where('authority_id', '=', asked.authorityId)
    .where('holds_until', '>=', asked.from)
    .where('holds_until', '<=', asked.until)
    .execute();
  return rows.map(({ child_id }) => child_id);
}

/** Keeps that a family was reminded; gives false where it was before. Of two at once, one gets true. */
export async function keepReminder(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly evidenceId: string;
    readonly weeks: number;
    readonly at: Temporal.Instant;
  },
): Promise<boolean> {
  const row = await transaction
    .insertInto('evidence_reminders')
    .values({
      authority_id: given.authorityId,
      evidence_id: given.evidenceId,
      weeks_before: given.weeks,
      sent_at: given.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('evidence_id')
    .executeTakeFirst();
  return row !== undefined;
}
