import { type Refusal, refusal } from '#kernel/refusal.ts';
import { isGranted, type MemberVote, type Outcome } from './panel.ts';

/** How many stood where. Whoever abstained counts as present and on neither side. */
export type Tally = {
  readonly present: number;
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
};

/** Counts the votes on an item. */
export function tallyOf(votes: readonly MemberVote[]): Tally {
  const count = (vote: MemberVote['vote']) => votes.filter((one) => one.vote === vote).length;
  return {
    present: votes.length,
    inFavour: count('for'),
    against: count('against'),
    abstained: count('abstained'),
  };
}

/**
 * Why an outcome cannot be recorded with these votes; null when it can. The quorum counts who was present, also
 * who abstained. To grant anything, more must be for it than against it; to refuse, at least as many must be
 * against it as for it: a tie grants nothing. Putting off needs no majority.
 */
export function refusesOutcome(given: {
  readonly outcome: Outcome;
  readonly votes: readonly MemberVote[];
  readonly quorum: number;
}): Refusal | null {
  const tally = tallyOf(given.votes);
  if (tally.present < given.quorum && given.outcome !== 'deferred')
    return refusal(
      'no-quorum',
      `Only ${tally.present} may decide this and were there; ${given.quorum} are needed. Put it off to another meeting.`,
      'outcome',
    );
  if ((isGranted(given.outcome) || given.outcome === 'agreed-less') && tally.inFavour <= tally.against)
    return refusal(
      'no-majority',
      `${tally.inFavour} for and ${tally.against} against do not agree it. Check the votes, or choose another outcome.`,
      'outcome',
    );
  if (given.outcome === 'not-agreed' && tally.against < tally.inFavour)
    return refusal(
      'no-majority',
      `${tally.inFavour} for and ${tally.against} against do not refuse it. Check the votes, or choose another outcome.`,
      'outcome',
    );
  return null;
}
