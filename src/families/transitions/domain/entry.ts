export type EntryKind =
  | 'told'
  | 'done'
  | 'hopes'
  | 'consent'
  | 'step'
  | 'step-done'
  | 'referral'
  | 'own-account'
  | 'own-payments';

export const referralStates = ['sent', 'accepted', 'refused', 'assessed'] as const;
export type ReferralState = (typeof referralStates)[number];

export const hopesBy = ['young-person', 'with-help', 'somebody-else'] as const;
/** Whose words hopes are: the young person's own, theirs with help, or somebody's who knows them. */
export type HopesBy = (typeof hopesBy)[number];

/** The facts of an entry, by name; which there are goes by its kind. */
export type EntryDetails = {
  readonly by?: HopesBy;
  readonly who?: string;
  readonly on?: string;
  readonly of?: string;
  readonly state?: ReferralState;
  readonly answer?: 'yes' | 'no' | 'cannot-say';
  readonly personId?: string;
};

/** One thing that was said or done while a young person grows up. */
export type Entry = {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly personId: string | null;
  readonly personName: string;
  readonly kind: EntryKind;
  readonly milestone: string | null;
  readonly words: string;
  readonly details: EntryDetails;
};

/** A step of the plan: what, who, by when, and whether it is done. */
export type PlanStep = {
  readonly id: string;
  readonly what: string;
  readonly who: string;
  readonly by: Temporal.PlainDate | null;
  readonly isDone: boolean;
};

/** A plan as it stands. */
export type TransitionPlan = {
  readonly hopes: Entry | null;
  readonly consent: Entry | null;
  readonly steps: readonly PlanStep[];
  /** Newest last. */
  readonly referrals: readonly Entry[];
  readonly ownAccount: Entry | null;
  readonly ownPayments: Entry | null;
  /** The milestones that were reached, by name. */
  readonly done: ReadonlySet<string>;
};

/** Works out how a plan stands from its entries, oldest first. */
export function planOf(entries: readonly Entry[]): TransitionPlan {
  const last = (kind: EntryKind) => entries.findLast((one) => one.kind === kind) ?? null;
  const doneSteps = new Set(
    entries.filter(({ kind }) => kind === 'step-done').map(({ details }) => details.of),
  );
  return {
    hopes: last('hopes'),
    consent: last('consent'),
    steps: entries
      .filter(({ kind }) => kind === 'step')
      .map((one) => ({
        id: one.id,
        what: one.words,
        who: one.details.who ?? '',
        by: one.details.on === undefined ? null : Temporal.PlainDate.from(one.details.on),
        isDone: doneSteps.has(one.id),
      })),
    referrals: entries.filter(({ kind }) => kind === 'referral'),
    ownAccount: last('own-account'),
    ownPayments: last('own-payments'),
    done: new Set(
      entries.flatMap(({ kind, milestone }) => (kind === 'done' && milestone !== null ? [milestone] : [])),
    ),
  };
}
