import type { Transaction } from '#platform/database/index.ts';
import { milesBetween, parsePostcode } from '#platform/places/index.ts';
import { ageInWords } from '../domain/age-in-words.ts';
import type { ConditionName } from '../domain/conditions.ts';
import type { Facets } from '../domain/facets.ts';
import { findListings } from '../domain/find/find-listings.ts';
import type { Loosening } from '../domain/find/near-misses.ts';
import type { OrderedBy } from '../domain/find/rank.ts';
import type { WordsRead } from '../domain/find/read-words.ts';
import type { Listing } from '../domain/listing.ts';
import type { FoundPoint } from '../domain/point.ts';
import type { ListingSearch } from '../domain/search.ts';
import { parseListingSearch } from '../search-address.ts';
import { directoryState } from '../store/directory-rows.ts';
import { fetchListings } from './fetch-listings.ts';
import { keptDirectory } from './kept-directory.ts';
import { placeOfPostcode } from './place-of-postcode.ts';
import { anyPart, type Locality, startingPoint, unitPostcodeIn } from './starting-point.ts';

/** A listing with how far it is, where a distance was asked for and the listing has a place. */
export type FoundListing = {
  readonly listing: Listing;
  readonly miles: number | null;
  /** Where it is, for a map; null where it has no one place or nobody knows where that is. */
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
  /** Whether the listing's own point is only the middle of its sector or outward code. */
  readonly isApproximate: boolean;
};

export type FoundPage = {
  readonly total: number;
  /** The page shown: the last one when a later one was asked for. */
  readonly page: number;
  readonly pages: number;
  readonly listings: readonly FoundListing[];
};

/** A listing that fits nearly, with what it does not fit. */
export type NearMiss = FoundListing & { readonly misses: readonly ConditionName[] };

export type SearchAnswer = {
  readonly search: ListingSearch;
  readonly found: FoundPage;
  readonly slips: WordsRead['slips'];
  readonly leftOut: WordsRead['leftOut'];
  /** Whether no listing has all the words, so that those with the most of them are shown. */
  readonly isPartly: boolean;
  /** By what the results stand in order, so that the page can say it. */
  readonly orderedBy: OrderedBy;
  readonly from: FoundPoint | null;
  /** The town or place that was understood in the box for the postcode; null for a postcode. */
  readonly placeName: string | null;
  /** What each further choice would give. */
  readonly facets: Facets;
  /** Why the postcode or town could not be used, as a sentence; null when it could, or when there is none. */
  readonly postcodeProblem: string | null;
  /** Filled only when nothing fits. */
  readonly loosenings: readonly Loosening[];
  readonly nearest: readonly NearMiss[];
};

/**
 * Reads a search out of the query of an address. Characters that text cannot hold are dropped, and a postcode
 * that was typed into the box for words is taken as the postcode, and an age ("for a 9 year old") as the age.
 */
export function readSearch(query: URLSearchParams): ListingSearch {
  const clean = new URLSearchParams();
  for (const [name, value] of query) clean.append(name, value.replace(/\p{Cc}/gu, ' '));
  const search = withAge(parseListingSearch(clean));
  if (search.postcode !== null || !/\d/.test(search.text)) return search;
  const postcode = parsePostcode(search.text, anyPart);
  return postcode.ok ? { ...search, text: '', postcode: postcode.value.text } : search;
}

function withAge(search: ListingSearch): ListingSearch {
  const said = search.age === null ? ageInWords(search.text) : null;
  return said === null ? search : { ...search, text: said.rest, age: said.age };
}

/**
 * Answers a search of the directory as it is shown on a day. Every query has an answer: what cannot be understood is
 * passed over, and when nothing fits the answer says what to let go of and what comes nearest. `localities` are the
 * parts of the council's area that may be named in the place of a postcode.
 */
export async function searchOffer(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly query: URLSearchParams;
    readonly today: Temporal.PlainDate;
    readonly localities: readonly Locality[];
    /** How many weeks ahead the council's sessions are dated; eight unless told otherwise. */
    readonly weeksDated?: number;
  },
): Promise<SearchAnswer> {
  const { authorityId, today, localities, weeksDated = 8 } = given;
  const search = readSearch(given.query);
  const postcode = search.near === null ? unitPostcodeIn(search.postcode) : null;
  const state = await directoryState(transaction, { authorityId, postcode });
  const directory = await keptDirectory(transaction, { authorityId, state });
  const { index } = directory;
  const { from, placeName, problem } = startingPoint({
    near: search.near,
    typed: search.postcode,
    unit: state.unit,
    localities,
    placeNames: index.placeNames,
  });
  const found = findListings(index, { search, from, today, weeksDated });
  const { total, page, pages } = found;
  const shared = { authorityId, directory };
  return {
    search,
    found: {
      total,
      page,
      pages,
      listings: await fetchListings(transaction, { ...shared, found: found.listings }),
    },
    slips: found.words.slips,
    leftOut: found.words.leftOut,
    isPartly: found.isPartly,
    orderedBy: found.orderedBy,
    from,
    placeName,
    facets: found.facets,
    postcodeProblem: problem,
    loosenings: found.loosenings,
    nearest: await fetchListings(transaction, { ...shared, found: found.nearest }),
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
  const [from, to] = [await pointOf(transaction, given.postcode), await pointOf(transaction, place.postcode)];
  if (from === null || to === null) return null;
  return { from, miles: milesBetween(from, to), isApproximate: to.precision !== 'unit' };
}

async function pointOf(transaction: Transaction, typed: string | null): Promise<FoundPoint | null> {
  const postcode = parsePostcode(typed ?? '', anyPart);
  return postcode.ok ? placeOfPostcode(transaction, postcode.value) : null;
}
