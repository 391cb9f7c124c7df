import { Bits } from './bits.ts';
import type { DirectoryIndex } from './directory-index.ts';
import type { WouldDo } from './read-words.ts';

/** Which listings the words fit, and how well. */
export type Matched = {
  readonly fits: Bits;
  /** For each listing how well it fits the words, 0 for not at all; also of those that have only some of the words. */
  readonly scores: Float32Array;
  /** Whether no listing has all the words, so that those count that have the most of them. */
  readonly isPartly: boolean;
};

/** What a word is worth that every listing has, beside one that few have. */
function rarity(index: DirectoryIndex, stem: string): number {
  return Math.log(1 + index.size / (1 + index.postings.count(stem)));
}

/**
 * Finds the listings that have one of each group of words. Where no listing that is shown has all, those fit that have
 * the most of them, but at least half.
 */
export function matchWords(
  index: DirectoryIndex,
  given: { readonly groups: readonly (readonly WouldDo[])[]; readonly shown: Bits },
): Matched | null {
  const { groups, shown } = given;
  if (groups.length === 0) return null;
  const scores = new Float32Array(index.size);
  const has = new Uint8Array(index.size);
  for (const [number, group] of groups.entries()) addGroup(index, { group, number, scores, has });
  let most = 0;
  for (const at of shown.toNumbers()) most = Math.max(most, has[at] ?? 0);
  const least = most * 2 >= groups.length && most > 0 ? most : groups.length;
  const fits = new Bits();
  for (let at = 0; at < has.length; at++) if ((has[at] ?? 0) >= least) fits.add(at);
  return { fits, scores, isPartly: least < groups.length };
}

/** Adds the best of a group's words to the score of each listing that has one of them, and counts the group. */
function addGroup(
  index: DirectoryIndex,
  to: {
    readonly group: readonly WouldDo[];
    readonly number: number;
    readonly scores: Float32Array;
    readonly has: Uint8Array;
  },
): void {
  const best = to.group.length > 1 ? new Float32Array(index.size) : null;
  for (const { stem, share } of to.group) {
    const { listings, weights } = index.postings.of(stem);
    const worth = share * rarity(index, stem);
    for (let place = 0; place < listings.length; place++) {
      const at = listings[place] ?? 0;
      const score = worth * (weights[place] ?? 0);
      const before = best?.[at] ?? 0;
      if (score <= before) continue;
      if (before === 0) to.has[at] = (to.has[at] ?? 0) + 1;
      to.scores[at] = (to.scores[at] ?? 0) + score - before;
      if (best !== null) best[at] = score;
    }
  }
}
