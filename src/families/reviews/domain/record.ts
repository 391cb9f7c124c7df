/** How a child says that it is, by a picture or in a word. */
export const feelings = ['good', 'mixed', 'bad'] as const;
export type Feeling = (typeof feelings)[number];

/** What follows from a review. */
export const outcomes = ['continue', 'change', 'end', 'reassess'] as const;
export type ReviewOutcome = (typeof outcomes)[number];

/** A review that was held. It is never changed. */
export type ReviewRecord = {
  readonly id: string;
  readonly awardId: string;
  readonly dueOn: Temporal.PlainDate;
  readonly heldOn: Temporal.PlainDate;
  readonly childViews: string;
  readonly childViewsMissing: string;
  readonly childFeels: Feeling | null;
  readonly carersViews: string;
  readonly siblingEffect: string;
  readonly wentWell: string;
  readonly delivered: string;
  readonly outcome: ReviewOutcome;
  readonly because: string;
  readonly nextOn: Temporal.PlainDate | null;
  readonly heldByName: string;
};

/** What a child or a carer wrote before a review. */
export type Views = {
  readonly whose: 'child' | 'carer';
  readonly feels: Feeling | null;
  readonly words: string;
  readonly goingWell: string;
  readonly toChange: string;
  readonly siblings: string;
  readonly writtenAt: Temporal.Instant;
};
