import type { Pence } from '#kernel/money.ts';

/** What the amount, the hours and the nights of an award are for. */
export const awardRhythms = ['period', 'week', 'four-weeks', 'month', 'year'] as const;
export type AwardRhythm = (typeof awardRhythms)[number];

/** What kind of short break an award is for. */
export const breakKinds = ['grant', 'club', 'holiday', 'enabler', 'homecare', 'overnight', 'other'] as const;
export type BreakKind = (typeof breakKinds)[number];

/** How a family has what it was awarded. */
export const awardWays = [
  'one-off-payment',
  'direct-payment',
  'prepaid-card',
  'managed-account',
  'commissioned',
  'spot',
  'in-house',
] as const;
export type AwardWay = (typeof awardWays)[number];

/** Whose money it is. */
export const payers = ['council', 'health', 'education', 'joint'] as const;
export type Payer = (typeof payers)[number];

/** What granted it. */
export type AwardSource = 'application' | 'panel' | 'plan' | 'import';

/** What an award is of: money, hours (in whole minutes) or nights; at least one of them. */
export type Granted = {
  readonly amount: Pence | null;
  readonly minutes: number | null;
  readonly nights: number | null;
  readonly per: AwardRhythm;
};

/** What was granted: money, hours or nights for a period. It is never changed in place. */
export type Award = Granted & {
  readonly id: string;
  readonly reference: string;
  /** Where an application led to it: that, and the decision. */
  readonly applicationId: string | null;
  readonly decisionId: string | null;
  readonly householdId: string;
  readonly childId: string;
  readonly schemeId: string | null;
  readonly versionId: string | null;
  readonly breakKind: BreakKind;
  readonly way: AwardWay;
  readonly paidBy: Payer;
  /** The law under which nights are given. */
  readonly legalBasis: 'section-17' | 'section-20' | null;
  readonly conditions: string;
  /** What one hour or one night of it costs; null for money, and where nobody gave a price. */
  readonly unitPrice: Pence | null;
  readonly source: AwardSource;
  readonly sourceId: string | null;
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
  | 'id'
  | 'reference'
  | 'amount'
  | 'minutes'
  | 'nights'
  | 'per'
  | 'financialYear'
  | 'startsOn'
  | 'endsOn'
  | 'reviewOn'
> & { readonly childName: string; readonly letterPath: string };

/** The last day of an award that starts on a day and would begin anew on its anniversary. */
export function lastDayBefore(
  startsOn: Temporal.PlainDate,
  anniversary: Temporal.PlainDate,
): Temporal.PlainDate {
  // 29 February has no anniversary in most years; the 28th then is the last day itself.
  return anniversary.day === startsOn.day ? anniversary.subtract({ days: 1 }) : anniversary;
}
