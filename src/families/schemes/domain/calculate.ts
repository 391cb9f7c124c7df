import { ageOn, financialYearOf } from '#kernel/local-date.ts';
import type { Calculation, Rounding, YearKind } from './calculation.ts';
import type { FactValue } from './fact-value.ts';

/** Where values come from: given, or worked out from what was given. Null: not known. */
export type Known = { valueOf(fact: string): FactValue | null };

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
      return numeric({ of: calculation.of, join: Math.min }, known);
    case 'most':
      return numeric({ of: calculation.of, join: Math.max }, known);
    case 'share':
      return shareOf(calculation, known);
    default:
      return calculateDate(calculation, known);
  }
}

type DateCalculation = Exclude<
  Calculation,
  { kind: 'value' | 'fact' | 'plus' | 'minus' | 'times' | 'least' | 'most' | 'share' }
>;

function calculateDate(calculation: DateCalculation, known: Known): FactValue | null {
  switch (calculation.kind) {
    case 'age': {
      const born = dateFrom(calculation.born, known);
      const on = dateFrom(calculation.on, known);
      if (!born || !on) return null;
      const age = ageOn(born, on);
      return age < 0 ? null : age;
    }
    case 'days-after': {
      const date = dateFrom(calculation.date, known);
      const days = numberFrom(calculation.days, known);
      return date && days !== null ? date.add({ days }).toString() : null;
    }
    case 'months-after': {
      const date = dateFrom(calculation.date, known);
      const months = numberFrom(calculation.months, known);
      return date && months !== null ? date.add({ months }).toString() : null;
    }
    case 'days-between':
    case 'months-between': {
      const from = dateFrom(calculation.from, known);
      const to = dateFrom(calculation.to, known);
      if (!from || !to) return null;
      return calculation.kind === 'days-between'
        ? from.until(to, { largestUnit: 'days' }).days
        : from.until(to, { largestUnit: 'months' }).months;
    }
    case 'year-start':
    case 'year-end': {
      const date = dateFrom(calculation.date, known);
      return date ? yearEdge(calculation, date) : null;
    }
  }
}

function yearEdge(
  { year, kind }: { year: YearKind; kind: 'year-start' | 'year-end' },
  date: Temporal.PlainDate,
): string {
  if (year === 'financial year') {
    const { startsOn, endsOn } = financialYearOf(date);
    return (kind === 'year-start' ? startsOn : endsOn).toString();
  }
  const first = date.month >= 9 ? date.year : date.year - 1;
  return kind === 'year-start' ? `${first}-09-01` : `${first + 1}-08-31`;
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

function dateFrom(calculation: Calculation, known: Known): Temporal.PlainDate | null {
  const value = calculate(calculation, known);
  return typeof value === 'string' ? Temporal.PlainDate.from(value.slice(0, 10)) : null;
}

/** Calls `visit` with every fact that the calculation names. */
export function factsInCalculation(calculation: Calculation, visit: (fact: string) => void): void {
  if (calculation.kind === 'fact') visit(calculation.fact);
  for (const part of partsOf(calculation)) factsInCalculation(part, visit);
}

function partsOf(calculation: Calculation): readonly Calculation[] {
  switch (calculation.kind) {
    case 'value':
    case 'fact':
      return [];
    case 'plus':
    case 'minus':
    case 'times':
    case 'least':
    case 'most':
      return calculation.of;
    case 'share':
      return [calculation.of, calculation.part, calculation.whole];
    case 'age':
      return [calculation.born, calculation.on];
    case 'days-after':
      return [calculation.days, calculation.date];
    case 'months-after':
      return [calculation.months, calculation.date];
    case 'days-between':
    case 'months-between':
      return [calculation.from, calculation.to];
    case 'year-start':
    case 'year-end':
      return [calculation.date];
  }
}
