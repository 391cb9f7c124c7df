import { sql } from 'kysely';
import type { Transaction } from '#platform/database/index.ts';

/** The next session of a listing, as a list of listings shows it. */
export type NextSession = {
  readonly slug: string;
  readonly startsAt: Temporal.Instant;
  /** How many places are free; null where nobody knows. */
  readonly placesLeft: number | null;
};

/** The next session of each of these listings that has not begun and is not cancelled, by slug; none where there is none. */
export async function nextOfEach(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly slugs: readonly string[];
    readonly now: Temporal.Instant;
  },
): Promise<ReadonlyMap<string, NextSession>> {
  const { rows } = await sql<NextSession>`
    select wanted.slug, next.starts_at as "startsAt", next.places_left as "placesLeft"
    from unnest(${[...given.slugs]}::text[]) as wanted(slug) cross join lateral (
      select starts_at, places_left from listing_sessions
      where authority_id = ${given.authorityId} and listing_slug = wanted.slug and state = 'planned'
        and starts_at > ${given.now}
      order by starts_at, place_number limit 1
    ) as next`.execute(transaction);
  return new Map(rows.map((row) => [row.slug, row]));
}
