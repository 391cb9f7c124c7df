import { calculate } from './calculate.ts';
import { entriesSeen } from './entries.ts';
import type { Calculation, Comparison, Condition } from './expressions.ts';
import { type FactValue, wordsOf } from './fact-value.ts';
import type { Known } from './knowledge.ts';
import { isInPostcodes } from './postcode.ts';
import { type Range, rangeOf } from './ranges.ts';
import { lengthOfRun } from './runs.ts';
import { all, any, atLeast, not, type Truth } from './truth.ts';

/** Whether the condition is met, not met or not known, given what is known. */
export function evaluate(condition: Condition, known: Known): Truth {
  switch (condition.kind) {
    case 'all':
      return all(condition.of.map((part) => evaluate(part, known)));
    case 'any':
      return any(condition.of.map((part) => evaluate(part, known)));
    case 'not':
      return not(evaluate(condition.of, known));
    case 'count':
      return atLeast(
        condition.atLeast,
        condition.of.map((part) => evaluate(part, known)),
      );
    case 'compare': {
      const value = known.valueOf(condition.fact);
      if (value === null) return settledEarly(condition, known);
      return compare({ ...condition, value }, known);
    }
    case 'some':
    case 'every':
    case 'number':
      return evaluateOverList(condition, known);
    case 'run': {
      const wanted = calculate(condition.with, known);
      const length = lengthOfRun(condition.run, { known, calculate });
      if (typeof wanted !== 'number' || !length) return null;
      const { comparison } = condition;
      return throughout(length, (value) => isSo({ comparison, value, other: wanted }));
    }
  }
}

type OverList = Extract<Condition, { kind: 'some' | 'every' | 'number' }>;

function evaluateOverList(condition: OverList, known: Known): Truth {
  const entries = entriesSeen(condition.items, known);
  if (!entries) return null;
  if (condition.kind === 'some') return any(entries.map((entry) => entry.isMeant));
  if (condition.kind === 'every') {
    return all(entries.map((entry) => any([not(entry.isMeant), entry.known.isMet(condition.is)])));
  }
  const wanted = calculate(condition.with, known);
  if (typeof wanted !== 'number') return null;
  const range = numberOfEntries(condition, entries);
  const { comparison } = condition;
  return throughout(range, (value) => isSo({ comparison, value, other: wanted }));
}

/** How many entries are meant, at least and at most; where only different ones count, how many values they have. */
function numberOfEntries(
  { different }: Extract<OverList, { kind: 'number' }>,
  entries: NonNullable<ReturnType<typeof entriesSeen>>,
): { least: number; most: number } {
  const sure = entries.filter((entry) => entry.isMeant === true);
  const open = entries.filter((entry) => entry.isMeant === null);
  if (!different) return { least: sure.length, most: sure.length + open.length };
  const values = sure.map((entry) => calculate(different, entry.known));
  const seen = new Set(values.filter((value) => value !== null)).size;
  const unseen = values.filter((value) => value === null).length;
  const least = seen === 0 && unseen > 0 ? 1 : seen;
  return { least, most: seen + unseen + open.length };
}

/** Met or not met when every number of the range says the same. */
function throughout(range: { least: number; most: number }, test: (value: number) => boolean): Truth {
  const first = test(range.least);
  for (let value = range.least + 1; value <= range.most; value += 1) if (test(value) !== first) return null;
  return first;
}

/**
 * A number of which not all is known may still be above or below the limit for certain: twelve points are over ten,
 * whatever the other answers bring.
 */
function settledEarly(
  { fact, comparison, with: [other] }: Extract<Condition, { kind: 'compare' }>,
  known: Known,
): Truth {
  const value = known.rangeOf(fact);
  const limit = value && other ? rangeOf(other, known) : null;
  return value && limit ? compareRanges(comparison, { value, limit }) : null;
}

function compareRanges(comparison: Comparison, { value, limit }: { value: Range; limit: Range }): Truth {
  const below = value.most < limit.least;
  const above = value.least > limit.most;
  switch (comparison) {
    case 'under':
      return below ? true : value.least >= limit.most ? false : null;
    case 'at most':
      return above ? false : value.most <= limit.least ? true : null;
    case 'at least':
      return below ? false : value.least >= limit.most ? true : null;
    case 'over':
      return above ? true : value.most <= limit.least ? false : null;
    case 'is':
      return below || above ? false : null;
    case 'is not':
      return below || above ? true : null;
    default:
      return null;
  }
}

type Comparing = { comparison: Comparison; value: FactValue; with: readonly Calculation[] };

function compare(comparing: Comparing, known: Known): Truth {
  const { comparison, value } = comparing;
  const others = comparing.with.map((other) => calculate(other, known));
  const same = (holds: (other: FactValue) => boolean) =>
    others.map((other) => (other === null ? null : holds(other)));
  switch (comparison) {
    case 'one of':
      return any(same((other) => value === other));
    case 'none of':
      return not(any(same((other) => value === other)));
    case 'includes':
      return any(same((other) => wordsOf(value).includes(String(other))));
    case 'includes all of':
      return all(same((other) => wordsOf(value).includes(String(other))));
    case 'in':
      return any(same((other) => isInPostcodes(String(value), String(other))));
    case 'not in':
      return not(any(same((other) => isInPostcodes(String(value), String(other)))));
    default: {
      const other = others[0] ?? null;
      return other === null ? null : isSo({ comparison, value, other });
    }
  }
}

function isSo({
  comparison,
  value,
  other,
}: {
  comparison: Comparison;
  value: FactValue;
  other: FactValue;
}): boolean {
  switch (comparison) {
    case 'within': {
      const [first = '', last = ''] = wordsOf(other);
      return order(value, first) >= 0 && order(value, last) <= 0;
    }
    case 'is not':
      return order(value, other) !== 0;
    case 'under':
      return order(value, other) < 0;
    case 'at most':
      return order(value, other) <= 0;
    case 'at least':
      return order(value, other) >= 0;
    case 'over':
      return order(value, other) > 0;
    default:
      return order(value, other) === 0;
  }
}

/**
 * Which comes first. Dates compare as they are written; a date with a time and a date without meet at the
 * precision of the shorter, so that "by 31 May" takes in the whole of that day.
 */
function order(a: FactValue, b: FactValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') {
    const isDates = /^\d{4}-\d\d-\d\d/.test(a) && /^\d{4}-\d\d-\d\d/.test(b);
    const length = isDates ? Math.min(a.length, b.length) : Number.POSITIVE_INFINITY;
    const [left, right] = [a.slice(0, length), b.slice(0, length)];
    return left < right ? -1 : left > right ? 1 : 0;
  }
  return a === b ? 0 : Number.NaN;
}
