import type { Feeling, ReviewOutcome } from './domain/record.ts';

/** How a child feels, with a picture beside the word. */
export const feelingWords: Readonly<Record<Feeling, string>> = {
  good: '😀 Good',
  mixed: '😐 Sometimes good, sometimes not',
  bad: '☹ Not good',
};

/** What follows from a review, for practitioners. */
export const outcomeWords: Readonly<Record<ReviewOutcome, string>> = {
  continue: 'It goes on as it is',
  change: 'It has to change',
  end: 'It has to end',
  reassess: 'The needs have to be assessed anew',
};
