export { type Known, type Likeness, likenessOf } from './domain/likeness.ts';
export { type Found, likestOf, type Pair, pairsToLookAt } from './pairs.ts';
export type { LookedFor } from './store/candidates.ts';
export { mergeChildren, undoMerge } from './store/merges.ts';
export { toDosOfPractitioner } from './to-dos.ts';
export { weighingOn } from './weighing.ts';
