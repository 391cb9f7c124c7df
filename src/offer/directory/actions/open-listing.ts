import type { Transaction } from '#platform/database/index.ts';
import type { Listing } from '../domain/listing.ts';
import { listingBySlug } from '../store/listing-by-slug.ts';

/** A listing as its page needs it. */
export type OpenedListing = { readonly listing: Listing; readonly withdrawnAt: Temporal.Instant | null };

/** Gives the listing at an address; null where there never was one. */
export function openListing(
  transaction: Transaction,
  given: { readonly authorityId: string; readonly slug: string },
): Promise<OpenedListing | null> {
  return listingBySlug(transaction, given);
}
