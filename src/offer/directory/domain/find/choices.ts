import type { ConditionName } from '../conditions.ts';
import { type FacetName, facetNames } from '../facets.ts';
import { joinedByOneself, seasonsOf } from '../fits-filters.ts';
import { type Listing, ratios } from '../listing.ts';
import type { ListingSearch } from '../search.ts';
import { daysOf, partsOf } from '../when-it-runs.ts';

/** Everything about a listing that can be chosen: the facets, and the age, which is asked for as one number. */
export type ChoiceName = FacetName | 'age';

/** What a listing without one place has in the place of a locality: it is in all of them. */
const EVERYWHERE = '';

/** The values that a listing has of each thing that can be chosen. */
export function choicesOf(listing: Listing): Readonly<Record<ChoiceName, readonly string[]>> {
  const { place, ages } = listing;
  const best = Math.min(...listing.ratios.map((ratio) => ratios.indexOf(ratio)));
  return {
    age: Array.from({ length: ages.to - ages.from + 1 }, (_none, index) => String(ages.from + index)),
    tier: [listing.tier],
    kind: listing.kinds,
    need: listing.needs,
    access: Object.entries(listing.access).flatMap(([name, offered]) => (offered === 'meets' ? [name] : [])),
    when: listing.when.times,
    day: daysOf(listing),
    part: partsOf(listing),
    season: seasonsOf(listing),
    pay: listing.accepts,
    free: listing.cost.kind === 'free' ? ['yes'] : [],
    transport: listing.transport === null ? [] : [listing.transport],
    // More staff than was asked for is no less.
    ratio: ratios.filter((_ratio, index) => index >= best),
    language: listing.languages,
    join: joinedByOneself.includes(listing.join.how) ? ['open'] : [],
    locality: [place.kind === 'at' ? place.locality.toLowerCase() : EVERYWHERE],
  };
}

/** One thing that a search asks: any of the values is enough. */
export type Asked = {
  readonly name: ConditionName;
  readonly choice: ChoiceName;
  readonly values: readonly string[];
};

/** What a search asks of what can be chosen. Needs, features and payments must all be met, so each is asked by itself. */
export function askedOf(search: ListingSearch): readonly Asked[] {
  const any = (name: ConditionName, choice: ChoiceName, values: readonly string[]): Asked[] =>
    values.length === 0 ? [] : [{ name, choice, values }];
  const one = (name: ConditionName, choice: ChoiceName, value: string | number | null): Asked[] =>
    value === null ? [] : [{ name, choice, values: [String(value)] }];
  return [
    ...one('age', 'age', search.age),
    ...any('tiers', 'tier', search.tiers),
    ...any('kinds', 'kind', search.kinds),
    ...search.needs.flatMap((need) => one(`need:${need}`, 'need', need)),
    ...search.access.flatMap((feature) => one(`access:${feature}`, 'access', feature)),
    ...any('times', 'when', search.times),
    ...any('days', 'day', search.days),
    ...any('parts', 'part', search.parts),
    ...one('season', 'season', search.season),
    ...search.accepts.flatMap((payment) => one(`pay:${payment}`, 'pay', payment)),
    ...one('free', 'free', search.isFree ? 'yes' : null),
    ...one('transport', 'transport', search.transport),
    ...one('ratio', 'ratio', search.ratio),
    ...one('language', 'language', search.language),
    ...one('referral', 'join', search.isWithoutReferral ? 'open' : null),
    ...any(
      'locality',
      'locality',
      search.locality === null ? [] : [search.locality.toLowerCase(), EVERYWHERE],
    ),
  ];
}

/** The dimensions of which all chosen values must be met, so that a further choice narrows what is there already. */
export const allMustBeMet: readonly ChoiceName[] = ['need', 'access', 'pay'];

/** Whether a dimension is shown with counts. */
export function isFacet(name: ChoiceName): name is FacetName {
  return facetNames.some((facet) => facet === name);
}

/** Whether a value of a facet is one that can be chosen. */
export function isChoosable(value: string): boolean {
  return value !== EVERYWHERE;
}

/** The values that count for a facet's value: those of a locality take in what has no one place. */
export function countedFor(name: FacetName, value: string): readonly string[] {
  return name === 'locality' ? [value, EVERYWHERE] : [value];
}
