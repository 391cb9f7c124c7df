import { type Day, dayNumber, dayOf, moved, type WindowLength } from './day-number.ts';

/** A stretch of days: from the first up to, and without, the day of leaving. */
export type Span = { readonly start: Day; readonly end: Day };

type Stretch = { readonly start: number; readonly end: number };

/** The stretches that the spans cover, without overlaps, in order. A day that two spans cover counts once. */
function joined(spans: readonly Span[]): readonly Stretch[] {
  const sorted = spans
    .map(({ start, end }) => ({ start: dayNumber(start), end: dayNumber(end) }))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start);
  const found: { start: number; end: number }[] = [];
  for (const span of sorted) {
    const last = found.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else found.push({ ...span });
  }
  return found;
}

function coveredBetween(stretches: readonly Stretch[], { start, end }: Stretch): number {
  let days = 0;
  for (const one of stretches) days += Math.max(0, Math.min(one.end, end) - Math.max(one.start, start));
  return days;
}

/** How many days the spans cover between two days, both of them included; no border where it is null. */
export function daysCovered(
  spans: readonly Span[],
  between: { readonly first: Day | null; readonly last: Day | null },
): number {
  return coveredBetween(joined(spans), {
    start: between.first ? dayNumber(between.first) : Number.NEGATIVE_INFINITY,
    end: between.last ? dayNumber(between.last) + 1 : Number.POSITIVE_INFINITY,
  });
}

/**
 * The most days that any window of the length holds ("75 days in any 12 months"). A window begins on a day and
 * ends the day before the same day of a later month. The fullest one begins where a stretch begins, or ends
 * where one ends; near month ends, where lengths differ by a day or three, the days beside are tried as well.
 */
export function mostDays(spans: readonly Span[], length: WindowLength): number {
  const stretches = joined(spans);
  let most = 0;
  for (const start of startsToTry(stretches, length)) {
    const end = moved(start, { length, sign: 1 });
    most = Math.max(most, coveredBetween(stretches, { start, end }));
  }
  return most;
}

/** The greatest sum of dated amounts in any window of the length ("£1,000 in any 12 months"). */
export function mostInWindow(
  dated: readonly { readonly date: Day; readonly amount: number }[],
  length: WindowLength,
): number {
  const numbered = dated.map(({ date, amount }) => ({ day: dayNumber(date), amount }));
  const stretches = numbered.map(({ day }) => ({ start: day, end: day + 1 }));
  let most = 0;
  for (const start of startsToTry(stretches, length)) {
    const end = moved(start, { length, sign: 1 });
    let sum = 0;
    for (const { day, amount } of numbered) if (day >= start && day < end) sum += amount;
    most = Math.max(most, sum);
  }
  return most;
}

/**
 * The first days of months inside a stretch. A window that begins and ends inside stretches can begin a day sooner and
 * hold as much, until it comes to the first of its month: before that, a month may be shorter.
 */
function firstsOfMonths({ start, end }: Stretch): readonly number[] {
  const firsts: number[] = [];
  const { day } = dayOf(start);
  let first = moved(start - day + 1, { length: { months: 1 }, sign: 1 });
  while (first < end) {
    firsts.push(first);
    first = moved(first, { length: { months: 1 }, sign: 1 });
  }
  return firsts;
}

function startsToTry(stretches: readonly Stretch[], length: WindowLength): ReadonlySet<number> {
  const starts = new Set<number>();
  for (const { start, end } of stretches) {
    starts.add(start);
    const before = moved(end, { length, sign: -1 });
    for (let day = before - 3; day <= before + 3; day += 1) starts.add(day);
    if ('months' in length) for (const first of firstsOfMonths({ start, end })) starts.add(first);
  }
  return starts;
}
