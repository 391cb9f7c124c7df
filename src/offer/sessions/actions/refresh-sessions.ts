import { createHash } from 'node:crypto';
import { type Listing, liveListing, liveListings, lockDirectory } from '#offer/directory/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Transaction } from '#platform/database/index.ts';
import { changesOf, type KeptSession } from '../domain/changes.ts';
import { mayLeave } from '../domain/open-to-all.ts';
import { isPausedOn, placesOf, type SessionAhead, sessionsAhead } from '../domain/sessions-ahead.ts';
import { saveSeries, type WantedSeries } from '../store/kept-series.ts';
import {
  addSessions,
  changeSessions,
  closeOverSessions,
  closeSessionsBefore,
  type OfListing,
  sessionsNotOver,
} from '../store/kept-sessions.ts';
import type { PostcodePoint } from '../store/points-of-postcodes.ts';
import { termDatesOf } from '../term-dates.ts';
import { pointsOfListings, postcodesOf } from './points-of-listings.ts';

/** Counts up when open data comes to say a series in another way, so that whoever follows the feed gets all anew. */
const LAYOUT = 1;

/** What a refresh is told. The transaction is in the authority's scope. */
export type Refresh = {
  readonly authority: Authority;
  /** The day in England. */
  readonly today: Temporal.PlainDate;
  readonly now: Temporal.Instant;
};

/** How many sessions were added and changed. */
export type Refreshed = { readonly added: number; readonly changed: number };

/** Of all that open data says of the series of a listing: what it says itself, and where its postcodes lie. */
function fingerprintOf(listing: Listing, points: ReadonlyMap<string, PostcodePoint>): string {
  const places = postcodesOf(listing).map((postcode) => points.get(postcode) ?? null);
  return createHash('sha256')
    .update(JSON.stringify([LAYOUT, listing, places]))
    .digest('hex');
}

/** What one listing asks for: sessions to add and to change, and its series. */
function wantedOf(
  listing: Listing,
  given: Refresh & {
    readonly kept: readonly KeptSession[];
    readonly points: ReadonlyMap<string, PostcodePoint>;
  },
): {
  readonly toAdd: readonly OfListing<SessionAhead & { readonly isOpen: boolean }>[];
  readonly toChange: readonly KeptSession[];
  readonly series: readonly WantedSeries[];
} {
  const { authority, today, now, kept } = given;
  const { calendar, weeksAhead } = termDatesOf(authority);
  // What began yesterday may go on until this morning.
  const span = { from: today.subtract({ days: 1 }), until: today.add({ weeks: weeksAhead }) };
  const ahead = sessionsAhead(listing, { span, calendar }).filter(
    ({ endsAt }) => Temporal.Instant.compare(endsAt, now) > 0,
  );
  const open = new Set(
    placesOf(listing).flatMap(({ placeNumber }) => (mayLeave(listing, placeNumber) ? [placeNumber] : [])),
  );
  const changes = changesOf({
    kept,
    ahead,
    isPausedOn: (day) => isPausedOn(listing, day),
    isOpenAt: (placeNumber) => open.has(placeNumber),
  });
  const changed = new Map(changes.toChange.map((session) => [session.id, session]));
  const after = [...kept.map((session) => changed.get(session.id) ?? session), ...changes.toAdd];
  const withSessions = new Set(
    after.flatMap((one) => ('state' in one && one.state === 'removed' ? [] : [one.placeNumber])),
  );
  const fingerprint = fingerprintOf(listing, given.points);
  return {
    toAdd: changes.toAdd.map((session) => ({
      ...session,
      slug: listing.slug,
      isOpen: open.has(session.placeNumber),
    })),
    toChange: changes.toChange,
    series: [...withSessions]
      .sort((one, other) => one - other)
      .map((placeNumber) => ({
        slug: listing.slug,
        placeNumber,
        isOpen: open.has(placeNumber),
        fingerprint,
      })),
  };
}

/** Every kept session of listings that are not shown any more. */
function orphans(
  kept: ReadonlyMap<string, readonly KeptSession[]>,
  listings: readonly Listing[],
): readonly KeptSession[] {
  const shown = new Set(listings.map(({ slug }) => slug));
  return [...kept].flatMap(([slug, sessions]) =>
    shown.has(slug)
      ? []
      : sessions
          .filter(({ state, isOpen }) => state !== 'removed' || isOpen)
          .map((session) => ({ ...session, state: 'removed' as const, isOpen: false })),
  );
}

async function save(
  transaction: Transaction,
  given: Refresh & { readonly listings: readonly Listing[]; readonly slug?: string },
): Promise<Refreshed> {
  const { authority, now, listings } = given;
  const ofSlug = given.slug === undefined ? {} : { slug: given.slug };
  const written = { authorityId: authority.id, at: now };
  const kept = await sessionsNotOver(transaction, { authorityId: authority.id, now, ...ofSlug });
  const points = await pointsOfListings(transaction, listings);
  const wanted = listings.map((listing) =>
    wantedOf(listing, { ...given, points, kept: kept.get(listing.slug) ?? [] }),
  );
  const toAdd = wanted.flatMap((one) => one.toAdd);
  const toChange = [...wanted.flatMap((one) => one.toChange), ...orphans(kept, listings)];
  await addSessions(transaction, { ...written, sessions: toAdd });
  await changeSessions(transaction, { ...written, sessions: toChange });
  const open = listings.flatMap((listing) =>
    placesOf(listing).flatMap(({ placeNumber }) =>
      mayLeave(listing, placeNumber) ? [{ slug: listing.slug, placeNumber }] : [],
    ),
  );
  await closeOverSessions(transaction, { ...written, ...ofSlug, open });
  await saveSeries(transaction, { ...written, ...ofSlug, series: wanted.flatMap((one) => one.series) });
  return { added: toAdd.length, changed: toChange.length };
}

/**
 * Makes the dated sessions of every listing of an authority those that follow from what the listings say now, as far
 * ahead as the authority looks. What does not follow any more is cancelled or removed, never deleted. Doing it twice
 * changes nothing.
 */
export async function refreshSessions(transaction: Transaction, refresh: Refresh): Promise<Refreshed> {
  const { authority, today, now } = refresh;
  await lockDirectory(transaction, authority.id);
  const listings = await liveListings(transaction, authority.id, today);
  const refreshed = await save(transaction, { ...refresh, listings });
  const day = today.subtract({ days: 1 });
  await closeSessionsBefore(transaction, { authorityId: authority.id, day, at: now });
  return refreshed;
}

/** The same for one listing, after it was changed, shown or taken away, in the transaction that did it. */
export async function refreshSessionsOf(
  transaction: Transaction,
  refresh: Refresh & { readonly slug: string },
): Promise<Refreshed> {
  const { authority, today, slug } = refresh;
  await lockDirectory(transaction, authority.id);
  const listing = await liveListing(transaction, { authorityId: authority.id, slug, today });
  return save(transaction, { ...refresh, listings: listing === null ? [] : [listing] });
}
