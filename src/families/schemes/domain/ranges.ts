import { calculate } from './calculate.ts';
import { entriesSeen } from './entries.ts';
import type { Calculation } from './expressions.ts';
import type { Known } from './knowledge.ts';
import { lengthOfRun } from './runs.ts';

/**
 * Between what a number must lie, whatever is still to be learnt. Points that are above the limit already stay
 * there, so that nobody need be asked for the rest.
 */
export type Range = { readonly least: number; readonly most: number };

/** The range of a calculation; null where nothing can be said, or where it gives no number. */
export function rangeOf(calculation: Calculation, known: Known): Range | null {
  const value = calculate(calculation, known);
  if (value !== null) return typeof value === 'number' ? { least: value, most: value } : null;
  switch (calculation.kind) {
    case 'fact':
      return known.rangeOf(calculation.fact);
    case 'plus':
      return joined(calculation.of, {
        known,
        join: (a, b) => ({ least: a.least + b.least, most: a.most + b.most }),
      });
    case 'minus':
      return joined(calculation.of, {
        known,
        join: (a, b) => ({ least: a.least - b.most, most: a.most - b.least }),
      });
    case 'times':
      return joined(calculation.of, { known, join: product });
    case 'least':
      return joined(calculation.of, { known, join: (a, b) => both(Math.min, a, b) });
    case 'most':
      return joined(calculation.of, { known, join: (a, b) => both(Math.max, a, b) });
    case 'choose':
      return oneOf(calculation, known);
    case 'number-of':
      return calculation.different ? null : countOf(calculation.items, known);
    case 'total':
      return sumOf(calculation, known);
    case 'longest-run':
      return lengthOfRun(calculation.run, { known, calculate });
    default:
      return null;
  }
}

function joined(
  parts: readonly Calculation[],
  { known, join }: { known: Known; join: (a: Range, b: Range) => Range | null },
): Range | null {
  let whole: Range | null = null;
  for (const part of parts) {
    const range = rangeOf(part, known);
    if (!range) return null;
    whole = whole ? join(whole, range) : range;
    if (!whole) return null;
  }
  return whole && isExact(whole) ? whole : null;
}

/** A sum too large to be exact has no answer, so that nothing may be said of it before. */
function isExact({ least, most }: Range): boolean {
  return [least, most].every((end) => !Number.isFinite(end) || Number.isSafeInteger(end));
}

function both(choose: (a: number, b: number) => number, a: Range, b: Range): Range {
  return { least: choose(a.least, b.least), most: choose(a.most, b.most) };
}

function product(a: Range, b: Range): Range | null {
  if (a.least < 0 || b.least < 0) return null;
  const most = a.most === 0 || b.most === 0 ? 0 : a.most * b.most;
  return { least: a.least * b.least, most };
}

/** What any option that may still be the one gives. */
function oneOf(
  { options, otherwise, coversEvery }: Extract<Calculation, { kind: 'choose' }>,
  known: Known,
): Range | null {
  let whole: Range | null = null;
  const add = (given: Calculation): boolean => {
    const range = rangeOf(given, known);
    if (range)
      whole = whole
        ? { least: Math.min(whole.least, range.least), most: Math.max(whole.most, range.most) }
        : range;
    return range !== null;
  };
  for (const { when, give } of options) {
    const truth = known.isMet(when);
    if (truth === false) continue;
    if (!add(give)) return null;
    if (truth === true) return whole;
  }
  if (otherwise) return add(otherwise) ? whole : null;
  return coversEvery ? whole : null;
}

function countOf(items: Extract<Calculation, { kind: 'number-of' }>['items'], known: Known): Range | null {
  const entries = entriesSeen(items, known);
  if (!entries) return { least: 0, most: Number.POSITIVE_INFINITY };
  const sure = entries.filter(({ isMeant }) => isMeant === true).length;
  const open = entries.filter(({ isMeant }) => isMeant === null).length;
  return { least: sure, most: sure + open };
}

function sumOf({ items, of }: Extract<Calculation, { kind: 'total' }>, known: Known): Range | null {
  const entries = entriesSeen(items, known);
  if (!entries) return null;
  let [least, most] = [0, 0];
  for (const { known: inside, isMeant } of entries) {
    if (isMeant === false) continue;
    const range = rangeOf(of, inside);
    if (!range) return null;
    least += isMeant ? range.least : Math.min(0, range.least);
    most += isMeant ? range.most : Math.max(0, range.most);
  }
  return isExact({ least, most }) ? { least, most } : null;
}
