import { type Pence, pence } from '#kernel/money.ts';
import type { AwardRhythm } from './award.ts';
import { type Amounts, type AwardSpan, stretchesOf, type WhatChanges } from './change.ts';

const rhythmLasts: Readonly<Record<Exclude<AwardRhythm, 'period'>, Temporal.DurationLike>> = {
  week: { weeks: 1 },
  'four-weeks': { weeks: 4 },
  month: { months: 1 },
  year: { years: 1 },
};

function days(from: Temporal.PlainDate, until: Temporal.PlainDate): number {
  return from.until(until, { largestUnit: 'days' }).days;
}

/** The first day of instalment number `index` of an award; each is counted from its first day, not from the last one. */
function instalmentStart(award: AwardSpan, index: number): Temporal.PlainDate {
  if (award.per === 'period') return index === 0 ? award.startsOn : award.endsOn.add({ days: 1 });
  const lasts = Temporal.Duration.from(rhythmLasts[award.per]);
  return award.startsOn.add({
    weeks: lasts.weeks * index,
    months: lasts.months * index,
    years: lasts.years * index,
  });
}

/**
 * What an amount for each instalment comes to from one day until (and without) another. The day's part of an
 * instalment is rounded down as it adds up, so that the parts of a whole instalment are the whole, to the penny
 * (docs/rules, 5.2).
 */
function partOf(
  award: AwardSpan,
  amount: Pence,
  range: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate },
): Pence {
  let total = 0;
  for (let index = 0; ; index++) {
    const start = instalmentStart(award, index);
    const end = instalmentStart(award, index + 1);
    if (Temporal.PlainDate.compare(start, range.until) >= 0) break;
    if (Temporal.PlainDate.compare(end, range.from) > 0) {
      const length = days(start, end);
      const until = Math.min(length, days(start, range.until));
      const from = Math.max(0, days(start, range.from));
      total += floorOf(amount, until, length) - floorOf(amount, from, length);
    }
    if (award.per === 'period') break;
  }
  return pence(total);
}

function floorOf(amount: Pence, part: number, whole: number): number {
  const product = amount * part;
  return (product - (product % whole)) / whole;
}

/**
 * The money of one instalment: the amount, or the hours or nights at what one of them costs, minutes to the nearest
 * whole penny, a half upwards. Null where there is neither an amount nor a price.
 */
function moneyOf({ unitPrice = null }: AwardSpan, { amount, minutes, nights }: Amounts): Pence | null {
  if (amount !== null) return amount;
  if (unitPrice === null) return null;
  const doubled = 2 * (minutes ?? 0) * unitPrice + 60;
  return pence((doubled - (doubled % 120)) / 120 + (nights ?? 0) * unitPrice);
}

/**
 * What the money of an award comes to from one day to another, both within, in whole pence: its days at what it
 * is on each, and nothing for days on which it is suspended or over. Hours and nights count at what one of them
 * costs; nought for those without a price.
 */
export function worthBetween(
  award: AwardSpan,
  changes: readonly WhatChanges[],
  range: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
): Pence {
  let total = 0;
  for (const stretch of stretchesOf(award, changes)) {
    const amount = moneyOf(award, stretch);
    if (amount === null) continue;
    const from = later(stretch.from, range.from);
    const until = earlier(stretch.to, range.to).add({ days: 1 });
    if (Temporal.PlainDate.compare(from, until) < 0) total += partOf(award, amount, { from, until });
  }
  return pence(total);
}

/** What the money of an award comes to in all its life. */
export function worthOf(award: AwardSpan, changes: readonly WhatChanges[]): Pence {
  return worthBetween(award, changes, { from: award.startsOn, to: award.endsOn });
}

function later(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) < 0 ? other : one;
}

function earlier(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) < 0 ? one : other;
}

/** How many whole years, in 365 days, an award lasts: never less than one, for what is given once is given once. */
function wholePeriodDays(award: AwardSpan): number {
  return Math.max(365, days(award.startsOn, award.endsOn) + 1);
}

/**
 * What something given in a rhythm comes to in a year, rounded down to whole pence, minutes or nights: 52 weeks,
 * 13 times four weeks, 12 months. What is given for a period counts once where the period is a year or shorter,
 * and by its days where it is longer (docs/rules, 5.3).
 */
export function yearly(award: AwardSpan, value: number): number {
  const times = { week: 52, 'four-weeks': 13, month: 12, year: 1, period: 1 }[award.per];
  if (award.per !== 'period') return value * times;
  const length = wholePeriodDays(award);
  // A year and its leap day is a year.
  if (length <= 366) return value;
  const product = value * 365;
  return (product - (product % length)) / length;
}
