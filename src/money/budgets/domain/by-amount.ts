import { type Pence, pence } from '#kernel/money.ts';

/** How many awards of one amount there are, and what they come to. */
export type AmountGroup = { readonly amount: Pence; readonly count: number; readonly total: Pence };

/** Groups awards of money by their amount, the smallest first; awards of hours or nights alone are left out. */
export function groupByAmount(awards: readonly { readonly amount: Pence | null }[]): readonly AmountGroup[] {
  const amounts = awards.flatMap(({ amount }) => (amount === null ? [] : [{ amount }]));
  const groups = Map.groupBy(amounts, ({ amount }) => amount);
  return [...groups]
    .map(([amount, members]) => ({ amount, count: members.length, total: pence(amount * members.length) }))
    .sort((one, other) => one.amount - other.amount);
}
