import type { ConditionName } from '../conditions.ts';
import type { Bits } from './bits.ts';
import type { Condition } from './conditions-of.ts';
import { firstOf } from './first-of.ts';
import type { Matched } from './match-words.ts';

/** What to let go of, and how many listings there would then be. */
export type Loosening = { readonly name: ConditionName; readonly total: number };

/** So many near ones are shown. */
const MOST_NEAR = 3;

/**
 * For a search that nothing fits: which single conditions to let go of and how many listings that gives, most first,
 * and the three listings that miss the fewest conditions. A listing with none of the words is not near, however well
 * the rest fits.
 */
export function nearMissesOf(given: {
  readonly shown: Bits;
  readonly conditions: readonly Condition[];
  readonly matched: Matched | null;
  readonly key: (at: number) => number;
  readonly nameRanks: Uint32Array;
}): {
  readonly loosenings: readonly Loosening[];
  readonly nearest: readonly { readonly at: number; readonly misses: readonly ConditionName[] }[];
} {
  const { shown, conditions, matched } = given;
  const missed = (at: number) => conditions.filter(({ fits }) => !fits.has(at)).map(({ name }) => name);
  const totals = new Map<ConditionName, number>();
  const counts = new Map<number, number>();
  for (const at of shown.toNumbers()) {
    const misses = missed(at);
    const [only] = misses;
    if (misses.length === 1 && only !== undefined) totals.set(only, (totals.get(only) ?? 0) + 1);
    const isNear = misses.length < Math.max(2, conditions.length);
    const hasWord = !misses.includes('words') || (matched?.scores[at] ?? 0) > 0;
    if (isNear && hasWord) counts.set(at, misses.length);
  }
  const rank = (at: number) => -(matched?.scores[at] ?? 0);
  const nearest = firstOf(Uint32Array.from(counts.keys()), {
    count: MOST_NEAR,
    // Scores of words stay below ten thousand; the order of the search only parts what they do not.
    key: (at) => (counts.get(at) ?? 0) * 1e9 + Math.round(rank(at) * 100) + given.key(at) / 1e14,
    ties: given.nameRanks,
  });
  const loosenings = [...totals]
    .map(([name, total]) => ({ name, total }))
    .sort((one, other) => other.total - one.total || (one.name < other.name ? -1 : 1));
  return { loosenings, nearest: nearest.map((at) => ({ at, misses: missed(at) })) };
}
