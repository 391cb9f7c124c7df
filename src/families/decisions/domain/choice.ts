import { formatPounds } from '#kernel/money.ts';
import { type Refusal, type Result, refusal, success } from '#kernel/refusal.ts';
import type { Outcome, Referral } from './decision-record.ts';
import { type Giving, isSameGiving, isSomething } from './giving.ts';
import { type GivingBand, type Recommendation, recommendedGiving } from './recommendation.ts';

export const choiceKinds = [
  'recommended',
  'band',
  'amount',
  'agree',
  'refuse',
  'wait',
  'refer-assessment',
  'refer-panel',
] as const;

/** How choosing a band is told from the other choices in a form. */
export function bandChoice(bandId: string): string {
  return `band-${bandId}`;
}

/** What the officer chose: to follow, another band, other figures, to refuse, to wait, or to send on. */
export type Choice = {
  readonly kind: (typeof choiceKinds)[number];
  readonly bandId: string | null;
  readonly amount: Giving['amount'];
  readonly minutes: number | null;
  readonly nights: number | null;
  /** Why the recommendation was not followed; for the record. */
  readonly because: string;
  /** The reasons in words for the family. */
  readonly wordsForFamily: string;
};

/** What is decided. */
export type Decided = {
  readonly outcome: Outcome;
  readonly giving: Giving | null;
  readonly referredTo: Referral | null;
  readonly isChange: boolean;
};

export type Ground = {
  readonly recommendation: Recommendation;
  readonly bands: readonly GivingBand[];
  /** Whether the fund has no room for what is recommended: then waiting needs no reason of the officer's. */
  readonly isFundSpent?: boolean;
};

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
 * not have; a yes without an amount where the scheme has amounts; more than the scheme's highest band; a change without its reason; a refusal without words for the
 * family.
 */
export function settle(choice: Choice, ground: Ground): Result<Decided> {
  const { recommendation } = ground;
  switch (choice.kind) {
    case 'recommended':
      return followed(choice, recommendation);
    case 'band': {
      const band = ground.bands.find((one) => one.id === choice.bandId);
      if (band === undefined)
        return refusal('band-missing', 'Choose one of the bands of the scheme.', 'bandId');
      return awarded({ giving: band.giving, isReduced: band.isReduced }, choice, ground);
    }
    case 'amount':
      return figuresChosen(choice, ground);
    case 'agree':
      return agreed(choice, ground);
    case 'refuse':
      return refused(choice, recommendation);
    case 'wait': {
      const isChange = recommendation.kind !== 'wait' && ground.isFundSpent !== true;
      if (isChange && choice.because === '') return noReason;
      return success({ outcome: 'waiting', giving: null, referredTo: null, isChange });
    }
    case 'refer-assessment':
      return referred('assessment', choice, recommendation);
    case 'refer-panel':
      return referred('panel', choice, recommendation);
  }
}

function followed(choice: Choice, recommendation: Recommendation): Result<Decided> {
  switch (recommendation.kind) {
    case 'award': {
      const outcome = recommendation.isReduced ? 'awarded-reduced' : 'awarded';
      return success({ outcome, giving: recommendation.giving, referredTo: null, isChange: false });
    }
    case 'agree':
      return success({ outcome: 'agreed', giving: null, referredTo: null, isChange: false });
    case 'refuse':
      return refused(choice, recommendation);
    case 'wait':
      return success({ outcome: 'waiting', giving: null, referredTo: null, isChange: false });
    case 'refer':
      return referred(recommendation.to, choice, recommendation);
    case 'ask':
    case 'choose':
    case 'judge':
      return refusal(
        'nothing-recommended',
        'The scheme recommends nothing here that can be followed. Choose what you decide.',
        'kind',
      );
  }
}

function refused(choice: Choice, recommendation: Recommendation): Result<Decided> {
  if (choice.wordsForFamily === '') return noWords;
  const isChange = recommendation.kind !== 'refuse';
  const outcome = recommendation.kind === 'refuse' ? recommendation.as : 'refused';
  return success({ outcome, giving: null, referredTo: null, isChange });
}

/** Where a scheme has amounts a yes must say one of them. */
function agreed(choice: Choice, { recommendation, bands }: Ground): Result<Decided> {
  if (bands.length > 0)
    return refusal('has-amounts', 'This scheme has amounts: choose how much is awarded.', 'kind');
  const isChange = recommendation.kind !== 'agree';
  if (isChange && choice.because === '') return noReason;
  return success({ outcome: 'agreed', giving: null, referredTo: null, isChange });
}

function referred(to: Referral, choice: Choice, recommendation: Recommendation): Result<Decided> {
  const isChange =
    recommendation.kind !== 'judge' && !(recommendation.kind === 'refer' && recommendation.to === to);
  if (isChange && choice.because === '') return noReason;
  return success({ outcome: 'referred', giving: null, referredTo: to, isChange });
}

function figuresChosen(choice: Choice, ground: Ground): Result<Decided> {
  const { amount, minutes, nights } = choice;
  const giving: Giving = { amount, minutes, nights, per: rhythmOf(ground) };
  if (!isSomething(giving)) return refusal('amount-missing', 'Enter an amount in pounds, like 600', 'amount');
  if (ground.bands.length === 0)
    return refusal('no-bands', 'This scheme has no amounts, so no other amount can be awarded.', 'kind');
  const tooMuch = aboveTheBands(giving, ground.bands);
  return tooMuch ?? awarded({ giving, isReduced: false }, choice, ground);
}

/** Figures that are typed are for what the scheme's own figures are for. */
function rhythmOf({ recommendation, bands }: Ground): Giving['per'] {
  return (recommendedGiving(recommendation) ?? bands[0]?.giving)?.per ?? 'period';
}

function aboveTheBands(giving: Giving, bands: readonly GivingBand[]): Refusal | null {
  const most = (figure: 'amount' | 'minutes' | 'nights') =>
    bands.reduce((highest, band) => Math.max(highest, band.giving[figure] ?? 0), 0);
  const above = (figure: 'amount' | 'minutes' | 'nights', words: string) =>
    refusal(
      'above-the-bands',
      `The highest band of this scheme is ${words}. Enter ${words} or less.`,
      figure === 'minutes' ? 'hours' : figure,
    );
  const highest = bands.find((band) => band.giving.amount === most('amount'))?.giving.amount ?? null;
  if (giving.amount !== null && giving.amount > most('amount'))
    return above('amount', highest === null ? 'no money' : formatPounds(highest));
  if (giving.minutes !== null && giving.minutes > most('minutes'))
    return above('minutes', `${Math.trunc(most('minutes') / 60)} hours`);
  if (giving.nights !== null && giving.nights > most('nights'))
    return above('nights', `${most('nights')} nights`);
  return null;
}

function awarded(
  chosen: { readonly giving: Giving; readonly isReduced: boolean },
  choice: Choice,
  { recommendation }: Ground,
): Result<Decided> {
  const { giving, isReduced } = chosen;
  const isFromMenu =
    recommendation.kind === 'choose' && recommendation.menu.some((one) => isSameGiving(one, giving));
  const isChange = !isFromMenu && !isSameGiving(giving, recommendedGiving(recommendation));
  if (isChange && choice.because === '') return noReason;
  const outcome = isReduced ? 'awarded-reduced' : 'awarded';
  return success({ outcome, giving, referredTo: null, isChange });
}
