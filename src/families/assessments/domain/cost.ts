import { type Pence, pence } from '#kernel/money.ts';

export const planRhythms = ['week', 'four-weeks', 'month', 'year', 'period'] as const;
export type PlanRhythm = (typeof planRhythms)[number];

/** How much of a support: money, or hours or nights with what one of them costs. */
export type PlanAmount =
  | { readonly measure: 'money'; readonly amount: Pence; readonly per: PlanRhythm }
  | {
      readonly measure: 'hours';
      /** Whole minutes. */
      readonly minutes: number;
      readonly per: PlanRhythm;
      /** What one hour costs. */
      readonly unit: Pence | null;
    }
  | {
      readonly measure: 'nights';
      readonly nights: number;
      readonly per: PlanRhythm;
      /** What one night costs. */
      readonly unit: Pence | null;
    };

const times: Readonly<Record<PlanRhythm, number>> = {
  week: 52,
  'four-weeks': 13,
  month: 12,
  year: 1,
  period: 1,
};

/** How often a rhythm comes in a year of a plan: 52 weeks, 13 times four weeks, 12 months; a period comes once. */
export function timesAYear(per: PlanRhythm): number {
  return times[per];
}

/**
 * What minutes cost at a price for an hour, to the nearest whole penny, a half upwards; reckoned in whole
 * numbers all the way.
 */
export function costOfMinutes(minutes: number, anHour: Pence): Pence {
  const doubled = 2n * BigInt(minutes) * BigInt(anHour) + 60n;
  return pence(Number(doubled / 120n));
}

/** What an amount costs in a year; null where its price is not known yet. */
export function yearlyCost(amount: PlanAmount): Pence | null {
  const often = timesAYear(amount.per);
  if (amount.measure === 'money') return pence(amount.amount * often);
  if (amount.unit === null) return null;
  if (amount.measure === 'nights') return pence(amount.nights * amount.unit * often);
  return costOfMinutes(amount.minutes * often, amount.unit);
}
