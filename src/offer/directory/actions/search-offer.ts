import type { Transaction } from '#platform/database/index.ts';

import { milesBetween, parsePostcode } from '#platform/places/index.ts';
import type { Facets } from '../domain/facets.ts';
import type { Listing } from '../domain/listing.ts';
import type { FoundPoint } from '../domain/point.ts';
import type { ListingSearch } from '../domain/search.ts';
import { parseListingSearch } from '../search-address.ts';
import {
  type FoundPage,
  type Loosening,
  listingsThatFit,
  type NearMiss,
  nearMisses,
} from '../store/find-listings.ts';
import { placeOfPostcode } from './place-of-postcode.ts';
import { readWords, type WordsRead } from './read-words.ts';

export type SearchAnswer = {
  readonly search: ListingSearch;
  readonly found: FoundPage;
  readonly slips: WordsRead['slips'];
  readonly leftOut: WordsRead['leftOut'];
  readonly from: FoundPoint | null;
  /** The town or place that was understood in the box for the postcode; null for a postcode. */
  readonly placeName: string | null;
  /** What each further choice would give. */
  readonly facets: Facets;
  /** Why the postcode could not be used, as a sentence; null when it could, or when there is none. */
  readonly postcodeProblem: string | null;
  /** Filled only when nothing fits. */
  readonly loosenings: readonly Loosening[];
  readonly nearest: readonly NearMiss[];
};

const anyPart = ['unit', 'sector', 'outward'] as const;

/**
 * Reads a search out of the query of an address. Characters that text cannot hold are dropped, and a postcode
 * that was typed into the box for words is taken as the postcode.
 */
export function readSearch(query: URLSearchParams): ListingSearch {
  const clean = new URLSearchParams();
  for (const [name, value] of query) clean.append(name, value.replace(/\p{Cc}/gu, ' '));
  const search = parseListingSearch(clean);
  if (search.postcode !== null || !/\d/.test(search.text)) return search;
  const postcode = parsePostcode(search.text, anyPart);
  return postcode.ok ? { ...search, text: '', postcode: postcode.value.text } : search;
}

async function startingPoint(
  transaction: Transaction,
  typed: string | null,
): Promise<{ readonly from: FoundPoint | null; readonly problem: string | null }> {
  if (typed === null) return { from: null, problem: null };
  const postcode = parsePostcode(typed, anyPart);
  if (!postcode.ok) return { from: null, problem: postcode.message };
  const from = await placeOfPostcode(transaction, postcode.value);
  if (from !== null) return { from, problem: null };
  return {
    from: null,
    problem: `We do not know where ${postcode.value.text} is, so we cannot say how far things are from there`,
  };
}

/**
 * Answers a search of the directory. Every query has an answer: what cannot be understood is passed over, and
 * when nothing fits the answer says what to let go of and what comes nearest.
 */
export async function searchOffer(
  transaction: Transaction,
  given: { readonly authorityId: string; readonly query: URLSearchParams },
): Promise<SearchAnswer> {
  const { authorityId } = given;
  const search = readSearch(given.query);
  const words = await readWords(transaction, { authorityId, text: search.text });
  const { from, problem } = await startingPoint(transaction, search.postcode);
  const ready = { authorityId, search, words: words.groups, from };
  const found = await listingsThatFit(transaction, ready);
  const near = found.total > 0 ? { loosenings: [], nearest: [] } : await nearMisses(transaction, ready);
  return {
    search,
    found,
    slips: words.slips,
    leftOut: words.leftOut,
    from,
    placeName: null,
    facets: new Map(),
    postcodeProblem: problem,
    ...near,
  };
}

/** How far a listing is from a postcode as typed; null where either has no place. */
export async function distanceTo(
  transaction: Transaction,
  given: { readonly listing: Listing; readonly postcode: string | null },
): Promise<{
  readonly from: FoundPoint;
  readonly miles: number;
  readonly isApproximate: boolean;
} | null> {
  const { place } = given.listing;
  if (place.kind !== 'at') return null;
  const { from } = await startingPoint(transaction, given.postcode);
  const { from: to } = await startingPoint(transaction, place.postcode);
  if (from === null || to === null) return null;
  return { from, miles: milesBetween(from, to), isApproximate: to.precision !== 'unit' };
}
