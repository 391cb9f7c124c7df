import type { Answers } from './answers.ts';

/** Where an application stands. */
export const applicationStates = [
  'draft',
  'sent',
  'more-asked',
  'waiting',
  'referred',
  'decided',
  'withdrawn',
] as const;
export type ApplicationState = (typeof applicationStates)[number];

/** A request under a scheme. */
export type Application = {
  readonly id: string;
  readonly reference: string;
  readonly schemeId: string;
  readonly personId: string;
  readonly householdId: string | null;
  readonly childId: string | null;
  /** The financial year it asks for, "2026-27". */
  readonly grantYear: string;
  readonly state: ApplicationState;
  readonly answers: Answers;
  readonly createdAt: Temporal.Instant;
  readonly sentAt: Temporal.Instant | null;
  /** By when the council aims to decide; null while it is a draft. */
  readonly dueOn: Temporal.PlainDate | null;
  /** Where it is looked at now, while it is referred. */
  readonly referredTo: 'assessment' | 'panel' | null;
  /** Since when the clock stands still because more was asked of the family. */
  readonly waitingSince: Temporal.Instant | null;
  /** The application that this one carries forward; null for a first one. */
  readonly renewalOf: string | null;
  /** A renewal in which nothing changed: the family said so, and the answers bear it out. */
  readonly isUnchanged: boolean;
  /** Several children were applied for together; null for one alone. */
  readonly sittingId: string | null;
};

/** The kinds of thing that happen on the way of an application. */
export type EventKind =
  | 'sent'
  | 'more-asked'
  | 'more-given'
  | 'waiting'
  | 'referred'
  | 'panel-decided'
  | 'assessed'
  | 'reopened'
  | 'appealed'
  | 'decided'
  | 'withdrawn'
  | 'letter-sent'
  | 'note';

export type ApplicationEvent = {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly personId: string | null;
  readonly kind: EventKind;
  readonly words: string;
  readonly isForFamily: boolean;
};
