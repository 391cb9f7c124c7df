import { sql } from 'kysely';
import { dateInEngland } from '#kernel/clock.ts';
import type { Transaction } from '#platform/database/index.ts';
import { isShownOn } from './shown.ts';

/**
 * The slugs of what the directory shows on a day and did not show at a moment before: what was added since, and what
 * was to be shown from a day after it.
 */
export async function slugsAddedSince(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly since: Temporal.Instant;
    readonly today: Temporal.PlainDate;
  },
): Promise<ReadonlySet<string>> {
  const rows = await transaction
    .selectFrom('listings')
    .select('slug')
    .where('authority_id', '=', given.authorityId)
    .where(isShownOn(given.today))
    .where((where) =>
      where.or([
        where('created_at', '>', given.since),
        where('shown_from', '>', sql<Temporal.PlainDate>`${dateInEngland(given.since)}::date`),
      ]),
    )
    .execute();
  return new Set(rows.map(({ slug }) => slug));
}
