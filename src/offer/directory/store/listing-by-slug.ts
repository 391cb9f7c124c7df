import type { Transaction } from '#platform/database/index.ts';
import type { Listing } from '../domain/listing.ts';
import { readListing } from './listing-content.ts';
import { isShownOn } from './shown.ts';

/** The listing at an address, with when it was withdrawn if it was; null where there never was one. */
export async function listingBySlug(
  transaction: Transaction,
  given: { readonly authorityId: string; readonly slug: string },
): Promise<{ readonly listing: Listing; readonly withdrawnAt: Temporal.Instant | null } | null> {
  // The database refuses some characters altogether; no slug has them.
  if (!/^[a-z0-9-]{1,200}$/.test(given.slug)) return null;
  const row = await transaction
    .selectFrom('listings')
    .select(['content', 'withdrawn_at'])
    .where('authority_id', '=', given.authorityId)
    .where('slug', '=', given.slug)
    .executeTakeFirst();
  return row === undefined ? null : { listing: readListing(row.content), withdrawnAt: row.withdrawn_at };
}

/** The listing of a slug if the directory shows it on a day; null where it does not. */
export async function liveListing(
  transaction: Transaction,
  given: { readonly authorityId: string; readonly slug: string; readonly today: Temporal.PlainDate },
): Promise<Listing | null> {
  const row = await transaction
    .selectFrom('listings')
    .select('content')
    .where('authority_id', '=', given.authorityId)
    .where('slug', '=', given.slug)
    .where(isShownOn(given.today))
    .executeTakeFirst();
  return row === undefined ? null : readListing(row.content);
}

/** Every listing that the directory shows on a day, by tier from universal to specialist, then by name. */
export async function liveListings(
  transaction: Transaction,
  authorityId: string,
  today: Temporal.PlainDate,
): Promise<readonly Listing[]> {
  const rows = await transaction
    .selectFrom('listings')
    .select('content')
    .where('authority_id', '=', authorityId)
    .where(isShownOn(today))
    .orderBy((order) =>
      order.fn('array_position', [order.val(['universal', 'targeted', 'specialist']), 'tier']),
    )
    .orderBy('title')
    .execute();
  return rows.map(({ content }) => readListing(content));
}
