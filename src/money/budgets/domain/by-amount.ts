import { type Pence, pence } from '#kernel/money.ts';

/** How many awards of one amount there are, and what they come to. */
export type AmountGroup = { readonly amount: Pence; readonly count: number; readonly total: Pence };

/** Groups awards by their amount, the smallest first. */
export function groupByAmount(awards: readonly { readonly amount: Pence }[]): readonly AmountGroup[] {
  const groups = Map.groupBy(awards, (award) => award.amount);
  return [...groups]
    .map(([amount, members]) => ({ amount, count: members.length, total: pence(amount * members.length) }))
    .sort((one, other) => one.amount - other.amount);
}
