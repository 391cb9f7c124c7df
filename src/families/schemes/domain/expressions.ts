import type { Holidays } from '#kernel/working-days.ts';
import type { FactValue } from './fact-value.ts';

/** What the rules are made of: statements that are met or not, and values that are worked out. */

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
  'includes all of',
  'within',
  'in',
  'not in',
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
    }
  | { readonly kind: 'some'; readonly items: Items }
  | { readonly kind: 'every'; readonly items: Items; readonly is: Condition }
  | {
      readonly kind: 'number';
      readonly items: Items;
      readonly different: Calculation | null;
      readonly comparison: Comparison;
      readonly with: Calculation;
    }
  | {
      readonly kind: 'run';
      readonly run: Run;
      readonly comparison: Comparison;
      readonly with: Calculation;
    };

/** Entries of a list one after the other, in the order of their days, that all answer to `each`. */
export type Run = { readonly items: Items; readonly dated: Calculation; readonly each: Condition };

/**
 * Some entries of a list: those that meet `where`. Inside, a field of an entry is named by `fieldName`.
 * `workedOut` holds the fields that follow from others.
 */
export type Items = {
  readonly list: string;
  readonly where: Condition | null;
  readonly workedOut: ReadonlyMap<string, Derivation>;
};

/** How a fact follows from others: a condition for a yes or no, a calculation for everything else. */
export type Derivation =
  | { readonly kind: 'condition'; readonly condition: Condition }
  | { readonly kind: 'calculation'; readonly calculation: Calculation };

/** The name, inside a rule, of a field of an entry of a list. No fact can have such a name. */
export function fieldName(list: string, field: string): string {
  return `${list}[].${field}`;
}

/** Whether a name is that of a field of an entry, which is no fact by itself. */
export function isField(name: string): boolean {
  return name.includes('[].');
}

export type Rounding = 'down' | 'up' | 'nearest';
/** A stretch of the calendar. `first` is the month and day on which a year of its own kind begins. */
export type Stretch =
  | { readonly kind: 'year'; readonly month: number; readonly day: number }
  | { readonly kind: 'quarter' }
  | { readonly kind: 'month' }
  | { readonly kind: 'week' };
/** The days that are closed, and the first and the last day of which the calendar says anything. */
export type Calendar = { readonly holidays: Holidays; readonly from: string; readonly until: string };
export type DateUnit = 'days' | 'weeks' | 'months' | 'years';
export type TimeUnit = 'hours' | 'minutes';

/** Spans of days, one for each entry: from the first day up to, and without, the day of leaving. */
export type Spans = {
  readonly items: Items;
  readonly starting: Calculation;
  readonly leaving: Calculation;
};

/** How a value is worked out. Not known as soon as a fact that it needs is not known. */
export type Calculation =
  | { readonly kind: 'value'; readonly value: FactValue }
  | { readonly kind: 'fact'; readonly fact: string }
  | { readonly kind: 'plus' | 'minus' | 'times' | 'least' | 'most'; readonly of: readonly Calculation[] }
  | {
      readonly kind: 'share';
      readonly of: Calculation;
      readonly part: Calculation;
      readonly whole: Calculation;
      readonly round: Rounding;
      /** The step to which is rounded: 1 is a penny, 100 a pound. */
      readonly to: number;
    }
  | {
      readonly kind: 'choose';
      readonly options: readonly { readonly when: Condition; readonly give: Calculation }[];
      readonly otherwise: Calculation | null;
      /** Whether the options leave no case out, as points for each answer do. */
      readonly coversEvery?: boolean;
    }
  | ListCalculation
  | DateCalculation;

/** What is worked out over the entries of a list. */
export type ListCalculation =
  | { readonly kind: 'number-of'; readonly items: Items; readonly different: Calculation | null }
  | { readonly kind: 'answers-given'; readonly of: Calculation }
  | { readonly kind: 'longest-run'; readonly run: Run }
  | { readonly kind: 'total'; readonly of: Calculation; readonly items: Items }
  | {
      readonly kind: 'greatest' | 'smallest';
      readonly of: Calculation;
      readonly items: Items;
      readonly isNumber: boolean;
    }
  | {
      readonly kind: 'days-covered';
      readonly spans: Spans;
      /** The first and the last day that count; null where all do. */
      readonly from: Calculation | null;
      readonly to: Calculation | null;
    }
  | {
      readonly kind: 'most-days';
      readonly spans: Spans;
      readonly count: number;
      readonly unit: DateUnit;
    }
  | {
      readonly kind: 'most-in-window';
      readonly items: Items;
      /** What each entry counts: a calculation, or null for one each. */
      readonly of: Calculation | null;
      readonly dated: Calculation;
      readonly count: number;
      readonly unit: DateUnit;
    };

/** What is worked out with dates and times. */
export type DateCalculation =
  | { readonly kind: 'age'; readonly born: Calculation; readonly on: Calculation }
  | { readonly kind: 'birthday'; readonly age: Calculation; readonly born: Calculation }
  | { readonly kind: 'school-year'; readonly born: Calculation; readonly on: Calculation }
  | {
      readonly kind: 'moved';
      readonly by: Calculation;
      readonly unit: DateUnit;
      readonly sign: 1 | -1;
      readonly date: Calculation;
    }
  | {
      readonly kind: 'moved-working-days';
      readonly by: Calculation;
      readonly sign: 1 | -1;
      readonly date: Calculation;
      readonly calendar: Calendar;
    }
  | {
      readonly kind: 'moved-time';
      readonly by: Calculation;
      readonly unit: TimeUnit;
      readonly sign: 1 | -1;
      readonly time: Calculation;
    }
  | {
      readonly kind: 'between';
      readonly unit: DateUnit | TimeUnit;
      readonly from: Calculation;
      readonly to: Calculation;
    }
  | {
      readonly kind: 'working-days-between';
      readonly from: Calculation;
      readonly to: Calculation;
      readonly calendar: Calendar;
    }
  | {
      readonly kind: 'edge';
      readonly edge: 'start' | 'end';
      readonly of: Stretch;
      readonly date: Calculation;
    }
  | {
      readonly kind: 'near-weekday';
      readonly weekday: number;
      readonly sign: 1 | -1;
      /** Whether the date itself will do. */
      readonly isOrOn: boolean;
      readonly date: Calculation;
    }
  | {
      readonly kind: 'near-working-day';
      readonly sign: 1 | -1;
      readonly date: Calculation;
      readonly calendar: Calendar;
    }
  | { readonly kind: 'weekday-of'; readonly date: Calculation }
  | { readonly kind: 'day-of'; readonly date: Calculation }
  | { readonly kind: 'at-time'; readonly time: string; readonly date: Calculation };

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
