import {
  type ListingSearch,
  type SearchAnswer,
  searchOffer,
  writeListingSearch,
} from '#offer/directory/index.ts';
import { type NextSession, nextOfEach } from '#offer/sessions/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import { headings, type ListOptions, readListOptions } from '../domain/embedded-list.ts';

/** A list as it stands in somebody else's page. */
export type EmbeddedList = {
  readonly options: ListOptions;
  readonly heading: string;
  readonly total: number;
  readonly listings: SearchAnswer['found']['listings'];
  readonly next: ReadonlyMap<string, NextSession>;
  /** Where the whole search is answered. */
  readonly findPath: string;
};

/** Where somebody stands is never part of an embedded list: it would be the same for all who see it. */
function withoutPlaceOfVisitor(query: URLSearchParams): URLSearchParams {
  const kept = new URLSearchParams(query);
  for (const name of ['near', 'page']) kept.delete(name);
  return kept;
}

function findPath(search: ListingSearch): string {
  const query = writeListingSearch({ ...search, page: 1 });
  return query.size === 0 ? '/find' : `/find?${query}`;
}

/** Answers the search of an embedded list's address. Nobody's search is recorded. */
export async function listingsToEmbed(visit: Visit): Promise<EmbeddedList> {
  const { transaction, authority, clock } = visit;
  const options = readListOptions(visit.query);
  const { found, search } = await searchOffer(transaction, {
    authorityId: authority.id,
    query: withoutPlaceOfVisitor(visit.query),
    today: clock.today(),
    localities: authority.localities,
  });
  const listings = found.listings.slice(0, options.most);
  const slugs = listings.map(({ listing }) => listing.slug);
  return {
    options,
    heading: headings[options.heading].words,
    total: found.total,
    listings,
    next:
      slugs.length === 0
        ? new Map()
        : await nextOfEach(transaction, { authorityId: authority.id, slugs, now: clock.now() }),
    findPath: findPath(search),
  };
}
