export type MeetingState = 'planned' | 'papers-issued' | 'closed' | 'cancelled';

/** A meeting of the panel. */
export type Meeting = {
  readonly id: string;
  readonly reference: string;
  readonly heldOn: Temporal.PlainDate;
  /** "09:30" */
  readonly startsAt: string;
  readonly place: string;
  readonly chairId: string;
  readonly chairName: string;
  readonly quorum: number;
  readonly state: MeetingState;
  readonly papersIssuedAt: Temporal.Instant | null;
  readonly cancelledBecause: string;
};

export type Member = { readonly personId: string; readonly name: string };

/** Something on an agenda: a plan or an application, with since when it has waited. */
export type Item = {
  readonly id: string;
  readonly meetingId: string;
  readonly householdId: string;
  readonly childId: string;
  readonly subject:
    | { readonly kind: 'plan'; readonly id: string }
    | { readonly kind: 'application'; readonly id: string };
  readonly position: number;
  readonly waitingSince: Temporal.Instant;
  readonly because: string;
  readonly state: 'on-agenda' | 'decided' | 'withdrawn';
  readonly withdrawnBecause: string;
};

export type Interest = { readonly itemId: string; readonly personId: string; readonly name: string };

export const outcomes = [
  'agreed',
  'agreed-with-conditions',
  'agreed-less',
  'not-agreed',
  'deferred',
] as const;
export type Outcome = (typeof outcomes)[number];

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  agreed: 'Agreed',
  'agreed-with-conditions': 'Agreed with conditions',
  'agreed-less': 'Agreed, less than was asked',
  'not-agreed': 'Not agreed',
  deferred: 'Put off to another meeting',
};

export const votes = ['for', 'against', 'abstained'] as const;
export type Vote = (typeof votes)[number];

export type MemberVote = Member & { readonly vote: Vote };

/** What the panel decided of an item. */
export type PanelDecision = {
  readonly id: string;
  readonly itemId: string;
  readonly meetingId: string;
  readonly outcome: Outcome;
  readonly reasons: string;
  readonly conditions: string;
  readonly less: string;
  readonly recordedByName: string;
  readonly recordedAt: Temporal.Instant;
  readonly votes: readonly MemberVote[];
};

export type Minute = {
  readonly kind: 'confirmed' | 'correction';
  readonly words: string;
  readonly personName: string;
  readonly writtenAt: Temporal.Instant;
};

/** Whether an outcome grants something. */
export function isGranted(outcome: Outcome): boolean {
  return outcome === 'agreed' || outcome === 'agreed-with-conditions';
}
