import { type Pence, pence } from '#kernel/money.ts';
import { type PlanAmount, timesAYear } from './cost.ts';

/** One published price: a support at one ratio, in one way, as a range. */
export type Price = {
  readonly id: string;
  readonly name: string;
  readonly breakKind: string;
  /** How a family can have it at this price. */
  readonly ways: readonly string[];
  /** Staff for each child in twelfths of one member of staff: 24, 12, 6, 4, 3. Null where it is not by ratio. */
  readonly ratioTwelfths: number | null;
  /** What the price is for: so many minutes, or one night. */
  readonly unit: { readonly measure: 'minutes'; readonly minutes: number } | { readonly measure: 'night' };
  readonly low: Pence;
  readonly high: Pence;
  readonly source: string;
};

const ratioNames: ReadonlyMap<number, string> = new Map([
  [24, '2:1'],
  [12, '1:1'],
  [6, '1:2'],
  [4, '1:3'],
  [3, '1:4'],
]);

/** The ratios that are counted, the most staff first. */
export const ratios: readonly number[] = [...ratioNames.keys()];

/** Writes a ratio of staff to children: "1:2" for 6 twelfths. */
export function formatRatio(twelfths: number): string {
  return ratioNames.get(twelfths) ?? `${twelfths}/12`;
}

function costAt(amount: PlanAmount, price: Price, end: Pence): Pence | null {
  const often = BigInt(timesAYear(amount.per));
  if (amount.measure === 'nights')
    return price.unit.measure === 'night' ? pence(Number(BigInt(amount.nights) * BigInt(end) * often)) : null;
  if (amount.measure !== 'hours' || price.unit.measure !== 'minutes') return null;
  const session = BigInt(price.unit.minutes);
  // To the nearest penny, a half upwards, in whole numbers.
  const doubled = 2n * BigInt(amount.minutes) * often * BigInt(end) + session;
  return pence(Number(doubled / (2n * session)));
}

/** What an amount would cost in a year at a published price, from its low to its high end; null where it does not fit. */
export function costAtPrice(
  amount: PlanAmount,
  price: Price,
): { readonly low: Pence; readonly high: Pence } | null {
  const low = costAt(amount, price, price.low);
  const high = costAt(amount, price, price.high);
  return low === null || high === null ? null : { low, high };
}

/** The staff time that hours at a ratio take in a year, in whole twelfths of a minute of one member of staff. */
export function staffTwelfthMinutes(amount: PlanAmount, ratioTwelfths: number): number | null {
  return amount.measure === 'hours' ? amount.minutes * timesAYear(amount.per) * ratioTwelfths : null;
}
