import type { Pence } from '#kernel/money.ts';

/** Writes an amount as it is typed into a box with a pound sign before it: "600" or "600.50". */
export function amountText(amount: Pence): string {
  const rest = amount % 100;
  const whole = String((amount - rest) / 100);
  return rest === 0 ? whole : `${whole}.${String(rest).padStart(2, '0')}`;
}
