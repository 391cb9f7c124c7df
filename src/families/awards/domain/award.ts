import type { Pence } from '#kernel/money.ts';

/** What was granted: money for a period, under a version of a scheme. It is never changed in place. */
export type Award = {
  readonly id: string;
  readonly reference: string;
  readonly applicationId: string;
  readonly decisionId: string;
  readonly householdId: string;
  readonly childId: string;
  readonly schemeId: string;
  readonly versionId: string;
  readonly amount: Pence;
  /** "2026-27" */
  readonly financialYear: string;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  /** When it is first looked at again. */
  readonly reviewOn: Temporal.PlainDate;
  readonly createdAt: Temporal.Instant;
};

/** An award as a family's account page lists it. */
export type AwardSummary = Pick<
  Award,
  'id' | 'reference' | 'amount' | 'financialYear' | 'startsOn' | 'endsOn' | 'reviewOn'
> & { readonly childName: string; readonly letterPath: string };

/** The last day of an award that starts on a day and would begin anew on its anniversary. */
export function lastDayBefore(
  startsOn: Temporal.PlainDate,
  anniversary: Temporal.PlainDate,
): Temporal.PlainDate {
  // 29 February has no anniversary in most years; the 28th then is the last day itself.
  return anniversary.day === startsOn.day ? anniversary.subtract({ days: 1 }) : anniversary;
}
