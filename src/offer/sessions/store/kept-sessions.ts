import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import type { Transaction } from '#platform/database/index.ts';
import type { KeptSession, SessionState } from '../domain/changes.ts';
import type { SessionAhead } from '../domain/sessions-ahead.ts';

/** So many rows go to the database in one statement. */
const A_STATEMENT = 500;

type Row = {
  readonly id: string;
  readonly listing_slug: string;
  readonly place_number: number;
  readonly on_day: Temporal.PlainDate;
  readonly starts_at: Temporal.Instant;
  readonly ends_at: Temporal.Instant;
  readonly places: number | null;
  readonly state: string;
  readonly is_open: boolean;
};

/** The words of the column are held by its check. */
function readSession(row: Row): KeptSession {
  return {
    id: row.id,
    placeNumber: row.place_number,
    onDay: row.on_day,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    places: row.places,
    state: row.state as SessionState,
    isOpen: row.is_open,
  };
}

/** Every session that isn't over, by the slug of its listing, also those that were removed; of one listing if given. */
export async function sessionsNotOver(
  transaction: Transaction,
  given: { readonly authorityId: string; readonly now: Temporal.Instant; readonly slug?: string },
): Promise<ReadonlyMap<string, readonly KeptSession[]>> {
  let query = transaction
    .selectFrom('listing_sessions')
    .select([
      'id',
      'listing_slug',
      'place_number',
      'on_day',
      'starts_at',
      'ends_at',
      'places',
      'state',
      'is_open',
    ])
    .where('authority_id', '=', given.authorityId)
    .where('ends_at', '>', given.now);
  if (given.slug !== undefined) query = query.where('listing_slug', '=', given.slug);
  const rows = await query.orderBy('starts_at').execute();
  const bySlug = Map.groupBy(rows, ({ listing_slug }) => listing_slug);
  return new Map([...bySlug].map(([slug, all]) => [slug, all.map(readSession)]));
}

/** A session to write, with the listing that it belongs to. */
export type OfListing<T> = T & { readonly slug: string };

/** Adds sessions of listings; each is planned. */
export async function addSessions(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly at: Temporal.Instant;
    readonly sessions: readonly OfListing<SessionAhead & { readonly isOpen: boolean }>[];
  },
): Promise<void> {
  for (let start = 0; start < given.sessions.length; start += A_STATEMENT) {
    const rows = given.sessions.slice(start, start + A_STATEMENT).map((session) => ({
      authority_id: given.authorityId,
      id: newId(),
      listing_slug: session.slug,
      place_number: session.placeNumber,
      starts_at: session.startsAt,
      ends_at: session.endsAt,
      on_day: session.onDay,
      places: session.places,
      state: 'planned',
      is_open: session.isOpen,
      modified_at: given.at,
      // The trigger gives the number.
      position: 0,
    }));
    await transaction.insertInto('listing_sessions').values(rows).execute();
  }
}

/** Writes how sessions are now: their end, places, state, and whether open data may have them. */
export async function changeSessions(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly at: Temporal.Instant;
    readonly sessions: readonly KeptSession[];
  },
): Promise<void> {
  for (let start = 0; start < given.sessions.length; start += A_STATEMENT) {
    const rows = given.sessions.slice(start, start + A_STATEMENT).map((session) => ({
      id: session.id,
      ends_at: session.endsAt.toString(),
      on_day: session.onDay.toString(),
      places: session.places,
      state: session.state,
      is_open: session.isOpen,
    }));
    await sql`update listing_sessions as kept set ends_at = changed.ends_at, on_day = changed.on_day,
        places = changed.places, state = changed.state, is_open = changed.is_open, modified_at = ${given.at}
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as changed(id uuid, ends_at timestamptz,
        on_day date, places integer, state text, is_open boolean)
      where kept.authority_id = ${given.authorityId} and kept.id = changed.id`.execute(transaction);
  }
}

/** Takes sessions of days before `day` out of open data; they stay what they were. */
export async function closeSessionsBefore(
  transaction: Transaction,
  given: { readonly authorityId: string; readonly day: Temporal.PlainDate; readonly at: Temporal.Instant },
): Promise<void> {
  await transaction
    .updateTable('listing_sessions')
    .set({ is_open: false, modified_at: given.at })
    .where('authority_id', '=', given.authorityId)
    .where('on_day', '<', given.day)
    .where('is_open', '=', true)
    .execute();
}

/**
 * Takes sessions that are over out of open data where their listing may not be in it any more, at its place. They are not
 * worked out again, so that what a listing becomes later does not reach them by itself.
 */
export async function closeOverSessions(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly at: Temporal.Instant;
    readonly slug?: string;
    /** The places of listings that open data may have. */
    readonly open: readonly { readonly slug: string; readonly placeNumber: number }[];
  },
): Promise<void> {
  const { authorityId, at, slug, open } = given;
  const ofSlug = slug === undefined ? sql`true` : sql`kept.listing_slug = ${slug}`;
  await sql`update listing_sessions as kept set is_open = false, modified_at = ${at}
    where kept.authority_id = ${authorityId} and kept.is_open and kept.ends_at <= ${at} and ${ofSlug} and not exists (
      select from jsonb_to_recordset(${JSON.stringify(open)}::text::jsonb) as may(slug text, "placeNumber" smallint)
      where may.slug = kept.listing_slug and may."placeNumber" = kept.place_number)`.execute(transaction);
}
