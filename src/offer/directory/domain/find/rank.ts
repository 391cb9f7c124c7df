import { type ReadySearch, squaredChordFrom } from './conditions-of.ts';
import type { DirectoryIndex } from './directory-index.ts';
import { dayNumber, milesOf, places } from './facts.ts';
import type { Matched } from './match-words.ts';

/** In what way the results stand, so that the page can say it. */
export type OrderedBy = 'words' | 'words-and-distance' | 'distance' | 'newest' | 'name';

/** Up to so many miles, a place goes before what runs across the whole area. */
const NEAR_MILES = 5;

/** At so many miles a place counts half as near as next door, where words decide too. */
const HALF_AS_NEAR = 8;

/** What comes to the family counts as somewhat near, and what is online as somewhat less. */
const nearnessWithoutPlace = { area: 0.75, online: 0.6 } as const;

/** What does not run now comes after everything else. */
const LAST = 1e12;

/** Says by what the results of a search are ordered. */
export function orderedBy({ search, from }: ReadySearch, hasWords: boolean): OrderedBy {
  if (search.order === 'name' || search.order === 'newest') return search.order;
  if (from !== null) return hasWords && search.order === 'best' ? 'words-and-distance' : 'distance';
  return hasWords ? 'words' : 'name';
}

/**
 * Gives for a listing the number by which it is ordered: less comes first, and the same number goes by name. What
 * doesn't run now comes last. By distance, places within five miles go first, then what comes to the family or runs
 * across the area, then places further away, then what is online. By words, what was checked long ago or takes in far
 * more ages than the one asked for comes a little later.
 */
export function keysOf(
  index: DirectoryIndex,
  ready: ReadySearch,
  matched: Matched | null,
): (at: number) => number {
  const { facts } = index;
  const key = keyOf(index, ready, matched);
  return (at) => (facts.isPaused[at] === 1 ? LAST : 0) + key(at);
}

function keyOf(index: DirectoryIndex, ready: ReadySearch, matched: Matched | null): (at: number) => number {
  const { facts } = index;
  const order = orderedBy(ready, matched !== null);
  if (order === 'name') return () => 0;
  if (order === 'newest') return (at) => -(facts.createdAt[at] ?? 0);
  const squaredChord = ready.from === null ? () => Number.NaN : squaredChordFrom(facts, ready.from);
  if (order === 'distance') return byDistance(index, squaredChord);
  const worth = worthOf(index, ready, matched);
  if (order === 'words') return (at) => -worth(at);
  return (at) => -worth(at) * nearness(facts.place[at] ?? 0, squaredChord(at));
}

function byDistance(index: DirectoryIndex, squaredChord: (at: number) => number): (at: number) => number {
  return (at) => {
    const place = index.facts.place[at];
    if (place === places.online) return 3e6;
    if (place === places.area) return 1e6;
    const miles = milesOf(squaredChord(at));
    if (Number.isNaN(miles)) return 2.9e6;
    return miles <= NEAR_MILES ? miles : 2e6 + miles;
  };
}

function nearness(place: number, squaredChord: number): number {
  if (place === places.online) return nearnessWithoutPlace.online;
  if (place === places.area) return nearnessWithoutPlace.area;
  const miles = milesOf(squaredChord);
  return Number.isNaN(miles) ? nearnessWithoutPlace.online : HALF_AS_NEAR / (HALF_AS_NEAR + miles);
}

/** How well the words fit, a tenth less where nobody checked for a year, and a tenth less where every age is taken. */
function worthOf(
  index: DirectoryIndex,
  { search, today }: ReadySearch,
  matched: Matched | null,
): (at: number) => number {
  const { facts } = index;
  const day = dayNumber(today);
  return (at) => {
    const age = Math.max(0, Math.min(365, day - (facts.checkedOn[at] ?? 0)));
    const freshness = 1 - age / 3650;
    const fit = search.age === null ? 1 : 1 - (facts.ageSpan[at] ?? 0) / 250;
    return (matched?.scores[at] ?? 0) * freshness * fit;
  };
}
