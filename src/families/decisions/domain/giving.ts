import type { Pence } from '#kernel/money.ts';

/** What the amount, the minutes and the nights of a decision are for. */
export type Rhythm = 'period' | 'week' | 'four-weeks' | 'month' | 'year';

/** What a decision gives: money in whole pence, hours in whole minutes, nights; at least one of them. */
export type Giving = {
  readonly amount: Pence | null;
  readonly minutes: number | null;
  readonly nights: number | null;
  readonly per: Rhythm;
};

/** Whether two givings are the same, figure by figure. */
export function isSameGiving(one: Giving | null, other: Giving | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.amount === other.amount &&
    one.minutes === other.minutes &&
    one.nights === other.nights &&
    one.per === other.per
  );
}

/** Whether there is anything in it. */
export function isSomething(giving: Giving): boolean {
  return (giving.amount ?? 0) > 0 || (giving.minutes ?? 0) > 0 || (giving.nights ?? 0) > 0;
}
