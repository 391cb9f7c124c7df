import { type Pence, pence } from '#kernel/money.ts';

/** What a family would pay once for something, and for how many times its award would do. */
export type AfterAward = {
  /** What the family pays itself each time, while the award lasts. */
  readonly familyPays: Pence;
  /** What the award pays each time. */
  readonly awardPays: Pence;
  /** How many times the award pays in full; nought where it does not pay one in full. */
  readonly times: number;
};

/**
 * What is left to pay of a cost after an award of money, in whole pence: the award pays as much of it as it has. It
 * knows the award and not what of it is spent already, so it is never a promise. Throws for a cost that is not above
 * nought.
 */
export function afterAward(given: { readonly cost: Pence; readonly award: Pence }): AfterAward {
  const { cost, award } = given;
  if (cost <= 0 || award < 0) throw new RangeError('a cost is above nought and an award not below it');
  const awardPays = pence(Math.min(cost, award));
  return { familyPays: pence(cost - awardPays), awardPays, times: Math.trunc(award / cost) };
}
