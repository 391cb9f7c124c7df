import type { ConditionName } from '../conditions.ts';
import type { Facets } from '../facets.ts';
import { conditionsOf, type ReadySearch, squaredChordFrom } from './conditions-of.ts';
import type { DirectoryIndex } from './directory-index.ts';
import { facetsOf } from './facets-of.ts';
import { milesOf, pointFromBall } from './facts.ts';
import { firstOf } from './first-of.ts';
import { matchWords } from './match-words.ts';
import { type Loosening, nearMissesOf } from './near-misses.ts';
import { keysOf, type OrderedBy, orderedBy } from './rank.ts';
import { readWords, type WordsRead } from './read-words.ts';

export const LISTINGS_A_PAGE = 12;

/** A listing that was found, by its slug, with how far it is where that was asked for and it has a place. */
export type FoundSlug = {
  /** Its number in the index, which is another once it is changed. */
  readonly at: number;
  readonly slug: string;
  readonly miles: number | null;
  /** Where it is, for a map; null where it has no one place or nobody knows where that is. */
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
  /** Whether the listing's own point is only the middle of its sector or outward code. */
  readonly isApproximate: boolean;
};

/** What the index knows of a search: which listings, not what stands in them. */
export type Found = {
  readonly total: number;
  /** The page shown: the last one when a later one was asked for. */
  readonly page: number;
  readonly pages: number;
  readonly listings: readonly FoundSlug[];
  readonly words: WordsRead;
  /** Whether no listing has all the words, so that those with the most of them are shown. */
  readonly isPartly: boolean;
  readonly orderedBy: OrderedBy;
  readonly facets: Facets;
  /** Filled only when nothing fits. */
  readonly loosenings: readonly Loosening[];
  readonly nearest: readonly (FoundSlug & { readonly misses: readonly ConditionName[] })[];
};

/** Answers a search from the index alone. */
export function findListings(index: DirectoryIndex, ready: ReadySearch): Found {
  const shown = index.shownOn(ready.today);
  const words = wordsRead(index, ready);
  const matched = matchWords(index, { groups: words.groups, shown });
  const conditions = conditionsOf(index, ready, matched);
  const fitting = conditions.reduce((all, one) => all.and(one.fits), shown);
  const numbers = fitting.toNumbers();
  const pages = Math.max(1, Math.ceil(numbers.length / LISTINGS_A_PAGE));
  const page = Math.min(ready.search.page, pages);
  const key = keysOf(index, ready, matched);
  const nameRanks = index.nameRanks();
  const first = firstOf(numbers, { count: page * LISTINGS_A_PAGE, key, ties: nameRanks });
  const described = describe(index, ready);
  const near =
    numbers.length > 0 || conditions.length === 0
      ? { loosenings: [], nearest: [] }
      : nearMissesOf({ shown, conditions, matched, key, nameRanks });
  return {
    total: numbers.length,
    page,
    pages,
    listings: first.slice((page - 1) * LISTINGS_A_PAGE).map(described),
    words,
    isPartly: matched?.isPartly ?? false,
    orderedBy: orderedBy(ready, matched !== null),
    facets: facetsOf(index, { shown, conditions, fitting }),
    loosenings: near.loosenings,
    nearest: near.nearest.map(({ at, misses }) => ({ ...described(at), misses })),
  };
}

function wordsRead(index: DirectoryIndex, { search, today }: ReadySearch): WordsRead {
  const shown = index.shownOn(today);
  const { stem } = index.wording;
  const isKnown = (one: string) => index.postings.of(one).listings.some((at) => shown.has(at));
  return readWords(search.text, {
    stem,
    synonyms: index.synonyms,
    isKnown,
    beginningWith: (typed) => index.vocabulary.beginningWith(typed),
    meantBy: (typed) => index.vocabulary.meantBy(typed, (word) => isKnown(stem(word))),
  });
}

function describe(index: DirectoryIndex, { from }: ReadySearch): (at: number) => FoundSlug {
  const { facts } = index;
  const squaredChord = from === null ? () => Number.NaN : squaredChordFrom(index.facts, from);
  return (at) => {
    const miles = milesOf(squaredChord(at));
    return {
      at,
      slug: index.slugOf(at),
      miles: Number.isNaN(miles) ? null : miles,
      point: pointFromBall({
        x: facts.x[at] ?? Number.NaN,
        y: facts.y[at] ?? Number.NaN,
        z: facts.z[at] ?? Number.NaN,
      }),
      isApproximate: index.precisionOf(at) !== 'unit',
    };
  };
}
