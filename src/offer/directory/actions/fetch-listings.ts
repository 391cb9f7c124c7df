import type { Transaction } from '#platform/database/index.ts';
import type { FoundSlug } from '../domain/find/find-listings.ts';
import type { Listing } from '../domain/listing.ts';
import { listingsBySlug } from '../store/directory-rows.ts';
import type { KeptDirectory } from './kept-directory.ts';

/** So many whole listings of an authority stay in memory: what the first pages of the usual searches show. */
const MOST_KEPT = 2000;

/**
 * Gives the whole listings of what was found: from memory what was shown lately, the rest by its keys in one question.
 * One that is gone in the meantime is left out.
 */
export async function fetchListings<F extends FoundSlug>(
  transaction: Transaction,
  given: { readonly authorityId: string; readonly directory: KeptDirectory; readonly found: readonly F[] },
): Promise<readonly (Omit<F, 'at' | 'slug'> & { readonly listing: Listing })[]> {
  const { authorityId, directory, found } = given;
  const { contents } = directory;
  const missing = found.filter(({ at }) => !contents.has(at));
  if (missing.length > 0) {
    const slugs = missing.map(({ slug }) => slug);
    const fetched = await listingsBySlug(transaction, { authorityId, slugs });
    for (const { at, slug } of missing) {
      const listing = fetched.get(slug);
      if (listing !== undefined) contents.set(at, listing);
    }
  }
  const listings = found.flatMap(({ at, slug: _slug, ...rest }) => {
    const listing = contents.get(at);
    if (listing === undefined) return [];
    // What was used last goes to the end, so that the oldest stand first.
    contents.delete(at);
    contents.set(at, listing);
    return [{ ...rest, listing }];
  });
  for (const at of contents.keys()) {
    if (contents.size <= MOST_KEPT) break;
    contents.delete(at);
  }
  return listings;
}
