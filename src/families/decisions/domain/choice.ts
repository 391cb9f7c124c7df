import { formatPounds, type Pence } from '#kernel/money.ts';
import { type Refusal, type Result, refusal, success } from '#kernel/refusal.ts';
import { type MoneyBand, type Recommendation, recommendedAmount } from './recommendation.ts';

export const choiceKinds = ['recommended', 'band', 'amount', 'refuse'] as const;

/** How choosing a band is told from the other choices in a form. */
export function bandChoice(bandId: string): string {
  return `band-${bandId}`;
}

/** What the officer chose: to follow the recommendation, another band, another amount, or to refuse. */
export type Choice = {
  readonly kind: (typeof choiceKinds)[number];
  readonly bandId: string | null;
  readonly amount: Pence | null;
  /** Why the recommendation was not followed; for the record. */
  readonly because: string;
  /** The reasons in words for the family. */
  readonly wordsForFamily: string;
};

/** What is decided: money in whole pence, or a refusal. */
export type Decided =
  | { readonly outcome: 'awarded'; readonly amount: Pence; readonly isChange: boolean }
  | { readonly outcome: 'refused'; readonly isChange: boolean };

type Ground = { readonly recommendation: Recommendation; readonly bands: readonly MoneyBand[] };

const noReason = refusal(
  'reason-missing',
  'Say why you are not following the recommendation. It is kept with the decision.',
  'because',
);

const noWords = refusal(
  'words-missing',
  'Write the reasons for the family. A refusal cannot be sent without them.',
  'wordsForFamily',
);

/**
 * Settles the officer's choice. Refuses: to follow where nothing is recommended; a band that the scheme does
 * not have; an amount above the scheme's highest band; a change without its reason; a refusal without words
 * for the family.
 */
export function settle(choice: Choice, ground: Ground): Result<Decided> {
  switch (choice.kind) {
    case 'recommended':
      return followed(choice, ground.recommendation);
    case 'band': {
      const band = ground.bands.find((one) => one.id === choice.bandId);
      if (band === undefined)
        return refusal('band-missing', 'Choose one of the bands of the scheme.', 'bandId');
      return awarded(band.amount, choice, ground);
    }
    case 'amount':
      return amountChosen(choice, ground);
    case 'refuse':
      if (choice.wordsForFamily === '') return noWords;
      return success({ outcome: 'refused', isChange: ground.recommendation.kind !== 'refuse' });
  }
}

function followed(choice: Choice, recommendation: Recommendation): Result<Decided> {
  if (recommendation.kind === 'award')
    return success({ outcome: 'awarded', amount: recommendation.amount, isChange: false });
  if (recommendation.kind === 'refuse') {
    return choice.wordsForFamily === '' ? noWords : success({ outcome: 'refused', isChange: false });
  }
  return refusal(
    'nothing-recommended',
    'The scheme recommends no amount here. Choose a band or an amount, or refuse.',
    'kind',
  );
}

function amountChosen(choice: Choice, ground: Ground): Result<Decided> {
  const { amount } = choice;
  if (amount === null || amount <= 0)
    return refusal('amount-missing', 'Enter an amount in pounds, like 600', 'amount');
  const highest = highestOf(ground.bands);
  if (highest === null)
    return refusal('no-bands', 'This scheme has no amounts, so no other amount can be awarded.', 'kind');
  if (amount > highest)
    return refusal(
      'above-the-bands',
      `The highest band of this scheme is ${formatPounds(highest)}. Enter ${formatPounds(highest)} or less.`,
      'amount',
    );
  return awarded(amount, choice, ground);
}

function highestOf(bands: readonly MoneyBand[]): Pence | null {
  return bands.reduce<Pence | null>(
    (highest, { amount }) => (highest === null || amount > highest ? amount : highest),
    null,
  );
}

function awarded(amount: Pence, choice: Choice, ground: Ground): Result<Decided> | Refusal {
  const isChange = amount !== recommendedAmount(ground.recommendation);
  if (isChange && choice.because === '') return noReason;
  return success({ outcome: 'awarded', amount, isChange });
}
