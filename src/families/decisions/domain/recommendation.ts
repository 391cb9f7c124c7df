import type { Pence } from '#kernel/money.ts';

/** What a scheme says of an application, as far as a recommendation follows from it. */
export type SchemeSays = {
  readonly outcome: string;
  readonly amount: Pence | null;
  /** Facts that are not known and could still change the outcome. */
  readonly missing: readonly string[];
};

/** A band of the scheme with money in it. */
export type MoneyBand = { readonly id: string; readonly amount: Pence; readonly words: string };

/**
 * What the officer is recommended: an amount; a refusal; to ask for evidence; or nothing more than the span of
 * the bands, where the scheme leaves it to the officer.
 */
export type Recommendation =
  | { readonly kind: 'award'; readonly outcome: string; readonly amount: Pence }
  | { readonly kind: 'refuse'; readonly outcome: string }
  | { readonly kind: 'ask'; readonly outcome: string; readonly missing: readonly string[] }
  | {
      readonly kind: 'judge';
      readonly outcome: string;
      readonly lowest: Pence | null;
      readonly highest: Pence | null;
      readonly missing: readonly string[];
    };

/** The outcomes by which a scheme says no. */
const refusing = new Set(['not_eligible', 'late', 'closed']);

/** Gives the recommendation that follows from what the scheme says. Amounts come from the scheme alone. */
export function recommendationFrom(says: SchemeSays, bands: readonly MoneyBand[]): Recommendation {
  const { outcome, amount, missing } = says;
  if (outcome.startsWith('eligible') && amount !== null && amount > 0)
    return { kind: 'award', outcome, amount };
  if (refusing.has(outcome)) return { kind: 'refuse', outcome };
  if (outcome === 'more_evidence') return { kind: 'ask', outcome, missing };
  const amounts = bands.map((band) => band.amount).sort((one, other) => one - other);
  return { kind: 'judge', outcome, lowest: amounts[0] ?? null, highest: amounts.at(-1) ?? null, missing };
}

/** The amount that is recommended, where one is. */
export function recommendedAmount(recommendation: Recommendation): Pence | null {
  return recommendation.kind === 'award' ? recommendation.amount : null;
}
