import { Bits } from './bits.ts';
import type { DirectoryIndex } from './directory-index.ts';
import { places } from './facts.ts';
import type { WouldDo } from './read-words.ts';

/** Which listings the words fit, and how well. */
export type Matched = {
  readonly fits: Bits;
  /** For each listing how well it fits the words, 0 for not at all; also of those that have only some of the words. */
  readonly scores: Float32Array;
  /** Whether no listing has all the words, so that those count that have the most of them. */
  readonly isPartly: boolean;
};

/** What words are worth among the listings that are shown: counted once for as long as these are the ones. */
const counted = new WeakMap<Bits, { readonly all: number; readonly byStem: Map<string, number> }>();

/** What a word is worth: much where few of the listings that are shown have it, little where most have. */
function rarity(index: DirectoryIndex, stem: string, shown: Bits): number {
  let known = counted.get(shown);
  if (known === undefined) {
    known = { all: shown.count(), byStem: new Map() };
    counted.set(shown, known);
  }
  let worth = known.byStem.get(stem);
  if (worth === undefined) {
    let having = 0;
    for (const at of index.postings.of(stem).listings) if (shown.has(at)) having += 1;
    worth = Math.log(1 + known.all / (1 + having));
    // Words that nothing has are as many as people may type: they are not kept.
    if (index.postings.has(stem)) known.byStem.set(stem, worth);
  }
  return worth;
}

/** So much of what the words are worth together a listing must have: all the rare ones, while a usual one may lack. */
const ENOUGH = 0.65;
/** Where nothing has so much, the best that has at least this share is shown. */
const HALF = 0.5;
/** What a word of a kind's name weighs more where all of that name was typed. */
const KIND = 25;
/** What the name of a locality weighs more for a listing there, and for what has no one place and so comes there too. */
const locality = { there: 30, everywhere: 15 } as const;

/**
 * Finds the listings that have the words, one of each group. A word that most listings have may lack where the rarer
 * ones are there. Where no listing that is shown has enough of them, those fit that have the most, but at least half.
 */
export function matchWords(
  index: DirectoryIndex,
  given: { readonly groups: readonly (readonly WouldDo[])[]; readonly shown: Bits },
): Matched | null {
  const { groups, shown } = given;
  if (groups.length === 0) return null;
  const scores = new Float32Array(index.size);
  const has = new Float32Array(index.size);
  const worths = groups.map((group) => rarity(index, group[0]?.stem ?? '', shown));
  const all = worths.reduce((sum, worth) => sum + worth, 0);
  for (const [number, group] of groups.entries()) {
    const to = { group, worth: worths[number] ?? 0, shown, scores, has };
    addGroup(index, to);
    addLocality(index, to);
  }
  let most = 0;
  for (let at = 0; at < has.length; at++) {
    const having = has[at] ?? 0;
    if (having > most && shown.has(at)) most = having;
  }
  // Sums of the same numbers in another order may differ in their last figures.
  const least = (most >= all * ENOUGH || most < all * HALF ? all * ENOUGH : most) - 1e-3;
  const fits = new Bits();
  for (let at = 0; at < has.length; at++) if ((has[at] ?? 0) >= least) fits.add(at);
  addKinds(index, { groups, shown }, scores);
  return { fits, scores, isPartly: most < all - 1e-3 && most >= all * HALF };
}

type GroupTo = {
  readonly group: readonly WouldDo[];
  readonly worth: number;
  readonly shown: Bits;
  readonly scores: Float32Array;
  readonly has: Float32Array;
};

/** Adds the best of a group's words to the score of each listing that has one of them, and counts the group. */
function addGroup(index: DirectoryIndex, to: GroupTo): void {
  const best = new Float32Array(index.size);
  for (const { stem, share } of to.group) {
    const { listings, weights } = index.postings.of(stem);
    const worth = share * rarity(index, stem, to.shown);
    for (let place = 0; place < listings.length; place++) {
      const at = listings[place] ?? 0;
      const score = worth * (weights[place] ?? 0);
      const before = best[at] ?? 0;
      if (score <= before) continue;
      if (before === 0) to.has[at] = (to.has[at] ?? 0) + to.worth;
      to.scores[at] = (to.scores[at] ?? 0) + score - before;
      best[at] = score;
    }
  }
}

/** Who names a locality asks for what is there, or comes to the family, or runs everywhere: none of these lacks the word. */
function addLocality(index: DirectoryIndex, { group, worth, shown, scores, has }: GroupTo): void {
  const named = group.find(({ stem }) => index.localityStems.has(stem));
  if (named === undefined) return;
  const there = new Bits();
  for (const at of index.postings.of(named.stem).listings) there.add(at);
  for (const at of shown.toNumbers()) {
    const isThere = there.has(at);
    if (!isThere && index.facts.place[at] === places.at) continue;
    if (!isThere) has[at] = (has[at] ?? 0) + worth;
    scores[at] = (scores[at] ?? 0) + worth * (isThere ? locality.there : locality.everywhere);
  }
}

/** Who types the whole name of a kind of break asks for that kind: its listings go before those with the same words. */
function addKinds(
  index: DirectoryIndex,
  { groups, shown }: { readonly groups: readonly (readonly WouldDo[])[]; readonly shown: Bits },
  scores: Float32Array,
): void {
  const typed = new Set(groups.flatMap((group) => group.map(({ stem }) => stem)));
  for (const { kind, stems } of index.namesOfKinds) {
    if (!stems.every((stem) => typed.has(stem))) continue;
    const bonus = stems.reduce((sum, stem) => sum + KIND * rarity(index, stem, shown), 0);
    for (const at of index.having('kind', [kind]).toNumbers()) scores[at] = (scores[at] ?? 0) + bonus;
  }
}
