import { grantOn } from '#families/schemes/index.ts';
import { type NextSession, nextOfEach, termDatesOf } from '#offer/sessions/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import { type DatesAsked, readDatesAsked, withDatesAsked } from '../domain/dates-asked.ts';
import { type SearchAnswer, searchOffer } from './search-offer.ts';

/** What somebody typed into a field, and why it could not be read; null where it could, or where nothing was typed. */
export type TypedField = { readonly typed: string; readonly problem: string | null };

/** Everything that the page of a search shows. */
export type FindAnswer = SearchAnswer & {
  /** Whether anything was asked at all. */
  readonly isAsked: boolean;
  readonly dates: DatesAsked;
  readonly age: TypedField;
  readonly upTo: TypedField;
  /** The next session of each listing shown, by slug, of those that have any. */
  readonly next: ReadonlyMap<string, NextSession>;
  /** Whether the council has a grant that could pay. */
  readonly hasGrant: boolean;
};

/** The most characters of what was typed that are shown again. */
const LONGEST = 20;

function field(query: URLSearchParams, name: string, problem: string | null): TypedField {
  const typed = (query.get(name) ?? '')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, LONGEST);
  return { typed, problem: typed === '' ? null : problem };
}

/**
 * Answers an address of the directory with all that its page shows. What cannot be read of an age, a price or a day
 * is passed over by the search, and said beside its field.
 */
export async function answerFind(
  visit: Pick<Visit, 'transaction' | 'authority' | 'query' | 'clock'>,
): Promise<FindAnswer> {
  const { transaction, authority, query, clock } = visit;
  const today = clock.today();
  const dates = readDatesAsked(query, today);
  const answer = await searchOffer(transaction, {
    authorityId: authority.id,
    query: withDatesAsked(query, dates),
    today,
    localities: authority.localities,
    weeksDated: termDatesOf(authority).weeksAhead,
  });
  const { search, found, nearest } = answer;
  const slugs = [...found.listings, ...nearest].map(({ listing }) => listing.slug);
  return {
    ...answer,
    isAsked: query.size > 0,
    dates,
    age: field(query, 'age', search.age === null ? 'Enter an age from 0 to 25' : null),
    upTo: field(query, 'upto', search.upTo === null ? 'Enter an amount in pounds, like 5 or 7.50' : null),
    next:
      slugs.length === 0
        ? new Map()
        : await nextOfEach(transaction, { authorityId: authority.id, slugs, now: clock.now() }),
    hasGrant: (await grantOn(authority.folder, today)) !== null,
  };
}
