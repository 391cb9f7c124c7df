import { type Pence, pence } from '#kernel/money.ts';

/** Where a year's money stands. All amounts in whole pence. */
export type Position = {
  readonly budget: Pence | null;
  readonly committed: Pence;
  /** Below nought when more is promised than there is; null where no budget is known. */
  readonly left: Pence | null;
  readonly isOver: boolean;
};

/** Gives the position of a year from its budget and what is promised. */
export function positionOf(money: { readonly budget: Pence | null; readonly committed: Pence }): Position {
  const left = money.budget === null ? null : pence(money.budget - money.committed);
  return { ...money, left, isOver: left !== null && left < 0 };
}

/** Gives the position as it would be with one more promise of `amount`. */
export function withOneMore(position: Position, amount: Pence): Position {
  return positionOf({ budget: position.budget, committed: pence(position.committed + amount) });
}

/** The share of the budget that is promised, in whole hundredths, rounded down; null where no budget is known. */
export function percentCommitted(position: Position): number | null {
  if (position.budget === null || position.budget <= 0) return null;
  return Math.trunc((position.committed * 100) / position.budget);
}
