import type { Condition, Derivation } from './expressions.ts';
import type { FactValue } from './fact-value.ts';
import type { Truth } from './truth.ts';

/** What is known: values, given or worked out (null: not known), and whether conditions are met by them. */
export type Known = {
  valueOf(fact: string): FactValue | null;
  isMet(condition: Condition): Truth;
  /** Between what a number that is not known must lie; null where nothing can be said. */
  rangeOf(fact: string): { readonly least: number; readonly most: number } | null;
  /** What is known inside an entry of a list: its own fields, and everything outside. */
  insideEntry(entry: {
    readonly given: ReadonlyMap<string, FactValue>;
    readonly workedOut: ReadonlyMap<string, Derivation>;
  }): Known;
};
