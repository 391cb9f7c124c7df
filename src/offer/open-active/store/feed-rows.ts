import { type RawBuilder, sql } from 'kysely';
import type { Json, Transaction } from '#platform/database/index.ts';
import type { FeedQuestion } from '../domain/rpde.ts';

/** What is asked of the store: one page of a feed of an authority. */
export type RowsWanted = FeedQuestion & {
  readonly authorityId: string;
  /** What is no more is told of if it went after this. */
  readonly deletedSince: Temporal.Instant;
};

/** A series as the feed needs it. */
export type SeriesRow = {
  readonly id: string;
  readonly position: number;
  readonly isOpen: boolean;
  readonly placeNumber: number;
  readonly content: Json;
};

/** A session as the feed needs it, with its series. */
export type SessionRow = {
  readonly id: string;
  readonly seriesId: string | null;
  readonly slug: string;
  readonly position: number;
  readonly isOpen: boolean;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly places: number | null;
  readonly placesLeft: number | null;
  readonly isCancelled: boolean;
};

/**
 * The second lock: whatever stands in the marks of a series or a session, nothing of a night or of care at home leaves,
 * and nothing of a listing that was withdrawn.
 */
const mayLeave = sql<boolean>`(listings.withdrawn_at is null
  and not listings.kinds && array['overnight', 'home-care', 'enabler', 'grant']
  and not listings.times && array['overnight'])`;

function withListings(table: 'listing_series' | 'listing_sessions'): RawBuilder<unknown> {
  const kept = sql.table(table);
  return sql`${kept} as kept join listings
      on listings.authority_id = kept.authority_id and listings.slug = kept.listing_slug`;
}

function conditions({ authorityId, after, deletedSince }: RowsWanted): RawBuilder<unknown> {
  return sql`kept.authority_id = ${authorityId} and kept.position > ${after} and kept.was_open
    and (kept.is_open or kept.modified_at > ${deletedSince})`;
}

/** The series that changed after a number, those that are open data no more among them, in the order of their changes. */
export async function seriesAfter(
  transaction: Transaction,
  wanted: RowsWanted,
): Promise<readonly SeriesRow[]> {
  const { rows } = await sql<SeriesRow>`select kept.id, kept.position, kept.place_number as "placeNumber",
      kept.is_open and ${mayLeave} as "isOpen", listings.content
    from ${withListings('listing_series')} where ${conditions(wanted)}
    order by kept.position limit ${wanted.limit}`.execute(transaction);
  return rows;
}

/** The sessions that changed after a number, those that are open data no more among them, in the order of their changes. */
export async function sessionsAfter(
  transaction: Transaction,
  wanted: RowsWanted,
): Promise<readonly SessionRow[]> {
  const { rows } = await sql<SessionRow>`select kept.id, series.id as "seriesId", kept.listing_slug as slug,
      kept.position, kept.is_open and ${mayLeave} as "isOpen", kept.starts_at as "startsAt",
      kept.ends_at as "endsAt", kept.places, kept.places_left as "placesLeft",
      kept.state = 'cancelled' as "isCancelled"
    from ${withListings('listing_sessions')}
      left join listing_series as series on series.authority_id = kept.authority_id
        and series.listing_slug = kept.listing_slug and series.place_number = kept.place_number
    where ${conditions(wanted)} order by kept.position limit ${wanted.limit}`.execute(transaction);
  return rows;
}
