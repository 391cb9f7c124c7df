import { type ChildDescription, needsOf, type Weight } from './child-description.ts';
import { type Access, type Feature, features, type Offered } from './features.ts';

/** What a listing says that decides for a child. */
export type Deciding = {
  readonly access: Access;
  /** Whole years, both included. */
  readonly ages: { readonly from: number; readonly to: number };
};

/** What a listing answers to one need of a child. */
export type NeedAnswer = {
  readonly need: Feature | 'age';
  readonly weight: Weight;
  readonly answer: Offered;
};

/**
 * What a listing answers, need by need: the age first, then the vocabulary's order. Where a listing says nothing the
 * answer is "ask", never yes and never no. An answer hangs on its own need alone, so telling more of a child or of a
 * listing never makes another answer worse.
 */
export function matchOf(described: ChildDescription, listing: Deciding): readonly NeedAnswer[] {
  const answers: NeedAnswer[] = needsOf(described).map(({ feature, weight }) => ({
    need: feature,
    weight,
    answer: listing.access[feature] ?? 'ask',
  }));
  const { age } = described;
  if (age === null) return answers;
  const isForAge = age >= listing.ages.from && age <= listing.ages.to;
  return [{ need: 'age', weight: 'must', answer: isForAge ? 'meets' : 'does-not-meet' }, ...answers];
}

/** What a match comes to. */
export type MatchCount = {
  /** How many needs were answered. */
  readonly all: number;
  readonly meets: number;
  readonly ask: readonly NeedAnswer[];
  readonly doesNotMeet: readonly NeedAnswer[];
  /** Whether something that the child must have is not there. */
  readonly isRuledOut: boolean;
};

/** Counts a match. */
export function countOf(answers: readonly NeedAnswer[]): MatchCount {
  const doesNotMeet = answers.filter(({ answer }) => answer === 'does-not-meet');
  const ask = answers.filter(({ answer }) => answer === 'ask');
  return {
    all: answers.length,
    meets: answers.length - ask.length - doesNotMeet.length,
    ask,
    doesNotMeet,
    isRuledOut: doesNotMeet.some(({ weight }) => weight === 'must'),
  };
}

/** A need inside a sentence. */
export function needInSentence(need: NeedAnswer['need']): string {
  return need === 'age' ? 'age' : features[need].short;
}
