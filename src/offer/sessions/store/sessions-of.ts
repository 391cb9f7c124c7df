import type { Transaction } from '#platform/database/index.ts';

/** A session as families see it: what it is, and whether it will be. */
export type ListedSession = {
  readonly id: string;
  readonly slug: string;
  /** 0 is the place of the listing itself, 1 the first of its other places. */
  readonly placeNumber: number;
  /** The day in England on which it starts. */
  readonly onDay: Temporal.PlainDate;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  /** How many children; null where nobody has said. */
  readonly places: number | null;
  /** How many places are free; null where nobody knows. */
  readonly placesLeft: number | null;
  readonly isCancelled: boolean;
};

function shownSessions(transaction: Transaction, authorityId: string) {
  return transaction
    .selectFrom('listing_sessions')
    .select([
      'id',
      'listing_slug as slug',
      'place_number as placeNumber',
      'on_day as onDay',
      'starts_at as startsAt',
      'ends_at as endsAt',
      'places',
      'places_left as placesLeft',
    ])
    .select((column) => column('state', '=', 'cancelled').as('isCancelled'))
    .where('authority_id', '=', authorityId)
    .where('state', '<>', 'removed')
    .$narrowType<{ isCancelled: boolean }>();
}

/** The sessions of a listing that start on the days from `from` to `until`, both included, cancelled ones among them. */
export async function sessionsOf(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly slug: string;
    readonly from: Temporal.PlainDate;
    readonly until: Temporal.PlainDate;
  },
): Promise<readonly ListedSession[]> {
  return shownSessions(transaction, given.authorityId)
    .where('listing_slug', '=', given.slug)
    .where('on_day', '>=', given.from)
    .where('on_day', '<=', given.until)
    .orderBy('starts_at')
    .orderBy('place_number')
    .execute();
}

/** The next sessions of a listing that have not begun, soonest first, cancelled ones among them; four unless told otherwise. */
export async function nextSessions(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly slug: string;
    readonly now: Temporal.Instant;
    readonly most?: number;
  },
): Promise<readonly ListedSession[]> {
  return shownSessions(transaction, given.authorityId)
    .where('listing_slug', '=', given.slug)
    .where('starts_at', '>', given.now)
    .orderBy('starts_at')
    .orderBy('place_number')
    .limit(given.most ?? 4)
    .execute();
}

/** On which days the listings of an authority have a session that is not cancelled, from `from` on, by slug. */
export async function sessionDays(
  transaction: Transaction,
  given: { readonly authorityId: string; readonly from: Temporal.PlainDate },
): Promise<ReadonlyMap<string, readonly Temporal.PlainDate[]>> {
  const rows = await transaction
    .selectFrom('listing_sessions')
    .select(['listing_slug', 'on_day'])
    .distinct()
    .where('authority_id', '=', given.authorityId)
    .where('state', '=', 'planned')
    .where('on_day', '>=', given.from)
    .orderBy('on_day')
    .execute();
  const bySlug = Map.groupBy(rows, ({ listing_slug }) => listing_slug);
  return new Map([...bySlug].map(([slug, all]) => [slug, all.map(({ on_day }) => on_day)]));
}
