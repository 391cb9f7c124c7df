import { calculateDate } from './calculate-dates.ts';
import { calculateOverList } from './calculate-lists.ts';
import type { Calculation, Rounding } from './expressions.ts';
import type { FactValue } from './fact-value.ts';
import type { Known } from './knowledge.ts';

/**
 * Works a value out. Money is in whole pence. Gives null as soon as something that it needs is not known, and
 * for sums that have no answer (a share of nothing, an age before birth, a number too large to be exact).
 */
export function calculate(calculation: Calculation, known: Known): FactValue | null {
  switch (calculation.kind) {
    case 'value':
      return calculation.value;
    case 'fact':
      return known.valueOf(calculation.fact);
    case 'plus':
      return numeric({ of: calculation.of, join: (a, b) => a + b }, known);
    case 'minus':
      return numeric({ of: calculation.of, join: (a, b) => a - b }, known);
    case 'times':
      return numeric({ of: calculation.of, join: (a, b) => a * b }, known);
    case 'least':
      return chosen({ of: calculation.of, isBetter: (a, b) => a < b }, known);
    case 'most':
      return chosen({ of: calculation.of, isBetter: (a, b) => a > b }, known);
    case 'share':
      return shareOf(calculation, known);
    case 'choose':
      return choose(calculation, known);
    case 'number-of':
    case 'answers-given':
    case 'longest-run':
    case 'total':
    case 'greatest':
    case 'smallest':
    case 'days-covered':
    case 'most-days':
    case 'most-in-window':
      return calculateOverList(calculation, { known, calculate });
    default:
      return calculateDate(calculation, (part) => calculate(part, known));
  }
}

function numeric(sum: { of: readonly Calculation[]; join: (a: number, b: number) => number }, known: Known) {
  let total: number | null = null;
  for (const part of sum.of) {
    const value = numberFrom(part, known);
    if (value === null) return null;
    total = total === null ? value : sum.join(total, value);
  }
  return total !== null && Number.isSafeInteger(total) ? total : null;
}

/** The least or the most of numbers, or the earliest or the latest of dates. */
function chosen(
  among: { of: readonly Calculation[]; isBetter: (a: number | string, b: number | string) => boolean },
  known: Known,
): FactValue | null {
  let best: number | string | null = null;
  for (const part of among.of) {
    const value = calculate(part, known);
    if (typeof value !== 'number' && typeof value !== 'string') return null;
    if (best === null || among.isBetter(value, best)) best = value;
  }
  return best;
}

/** The first option whose condition is met; not known as soon as an option before it may be met. */
function choose(
  { options, otherwise }: Extract<Calculation, { kind: 'choose' }>,
  known: Known,
): FactValue | null {
  for (const { when, give } of options) {
    const truth = known.isMet(when);
    if (truth === null) return null;
    if (truth) return calculate(give, known);
  }
  return otherwise === null ? null : calculate(otherwise, known);
}

function shareOf(share: Extract<Calculation, { kind: 'share' }>, known: Known): number | null {
  const of = numberFrom(share.of, known);
  const part = numberFrom(share.part, known);
  const whole = numberFrom(share.whole, known);
  if (of === null || part === null || whole === null || whole <= 0) return null;
  const steps = divideWhole({ number: of * part, by: whole * share.to, round: share.round });
  return Number.isSafeInteger(of * part) ? steps * share.to : null;
}

/** Divides whole numbers without meeting a fraction; `by` is above nought; "nearest" takes a half upwards. */
function divideWhole(sum: { number: number; by: number; round: Rounding }): number {
  const over = ((sum.number % sum.by) + sum.by) % sum.by;
  const down = (sum.number - over) / sum.by;
  if (sum.round === 'up') return over > 0 ? down + 1 : down;
  return sum.round === 'nearest' && over * 2 >= sum.by ? down + 1 : down;
}

function numberFrom(calculation: Calculation, known: Known): number | null {
  const value = calculate(calculation, known);
  return typeof value === 'number' ? value : null;
}
