import { type Pence, pence } from '#kernel/money.ts';
import type { Amounts, AwardSpan } from './change.ts';
import { yearly } from './worth.ts';

/**
 * What an award of a plan costs in a year when it is of these amounts: money as it is, hours (kept in minutes) and
 * nights at what one of them costs by the plan's line. Hours round to the nearest whole penny, a half upwards.
 */
export function yearlyCostOf(award: AwardSpan, amounts: Amounts, unit: Pence | null): Pence {
  const price = unit ?? 0;
  const minutes = BigInt(yearly(award, amounts.minutes ?? 0));
  const hours = Number((2n * minutes * BigInt(price) + 60n) / 120n);
  return pence(yearly(award, amounts.amount ?? 0) + hours + yearly(award, amounts.nights ?? 0) * price);
}
