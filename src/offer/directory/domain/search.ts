import {
  isForAge,
  type Kind,
  kinds,
  type Listing,
  type Need,
  needs,
  type Payment,
  payments,
  type Tier,
  type Time,
  tiers,
  times,
} from './listing.ts';

/** In what order the directory answers: by how well the words fit, by distance, or by name. */
export const orders = ['best', 'nearest', 'name'] as const;
export type Order = (typeof orders)[number];

/** How far families may ask for, in miles. In the strategy's survey most would go 20 to 30 miles for the right thing. */
export const distances = [2, 5, 10, 20, 30] as const;
export type Distance = (typeof distances)[number];

/**
 * What somebody asks of the directory. A listing fits when it is of one of the tiers, one of the kinds and at
 * one of the times asked for (or none is asked for), and meets every one of the needs.
 */
export type ListingSearch = {
  /** As typed, with its spaces made single; at most 100 characters. */
  readonly text: string;
  readonly age: number | null;
  readonly tiers: readonly Tier[];
  readonly kinds: readonly Kind[];
  readonly needs: readonly Need[];
  readonly times: readonly Time[];
  readonly accepts: readonly Payment[];
  readonly isFree: boolean;
  /** The name of a locality, or null for anywhere. */
  readonly locality: string | null;
  /** As typed; the page says what is wrong with it. */
  readonly postcode: string | null;
  readonly within: Distance | null;
  readonly order: Order;
  /** From 1. */
  readonly page: number;
};

/** The search that nothing was asked of: everything, best first. */
export const everything: ListingSearch = {
  text: '',
  age: null,
  tiers: [],
  kinds: [],
  needs: [],
  times: [],
  accepts: [],
  isFree: false,
  locality: null,
  postcode: null,
  within: null,
  order: 'best',
  page: 1,
};

const OLDEST = 25;
const LAST_PAGE = 1000;

/**
 * Reads a search from the query of an address. An address is never refused: what isn't in a vocabulary, an
 * age above 25 or a page that isn't a number counts as not asked. Lists may repeat the name or part with commas.
 */
export function parseListingSearch(query: URLSearchParams): ListingSearch {
  return {
    text: shortText(query.get('q'), 100) ?? '',
    age: wholeNumber(query.get('age'), { from: 0, to: OLDEST }),
    tiers: chosen(query, 'tier', tiers),
    kinds: chosen(query, 'kind', keysOf(kinds)),
    needs: chosen(query, 'need', keysOf(needs)),
    times: chosen(query, 'when', keysOf(times)),
    accepts: chosen(query, 'pay', keysOf(payments)),
    isFree: query.get('free') === 'yes',
    locality: shortText(query.get('locality'), 60),
    postcode: shortText(query.get('postcode'), 12),
    within: oneOf(distances, (distance) => String(distance) === query.get('within')),
    order: oneOf(orders, (order) => order === query.get('order')) ?? 'best',
    page: wholeNumber(query.get('page'), { from: 1, to: LAST_PAGE }) ?? 1,
  };
}

/** Writes a search as the query of an address: only what was asked, always in the same order. */
export function writeListingSearch(search: ListingSearch): URLSearchParams {
  const query = new URLSearchParams();
  if (search.text !== '') query.set('q', search.text);
  if (search.age !== null) query.set('age', String(search.age));
  for (const tier of search.tiers) query.append('tier', tier);
  for (const kind of search.kinds) query.append('kind', kind);
  for (const need of search.needs) query.append('need', need);
  for (const time of search.times) query.append('when', time);
  for (const payment of search.accepts) query.append('pay', payment);
  if (search.isFree) query.set('free', 'yes');
  if (search.locality !== null) query.set('locality', search.locality);
  if (search.postcode !== null) query.set('postcode', search.postcode);
  if (search.within !== null) query.set('within', String(search.within));
  if (search.order !== 'best') query.set('order', search.order);
  if (search.page !== 1) query.set('page', String(search.page));
  return query;
}

/**
 * Whether a listing fits everything of a search but its words, postcode, distance and page, which the store
 * answers. Localities compare without case; a listing with no one place fits every locality.
 */
export function fitsFilters(listing: Listing, search: ListingSearch): boolean {
  return (
    (search.age === null || isForAge(listing, search.age)) &&
    (search.tiers.length === 0 || search.tiers.includes(listing.tier)) &&
    (search.kinds.length === 0 || search.kinds.some((kind) => listing.kinds.includes(kind))) &&
    search.needs.every((need) => listing.needs.includes(need)) &&
    (search.times.length === 0 || search.times.some((time) => listing.when.times.includes(time))) &&
    search.accepts.every((payment) => listing.accepts.includes(payment)) &&
    (!search.isFree || listing.cost.kind === 'free') &&
    (search.locality === null || isInLocality(listing, search.locality))
  );
}

function isInLocality({ place }: Listing, locality: string): boolean {
  return place.kind !== 'at' || place.locality.toLowerCase() === locality.toLowerCase();
}

function shortText(typed: string | null, longest: number): string | null {
  const tidy = (typed ?? '').replace(/\s+/g, ' ').trim();
  const short = [...tidy].slice(0, longest).join('').trim();
  return short === '' ? null : short;
}

function wholeNumber(typed: string | null, { from, to }: { from: number; to: number }): number | null {
  const tidy = (typed ?? '').trim();
  const value = /^\d{1,4}$/.test(tidy) ? Number(tidy) : -1;
  return value >= from && value <= to ? value : null;
}

/** Gives those of the vocabulary that the query names, once each, in the order of the vocabulary. */
function chosen<T extends string>(query: URLSearchParams, name: string, vocabulary: readonly T[]): T[] {
  const asked = new Set(query.getAll(name).flatMap((value) => value.split(',')));
  return vocabulary.filter((word) => asked.has(word));
}

function oneOf<T>(vocabulary: readonly T[], fits: (word: T) => boolean): T | null {
  return vocabulary.find(fits) ?? null;
}

function keysOf<T extends string>(labels: Readonly<Record<T, string>>): readonly T[] {
  return Object.keys(labels) as T[];
}
