import type { Referral } from './decision-record.ts';
import { type Giving, isSomething } from './giving.ts';

/** What a scheme says of an application, as far as a recommendation follows from it. */
export type SchemeSays = {
  readonly outcome: string;
  /** What the scheme awards; more than one where the family may choose; none where it awards nothing by itself. */
  readonly givings: readonly Giving[];
  /** Facts that are not known and could still change the outcome. */
  readonly missing: readonly string[];
};

/** A band of the scheme, or a choice of its menu: something that may be awarded as it stands. */
export type GivingBand = {
  readonly id: string;
  readonly giving: Giving;
  readonly isReduced: boolean;
  readonly words: string;
};

/**
 * What the officer is recommended: an award; a yes without an amount; one of a menu; a refusal; to ask for evidence; to put on the
 * waiting list; to send on; or nothing more than the span of the bands, where the scheme leaves it to the officer.
 */
export type Recommendation =
  | {
      readonly kind: 'award';
      readonly outcome: string;
      readonly giving: Giving;
      readonly isReduced: boolean;
    }
  /** A yes without an amount: the scheme opens something to the child, such as a register of clubs. */
  | { readonly kind: 'agree'; readonly outcome: string }
  | { readonly kind: 'choose'; readonly outcome: string; readonly menu: readonly Giving[] }
  | {
      readonly kind: 'refuse';
      readonly outcome: string;
      readonly as: 'refused' | 'closed' | 'late';
    }
  | { readonly kind: 'ask'; readonly outcome: string; readonly missing: readonly string[] }
  | { readonly kind: 'wait'; readonly outcome: string }
  | { readonly kind: 'refer'; readonly outcome: string; readonly to: Referral }
  | {
      readonly kind: 'judge';
      readonly outcome: string;
      readonly lowest: Giving | null;
      readonly highest: Giving | null;
      readonly missing: readonly string[];
    };

const refusing: ReadonlyMap<string, 'refused' | 'closed' | 'late'> = new Map([
  ['not_eligible', 'refused'],
  ['late', 'late'],
  ['closed', 'closed'],
]);

/** Whether the name of a scheme's outcome says that its award is at a reduced rate. */
export function isReducedOutcome(outcome: string): boolean {
  return outcome.includes('reduced');
}

/** Gives the recommendation that follows from what the scheme says. What is awarded comes from the scheme alone. */
export function recommendationFrom(says: SchemeSays, bands: readonly GivingBand[]): Recommendation {
  const { outcome, missing } = says;
  const givings = says.givings.filter(isSomething);
  const [giving] = givings;
  if (outcome.startsWith('eligible') && giving !== undefined)
    return givings.length > 1
      ? { kind: 'choose', outcome, menu: givings }
      : { kind: 'award', outcome, giving, isReduced: isReducedOutcome(outcome) };
  if (outcome.startsWith('eligible') && bands.length === 0) return { kind: 'agree', outcome };
  const as = refusing.get(outcome);
  if (as !== undefined) return { kind: 'refuse', outcome, as };
  if (outcome === 'more_evidence') return { kind: 'ask', outcome, missing };
  if (outcome.startsWith('waiting')) return { kind: 'wait', outcome };
  if (outcome.includes('panel')) return { kind: 'refer', outcome, to: 'panel' };
  if (outcome.includes('assessment') && bands.length === 0)
    return { kind: 'refer', outcome, to: 'assessment' };
  const inOrder = bands.map((band) => band.giving).sort((one, other) => size(one) - size(other));
  return { kind: 'judge', outcome, lowest: inOrder[0] ?? null, highest: inOrder.at(-1) ?? null, missing };
}

/** Bands of one scheme are of one kind, so the first figure that they have puts them in order. */
function size(giving: Giving): number {
  return giving.amount ?? giving.minutes ?? giving.nights ?? 0;
}

/** What is recommended to be given, where one thing is. */
export function recommendedGiving(recommendation: Recommendation): Giving | null {
  return recommendation.kind === 'award' ? recommendation.giving : null;
}
