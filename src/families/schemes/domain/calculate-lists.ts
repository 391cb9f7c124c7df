import { type Day, dayFrom, type WindowLength } from './day-number.ts';
import { entriesMeant } from './entries.ts';
import type { Calculation, DateUnit, Items, ListCalculation, Spans } from './expressions.ts';
import { type FactValue, wordsOf } from './fact-value.ts';
import type { Known } from './knowledge.ts';
import { lengthOfRun } from './runs.ts';
import { daysCovered, mostDays, mostInWindow, type Span } from './windows.ts';

type Tools = {
  readonly known: Known;
  readonly calculate: (calculation: Calculation, known: Known) => FactValue | null;
};

/**
 * Works sums, counts and windows over the entries of a list out. Not known while the list is not, while it is
 * not known of an entry whether it counts, or while an entry that counts lacks what is summed.
 */
export function calculateOverList(calculation: ListCalculation, tools: Tools): FactValue | null {
  switch (calculation.kind) {
    case 'answers-given': {
      const value = tools.calculate(calculation.of, tools.known);
      return value === null ? null : wordsOf(value).length;
    }
    case 'number-of': {
      const { items, different } = calculation;
      if (!different) return entriesMeant(items, tools.known)?.length ?? null;
      const values = eachOf({ items, of: different }, tools);
      return values && new Set(values).size;
    }
    case 'longest-run': {
      const length = lengthOfRun(calculation.run, tools);
      return length && length.least === length.most ? length.least : null;
    }
    case 'total':
      return sumOf(numbersOf(calculation, tools));
    case 'greatest':
    case 'smallest':
      return extremeOf(calculation, tools);
    case 'days-covered':
      return daysFrom(calculation, tools);
    case 'most-days': {
      const spans = spansOf(calculation.spans, tools);
      return spans && mostDays(spans, lengthOf(calculation));
    }
    case 'most-in-window': {
      const { items, of, dated, unit, count } = calculation;
      const dates = datesOf({ items, of: dated }, tools);
      const amounts = of ? numbersOf({ items, of }, tools) : (dates?.map(() => 1) ?? null);
      if (!dates || !amounts) return null;
      const dated_ = dates.map((date, index) => ({ date, amount: amounts[index] ?? 0 }));
      return mostInWindow(dated_, lengthOf({ count, unit }));
    }
  }
}

function lengthOf({ count, unit }: { count: number; unit: DateUnit }): WindowLength {
  if (unit === 'days') return { days: count };
  if (unit === 'weeks') return { days: count * 7 };
  return { months: unit === 'years' ? count * 12 : count };
}

/** One value for each entry that counts; null as soon as one of them is not known. */
function eachOf(from: { items: Items; of: Calculation }, { known, calculate }: Tools): FactValue[] | null {
  const values: FactValue[] = [];
  const entries = entriesMeant(from.items, known);
  for (const entry of entries ?? []) {
    const value = calculate(from.of, entry);
    if (value === null) return null;
    values.push(value);
  }
  return entries && values;
}

function numbersOf(from: { items: Items; of: Calculation }, tools: Tools): number[] | null {
  return eachOf(from, tools)?.filter((value) => typeof value === 'number') ?? null;
}

function datesOf(from: { items: Items; of: Calculation }, tools: Tools): Day[] | null {
  const texts = eachOf(from, tools)?.filter((value) => typeof value === 'string');
  return texts?.map((text) => dayFrom(text)) ?? null;
}

function sumOf(numbers: readonly number[] | null): number | null {
  const sum = numbers?.reduce((total, number) => total + number, 0) ?? null;
  return sum !== null && Number.isSafeInteger(sum) ? sum : null;
}

/** The greatest of no numbers is nought; the latest of no dates, and the smallest of nothing, there is not. */
function extremeOf(
  calculation: Extract<ListCalculation, { kind: 'greatest' | 'smallest' }>,
  tools: Tools,
): number | string | null {
  const values = eachOf(calculation, tools);
  if (!values) return null;
  let best: number | string | null = null;
  for (const value of values) {
    if (typeof value !== 'number' && typeof value !== 'string') return null;
    const isBetter = best === null || (calculation.kind === 'greatest' ? value > best : value < best);
    if (isBetter) best = value;
  }
  return best ?? (calculation.kind === 'greatest' && calculation.isNumber ? 0 : null);
}

function spansOf({ items, starting, leaving }: Spans, tools: Tools): Span[] | null {
  const starts = datesOf({ items, of: starting }, tools);
  const ends = datesOf({ items, of: leaving }, tools);
  if (!starts || !ends) return null;
  return starts.flatMap((start, index) => {
    const end = ends[index];
    return end ? [{ start, end }] : [];
  });
}

function daysFrom(
  { spans, from, to }: Extract<ListCalculation, { kind: 'days-covered' }>,
  tools: Tools,
): number | null {
  const stays = spansOf(spans, tools);
  const first = from && tools.calculate(from, tools.known);
  const last = to && tools.calculate(to, tools.known);
  if (!stays || (from && !first) || (to && !last)) return null;
  return daysCovered(stays, {
    first: typeof first === 'string' ? dayFrom(first) : null,
    last: typeof last === 'string' ? dayFrom(last) : null,
  });
}
