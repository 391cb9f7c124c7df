import { type Pence, pence } from '#kernel/money.ts';

/** What is done with the money that is left when it is less than the next award. */
export const whenMoneyRunsLow = ['wait', 'pay what is left', 'go on to the next that fits'] as const;
export type WhenMoneyRunsLow = (typeof whenMoneyRunsLow)[number];

/** One case with what the fund pays it. */
export type SharedOut = { readonly id: string; readonly paid: Pence; readonly isPaidInFull: boolean };

/**
 * Pays awards out of a fund in the order in which they come, until the money is spent. When less is left than
 * the next award: everybody from there on waits, or the next gets what is left, or the next that still fits is
 * paid, as the scheme says. Never pays more than the fund holds.
 */
export function shareOut(asked: {
  fund: Pence;
  inOrder: readonly { readonly id: string; readonly award: Pence }[];
  whenLow: WhenMoneyRunsLow;
}): readonly SharedOut[] {
  let left: number = asked.fund;
  let isClosed = false;
  return asked.inOrder.map(({ id, award }) => {
    const isEnough = !isClosed && award <= left;
    const rest = !isEnough && !isClosed && asked.whenLow === 'pay what is left' ? left : 0;
    const paid = isEnough ? award : rest;
    left -= paid;
    if (!isEnough && asked.whenLow !== 'go on to the next that fits') isClosed = true;
    return { id, paid: pence(paid), isPaidInFull: isEnough };
  });
}
