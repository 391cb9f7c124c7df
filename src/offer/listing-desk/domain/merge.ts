import {
  applyChanges,
  type Change,
  type Changes,
  type Content,
  changesBetween,
  isSameValue,
} from './changes.ts';

/** A field that two people changed, each in another way. */
export type Clash = {
  readonly field: string;
  /** What the other has made of it. */
  readonly theirs: Change;
  readonly mine: Change;
};

export type Merged = {
  /** What the listing says now with my changes made in it. */
  readonly content: Content;
  readonly mine: Changes;
  /** What somebody else changed in the meantime. */
  readonly theirs: Changes;
  /** Where both changed the same: nobody's words are taken before the second has seen the first's. */
  readonly clashes: readonly Clash[];
};

/**
 * Puts together what I typed on a form that I opened when the listing said `base`, and what it says `now`: of fields
 * that I did not touch somebody else's words stay, also where my form still had the old ones.
 */
export function merge(of: {
  readonly base: Content;
  readonly typed: Content;
  readonly now: Content;
}): Merged {
  const mine = changesBetween(of.base, of.typed);
  const theirs = changesBetween(of.base, of.now);
  const clashes = Object.entries(mine).flatMap(([field, change]): Clash[] => {
    const other = theirs[field];
    if (other === undefined || isSameValue(other.after, change.after)) return [];
    return [{ field, theirs: other, mine: change }];
  });
  return { content: applyChanges(of.now, mine), mine, theirs, clashes };
}
