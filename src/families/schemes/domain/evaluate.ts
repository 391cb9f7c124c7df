import { calculate, factsInCalculation, type Known } from './calculate.ts';
import type { Calculation } from './calculation.ts';
import type { Comparison, Condition } from './condition.ts';
import type { FactValue } from './fact-value.ts';
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
      if (value === null) return null;
      return compare({ ...condition, value }, known);
    }
  }
}

type Comparing = { comparison: Comparison; value: FactValue; with: readonly Calculation[] };

function compare(comparing: Comparing, known: Known): Truth {
  const { comparison, value } = comparing;
  const others = comparing.with.map((other) => calculate(other, known));
  if (comparison === 'one of' || comparison === 'none of') {
    const isOneOf = any(others.map((other) => (other === null ? null : value === other)));
    return comparison === 'one of' ? isOneOf : not(isOneOf);
  }
  const other = others[0] ?? null;
  return other === null ? null : compareOne({ comparison, value, other });
}

function compareOne({
  comparison,
  value,
  other,
}: {
  comparison: Exclude<Comparison, 'one of' | 'none of'>;
  value: FactValue;
  other: FactValue;
}): boolean {
  switch (comparison) {
    case 'includes':
      return Array.isArray(value) && value.includes(other);
    case 'within': {
      const [first = '', last = ''] = Array.isArray(other) ? other : [];
      return order(value, first) >= 0 && order(value, last) <= 0;
    }
    case 'is':
      return order(value, other) === 0;
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

/** The facts that keep the condition from being known: none when it is known. */
export function unknownIn(condition: Condition, known: Known): readonly string[] {
  if (evaluate(condition, known) !== null) return [];
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'count':
      return [...new Set(condition.of.flatMap((part) => unknownIn(part, known)))];
    case 'not':
      return unknownIn(condition.of, known);
    case 'compare': {
      const unknown = new Set<string>();
      factsInCondition(condition, (fact) => {
        if (known.valueOf(fact) === null) unknown.add(fact);
      });
      return [...unknown];
    }
  }
}

/** Calls `visit` with every fact that the condition names. */
export function factsInCondition(condition: Condition, visit: (fact: string) => void): void {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'count':
      for (const part of condition.of) factsInCondition(part, visit);
      return;
    case 'not':
      factsInCondition(condition.of, visit);
      return;
    case 'compare':
      visit(condition.fact);
      for (const other of condition.with) factsInCalculation(other, visit);
  }
}
