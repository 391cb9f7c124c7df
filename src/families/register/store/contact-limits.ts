import { newId } from '#kernel/id.ts';
import { ofChild, type Transaction } from '#platform/database/index.ts';
import type { ContactLimit } from '../domain/people.ts';

type About = { readonly authorityId: string; readonly childId: string };

/** Every limit on an adult's contact with a child, the newest first. On a family's connection there are none. */
export async function contactLimitsOf(
  transaction: Transaction,
  about: About,
): Promise<readonly ContactLimit[]> {
  const rows = await transaction
    .selectFrom('contact_limits')
    .selectAll()
    .where('authority_id', '=', about.authorityId)
    .where(ofChild('child_id', about))
    .orderBy('recorded_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    childId: row.child_id,
    parentCarerId: row.parent_carer_id,
    adultName: row.adult_name,
    adultEmail: row.adult_email,
    isCourtOrder: row.is_court_order,
    barsRecords: row.bars_records,
    words: row.words,
    whoMayKnow: row.who_may_know,
    fromOn: row.from_on,
    untilOn: row.until_on,
    endedAt: row.ended_at,
    endedBecause: row.ended_because,
  }));
}

/** Keeps a limit on an adult's contact. Where it bars them from the records, it holds from this commit on. */
export async function addContactLimit(
  transaction: Transaction,
  given: About &
    Omit<ContactLimit, 'id' | 'endedAt' | 'endedBecause' | 'childId'> & {
      readonly by: string;
      readonly at: Temporal.Instant;
    },
): Promise<string> {
  const id = newId();
  await transaction
    .insertInto('contact_limits')
    .values({
      authority_id: given.authorityId,
      id,
      child_id: given.childId,
      parent_carer_id: given.parentCarerId,
      adult_name: given.adultName,
      adult_email: given.adultEmail,
      is_court_order: given.isCourtOrder,
      bars_records: given.barsRecords,
      words: given.words,
      who_may_know: given.whoMayKnow,
      from_on: given.fromOn,
      until_on: given.untilOn,
      recorded_by: given.by,
      recorded_at: given.at,
    })
    .execute();
  return id;
}

/** Ends a limit with its reason; gives whether there was one to end. */
export async function endContactLimit(
  transaction: Transaction,
  given: About & {
    readonly limitId: string;
    readonly because: string;
    readonly by: string;
    readonly at: Temporal.Instant;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('contact_limits')
    .set({ ended_by: given.by, ended_at: given.at, ended_because: given.because })
    .where('authority_id', '=', given.authorityId)
    .where(ofChild('child_id', given))
    .where('id', '=', given.limitId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
