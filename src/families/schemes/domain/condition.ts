import type { Calculation } from './calculation.ts';

export const comparisons = [
  'is',
  'is not',
  'under',
  'at most',
  'at least',
  'over',
  'one of',
  'none of',
  'includes',
  'within',
] as const;
export type Comparison = (typeof comparisons)[number];

/** A statement about facts that is met, not met or not known. */
export type Condition =
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'count'; readonly atLeast: number; readonly of: readonly Condition[] }
  | {
      readonly kind: 'compare';
      readonly fact: string;
      readonly comparison: Comparison;
      readonly with: readonly Calculation[];
    };
