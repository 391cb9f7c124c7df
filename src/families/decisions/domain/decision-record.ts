import type { Pence } from '#kernel/money.ts';
import type { Giving } from './giving.ts';

/**
 * How a decision may come out. None is an end: each has its next step. `agreed` is a yes that is no amount of anything:
 * a place on a register of clubs, or help whose amount a support plan says.
 */
export const outcomes = [
  'awarded',
  'awarded-reduced',
  'agreed',
  'refused',
  'waiting',
  'referred',
  'closed',
  'late',
] as const;
export type Outcome = (typeof outcomes)[number];

/** Where an application may be sent on to. */
export type Referral = 'assessment' | 'panel';

/** A decision as it was taken, with everything that shows it again. It is never changed. */
export type DecisionRecord = Giving & {
  readonly id: string;
  readonly applicationId: string;
  /** 1 for the first decision about an application, 2 for the next, which may follow an appeal or a wait. */
  readonly number: number;
  readonly outcome: Outcome;
  readonly referredTo: Referral | null;
  readonly recommendedOutcome: string;
  readonly recommendedAmount: Pence | null;
  readonly recommendedMinutes: number | null;
  readonly recommendedNights: number | null;
  readonly changedBecause: string;
  readonly wordsForFamily: string;
  readonly schemeId: string;
  readonly versionId: string;
  readonly versionHash: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly reading: Readonly<Record<string, unknown>>;
  /** Null where the published rule decided by itself. */
  readonly decidedBy: string | null;
  readonly decidedByName: string;
  readonly decidedAt: Temporal.Instant;
  /** The list that it was taken with, where many were decided at once. */
  readonly runId: string | null;
};

/** Whether a decision gives something. */
export function isAward(decision: Pick<DecisionRecord, 'outcome'>): boolean {
  return decision.outcome === 'awarded' || decision.outcome === 'awarded-reduced';
}
