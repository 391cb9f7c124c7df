import type { Pence } from '#kernel/money.ts';

/** A decision as it was taken, with everything that shows it again. It is never changed. */
export type DecisionRecord = {
  readonly id: string;
  readonly applicationId: string;
  readonly outcome: 'awarded' | 'refused';
  readonly amount: Pence | null;
  readonly recommendedOutcome: string;
  readonly recommendedAmount: Pence | null;
  readonly changedBecause: string;
  readonly wordsForFamily: string;
  readonly schemeId: string;
  readonly versionId: string;
  readonly versionHash: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly reading: Readonly<Record<string, unknown>>;
  readonly decidedBy: string;
  readonly decidedByName: string;
  readonly decidedAt: Temporal.Instant;
};
