import { type RawBuilder, sql } from 'kysely';
import type { ConditionName } from '../domain/conditions.ts';
import type { FoundPoint } from '../domain/point.ts';
import type { ListingSearch } from '../domain/search.ts';

/** A search with everything that had to be looked up for it. */
export type ReadySearch = {
  readonly authorityId: string;
  readonly search: ListingSearch;
  readonly words: readonly (readonly string[])[];
  /** Where distances are measured from. */
  readonly from: FoundPoint | null;
};

/** One thing asked of a listing. */
export type SqlCondition = { readonly name: ConditionName; readonly holds: RawBuilder<boolean> };

/** The radius of the earth in miles, as src/platform/places measures with. */
const EARTH_RADIUS_MILES = 6371.0088 / 1.609344;

/** Miles from the point to a listing by the haversine formula; null for a listing with no one place. */
export function milesFrom(from: FoundPoint | null): RawBuilder<number | null> {
  if (from === null) return sql<number | null>`null::double precision`;
  // least() passes over nulls, so a listing with no point must be left out by name.
  return sql<number | null>`(case when latitude is not null then
    ${2 * EARTH_RADIUS_MILES}::double precision * asin(least(1, sqrt(
      sin(radians(latitude - ${from.latitude}::double precision) / 2) ^ 2
      + cos(radians(${from.latitude}::double precision)) * cos(radians(latitude))
        * sin(radians(longitude - ${from.longitude}::double precision) / 2) ^ 2))) end)`;
}

function joined(parts: readonly RawBuilder<unknown>[], operator: '||' | '&&'): RawBuilder<string> {
  return sql<string>`(${sql.join(parts, sql.raw(` ${operator} `))})`;
}

function groupQuery(group: readonly string[]): RawBuilder<string> {
  return joined(
    group.map((word) => sql`plainto_tsquery('english', ${word})`),
    '||',
  );
}

/** How well a listing fits the words, 0 for not at all; a word of its title counts most. */
export function rankOf(words: ReadySearch['words']): RawBuilder<number> {
  if (words.length === 0) return sql<number>`0::double precision`;
  const query = joined(words.map(groupQuery), '||');
  return sql<number>`ts_rank('{0.1, 0.3, 0.6, 1.0}', words, ${query})::double precision`;
}

/** Everything that the search asks of a listing, each by its name. Several needs must all be met. */
export function conditionsOf(ready: ReadySearch): readonly SqlCondition[] {
  const { search, words, from } = ready;
  const found: SqlCondition[] = [];
  const add = (name: ConditionName, holds: RawBuilder<boolean>) => void found.push({ name, holds });
  if (words.length > 0) add('words', sql<boolean>`(words @@ ${joined(words.map(groupQuery), '&&')})`);
  if (search.age !== null) add('age', sql<boolean>`(${search.age}::integer between age_from and age_to)`);
  if (search.tiers.length > 0) add('tiers', sql<boolean>`(tier = any(${[...search.tiers]}::text[]))`);
  if (search.kinds.length > 0) add('kinds', sql<boolean>`(kinds && ${[...search.kinds]}::text[])`);
  for (const need of search.needs) add(`need:${need}`, sql<boolean>`(needs @> ${[need]}::text[])`);
  if (search.times.length > 0) add('times', sql<boolean>`(times && ${[...search.times]}::text[])`);
  for (const payment of search.accepts) {
    add(`pay:${payment}`, sql<boolean>`(accepts @> ${[payment]}::text[])`);
  }
  if (search.isFree) add('free', sql<boolean>`is_free`);
  if (search.locality !== null) {
    add('locality', sql<boolean>`(place_kind <> 'at' or lower(locality) = ${search.locality.toLowerCase()})`);
  }
  // What comes to the family, or is online, is near wherever the family lives.
  if (search.within !== null && from !== null) {
    add(
      'within',
      sql<boolean>`(place_kind <> 'at' or coalesce(${milesFrom(from)} <= ${search.within}::integer, false))`,
    );
  }
  return found;
}
