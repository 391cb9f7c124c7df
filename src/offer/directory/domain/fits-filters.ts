import { isForAge, type Joining, type Listing, ratios } from './listing.ts';
import type { ListingSearch } from './search.ts';
import { daysOf, partsOf, runsBetween } from './when-it-runs.ts';

/** The ways to join that a family can go by itself. */
export const joinedByOneself: readonly Joining[] = ['turn-up', 'book', 'refer-yourself'];

/**
 * The plain definition of what fits: whether a listing fits everything of a search but its words, place, distance
 * and page. The index in memory answers the same from its bits; a property test holds the two together. Localities
 * compare without case; a listing with no one place fits every locality.
 */
export function fitsFilters(listing: Listing, search: ListingSearch): boolean {
  return fitsChild(listing, search) && fitsTime(listing, search) && fitsCost(listing, search);
}

function fitsChild(listing: Listing, search: ListingSearch): boolean {
  return (
    (search.age === null || isForAge(listing, search.age)) &&
    isOneOf(search.tiers, [listing.tier]) &&
    isOneOf(search.kinds, listing.kinds) &&
    search.needs.every((need) => listing.needs.includes(need)) &&
    search.access.every((feature) => listing.access[feature] === 'meets') &&
    (search.transport === null || listing.transport === search.transport) &&
    (search.ratio === null || isStaffedAs(listing, search.ratio)) &&
    (search.language === null || listing.languages.includes(search.language)) &&
    (!search.isWithoutReferral || joinedByOneself.includes(listing.join.how)) &&
    (search.locality === null || isInLocality(listing, search.locality))
  );
}

function fitsTime(listing: Listing, search: ListingSearch): boolean {
  return (
    isOneOf(search.times, listing.when.times) &&
    isOneOf(search.days, daysOf(listing)) &&
    isOneOf(search.parts, partsOf(listing)) &&
    (search.season === null || isInSeason(listing, search.season)) &&
    ((search.from === null && search.until === null) || runsBetween(listing, search))
  );
}

function fitsCost(listing: Listing, search: ListingSearch): boolean {
  return (
    search.accepts.every((payment) => listing.accepts.includes(payment)) &&
    (!search.isFree || listing.cost.kind === 'free') &&
    (search.upTo === null || (mostToPay(listing) ?? Number.POSITIVE_INFINITY) <= search.upTo)
  );
}

/** An empty list asks nothing; else one of it must be there. */
function isOneOf<T>(asked: readonly T[], has: readonly T[]): boolean {
  return asked.length === 0 || asked.some((one) => has.includes(one));
}

/** What one session, day or whatever is paid for costs, in pence; null where one must ask. */
export function mostToPay({ cost }: Listing): number | null {
  if (cost.kind === 'free') return 0;
  return cost.kind === 'amount' ? cost.pence : null;
}

/** The seasons in which it runs: what runs all the year runs in term and in the holidays too. */
export function seasonsOf({ runs, when }: Listing): readonly NonNullable<ListingSearch['season']>[] {
  if (runs.season === 'all-year') return ['term-time', 'holidays', 'all-year'];
  if (runs.season !== null) return [runs.season];
  const isTerm = when.times.some((time) => time === 'after-school' || time === 'school-day');
  const isHolidays = when.times.includes('school-holidays');
  if (isTerm && isHolidays) return ['term-time', 'holidays', 'all-year'];
  return [...(isTerm ? (['term-time'] as const) : []), ...(isHolidays ? (['holidays'] as const) : [])];
}

function isInSeason(listing: Listing, season: NonNullable<ListingSearch['season']>): boolean {
  return seasonsOf(listing).includes(season);
}

/** Whether a listing offers at least this much staff to a child. */
function isStaffedAs(listing: Listing, asked: (typeof ratios)[number]): boolean {
  return listing.ratios.some((ratio) => ratios.indexOf(ratio) <= ratios.indexOf(asked));
}

function isInLocality({ place }: Listing, locality: string): boolean {
  return place.kind !== 'at' || place.locality.toLowerCase() === locality.toLowerCase();
}
