import type { FactValue } from './fact-value.ts';

export type Rounding = 'down' | 'up' | 'nearest';
export type YearKind = 'financial year' | 'school year';

/** How a value is worked out. Not known as soon as a fact that it needs is not known. */
export type Calculation =
  | { readonly kind: 'value'; readonly value: FactValue }
  | { readonly kind: 'fact'; readonly fact: string }
  | { readonly kind: 'plus'; readonly of: readonly Calculation[] }
  | { readonly kind: 'minus'; readonly of: readonly Calculation[] }
  | { readonly kind: 'times'; readonly of: readonly Calculation[] }
  | { readonly kind: 'least'; readonly of: readonly Calculation[] }
  | { readonly kind: 'most'; readonly of: readonly Calculation[] }
  | {
      readonly kind: 'share';
      readonly of: Calculation;
      readonly part: Calculation;
      readonly whole: Calculation;
      readonly round: Rounding;
      /** The step to which is rounded: 1 is a penny, 100 a pound. */
      readonly to: number;
    }
  | { readonly kind: 'age'; readonly born: Calculation; readonly on: Calculation }
  | { readonly kind: 'days-after'; readonly days: Calculation; readonly date: Calculation }
  | { readonly kind: 'months-after'; readonly months: Calculation; readonly date: Calculation }
  | { readonly kind: 'days-between'; readonly from: Calculation; readonly to: Calculation }
  | { readonly kind: 'months-between'; readonly from: Calculation; readonly to: Calculation }
  | { readonly kind: 'year-start'; readonly year: YearKind; readonly date: Calculation }
  | { readonly kind: 'year-end'; readonly year: YearKind; readonly date: Calculation };
