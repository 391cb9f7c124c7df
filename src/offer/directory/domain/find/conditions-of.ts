import type { ConditionName } from '../conditions.ts';
import type { FoundPoint } from '../point.ts';
import type { ListingSearch } from '../search.ts';
import { Bits } from './bits.ts';
import { askedOf, type ChoiceName } from './choices.ts';
import type { DirectoryIndex } from './directory-index.ts';
import { chordOf, dayNumber, type Facts, OPEN_FROM, OPEN_UNTIL, places, pointOnBall } from './facts.ts';
import type { Matched } from './match-words.ts';

/** So many weeks ahead sessions are dated where a council says nothing else. */
const WEEKS_DATED = 8;

/** A search with everything that had to be looked up for it. */
export type ReadySearch = {
  readonly search: ListingSearch;
  /** Where distances are measured from. */
  readonly from: FoundPoint | null;
  readonly today: Temporal.PlainDate;
  /** How many weeks ahead sessions are dated; eight unless told otherwise. */
  readonly weeksDated?: number;
};

/** One thing that a search asks, with the listings that fit it. */
export type Condition = {
  readonly name: ConditionName;
  /** What it chooses among, so that the facet of that can be counted without it; null for what is no choice. */
  readonly choice: ChoiceName | null;
  readonly fits: Bits;
};

/** Everything that a search asks, each with the listings that fit it. */
export function conditionsOf(
  index: DirectoryIndex,
  ready: ReadySearch,
  matched: Matched | null,
): readonly Condition[] {
  const { search, from } = ready;
  const { facts } = index;
  const conditions: Condition[] = [];
  const add = (name: ConditionName, fits: Bits) => void conditions.push({ name, choice: null, fits });
  if (matched !== null) add('words', matched.fits);
  for (const { name, choice, values } of askedOf(search)) {
    conditions.push({ name, choice, fits: index.having(choice, values) });
  }
  const shown = index.shownOn(ready.today).toNumbers();
  const { upTo } = search;
  if (upTo !== null)
    add(
      'upTo',
      where(shown, (at) => (facts.price[at] ?? OPEN_UNTIL) <= upTo),
    );
  if (search.from !== null || search.until !== null) add('dates', where(shown, runsIn(facts, ready)));
  if (search.within !== null && from !== null) {
    add('within', where(shown, isWithin(facts, from, search.within)));
  }
  return conditions;
}

function where(numbers: Uint32Array, fits: (at: number) => boolean): Bits {
  const bits = new Bits();
  for (const at of numbers) if (fits(at)) bits.add(at);
  return bits;
}

/** Whether a listing lies within so many miles; what comes to the family, or is online, is near wherever it lives. */
function isWithin(facts: Facts, from: FoundPoint, miles: number): (at: number) => boolean {
  const longest = chordOf(miles);
  const squaredChord = squaredChordFrom(facts, from);
  return (at) => facts.place[at] !== places.at || squaredChord(at) <= longest;
}

/** The straight line from a point to a listing, squared; not a number where the listing has no point. */
export function squaredChordFrom(facts: Facts, from: FoundPoint): (at: number) => number {
  const { x, y, z } = facts;
  const here = pointOnBall(from);
  return (at) => ((x[at] ?? 0) - here.x) ** 2 + ((y[at] ?? 0) - here.y) ** 2 + ((z[at] ?? 0) - here.z) ** 2;
}

/**
 * Whether a listing runs between two days. As far ahead as sessions are worked out, a listing that has dated sessions
 * runs on the days of those and on no other, so that what runs in term time is not found for a bank holiday; beyond
 * that, in the past, and for what has no dated session, its rhythm says it.
 */
function runsIn(
  facts: Facts,
  { search, today, weeksDated = WEEKS_DATED }: ReadySearch,
): (at: number) => boolean {
  const first = search.from === null ? OPEN_FROM : dayNumber(search.from);
  const last = search.until === null ? OPEN_UNTIL : dayNumber(search.until);
  const now = dayNumber(today);
  const horizon = now + 7 * weeksDated;
  return (at) => {
    const dated = facts.dated.get(at);
    if (dated === undefined || dated.last < now || last < now || first > horizon)
      return runsByRhythm(facts, at, { first, last });
    const [from, until] = [Math.max(first, now), Math.min(last, horizon)];
    if (dated.planned.some((day) => day >= from && day <= until)) return true;
    return last > horizon && runsByRhythm(facts, at, { first: horizon + 1, last });
  };
}

/** The same as `runsBetween` of when-it-runs.ts, from the columns. */
function runsByRhythm(
  facts: Facts,
  at: number,
  { first, last }: { readonly first: number; readonly last: number },
): boolean {
  if (facts.dates.get(at)?.some((day) => day >= first && day <= last)) return true;
  const days = facts.weekDays[at] ?? 0;
  const pausedUntil = facts.pausedUntil[at] ?? OPEN_FROM;
  const from = Math.max(
    first,
    facts.runsFrom[at] ?? OPEN_FROM,
    pausedUntil === OPEN_FROM ? OPEN_FROM : pausedUntil + 1,
  );
  const until = Math.min(last, facts.runsUntil[at] ?? OPEN_UNTIL);
  if (days === 0 || from > until) return false;
  if (from === OPEN_FROM || until === OPEN_UNTIL || until - from >= 6) return true;
  for (let day = from; day <= until; day++) if ((days & (1 << weekDayOf(day))) !== 0) return true;
  return false;
}

/** Monday is 0; 1 January 1970 was a Thursday. */
function weekDayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}
