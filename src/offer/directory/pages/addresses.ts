import type { ListingSearch } from '../domain/search.ts';
import { writeListingSearch } from '../search-address.ts';

function withQuery(path: string, search: ListingSearch): string {
  const query = writeListingSearch(search).toString();
  return query === '' ? path : `${path}?${query}`;
}

/** The address of a search. */
export function findAddress(search: ListingSearch): string {
  return withQuery('/find', search);
}

/**
 * The address of a search, at its results: on a phone they stand below the form, and whoever hears a page has heard
 * the form before.
 */
export function resultsAddress(search: ListingSearch): string {
  return `${findAddress(search)}#results`;
}

/** The address of a listing, with the search that found it, so that its page leads back there. */
export function listingAddress(slug: string, search: ListingSearch): string {
  return withQuery(`/find/${slug}`, search);
}
