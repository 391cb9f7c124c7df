export const standings = ['young-person', 'parent-carer', 'somebody-else'] as const;
/** In what relation to the child somebody complains. */
export type Standing = (typeof standings)[number];

export const ways = ['online', 'phone', 'letter', 'in-person'] as const;
export type Way = (typeof ways)[number];

export const complaintOutcomes = ['upheld', 'partly', 'not-upheld'] as const;
export type ComplaintOutcome = (typeof complaintOutcomes)[number];

export const remedyKinds = ['apology', 'service', 'money', 'change'] as const;
/** What puts it right: an apology, a service that was owed, money that is owed, a change in how we work. */
export type RemedyKind = (typeof remedyKinds)[number];

/** A complaint as it was made. */
export type Complaint = {
  readonly id: string;
  readonly reference: string;
  readonly householdId: string | null;
  readonly childId: string | null;
  readonly personId: string | null;
  readonly standing: Standing;
  readonly way: Way;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly words: string;
  readonly putRight: string;
  readonly happenedOn: Temporal.PlainDate | null;
  readonly lateBecause: string;
  readonly wantsAdvocate: boolean;
  readonly madeOn: Temporal.PlainDate;
  readonly recordedBy: string | null;
};

export type StepKind =
  | 'made'
  | 'late-refused'
  | 'about'
  | 'taken'
  | 'extended'
  | 'answered'
  | 'asked-on'
  | 'investigators'
  | 'panel'
  | 'findings'
  | 'asked-for-account'
  | 'account'
  | 'remedy'
  | 'remedy-done'
  | 'learning'
  | 'advocate'
  | 'note'
  | 'withdrawn'
  | 'moved';

/** The facts of a step, by name; which there are goes by its kind. */
export type StepDetails = {
  /** Of `answered` and `findings`. */
  readonly outcome?: ComplaintOutcome;
  /** Of `about`, `taken` and `asked-for-account`: whom it names. */
  readonly personId?: string;
  readonly name?: string;
  /** Of `investigators`. */
  readonly investigator?: string;
  readonly independent?: string;
  /** Of `remedy`. */
  readonly remedy?: RemedyKind;
  readonly pence?: number;
  readonly by?: string;
  /** Of `remedy-done`: the number of the remedy's step. */
  readonly of?: number;
  /** Of `moved`: where it goes on. */
  readonly to?: string;
};

/** One thing that was done about a complaint. `onDay` is the day from which the law counts. */
export type ComplaintStep = {
  readonly number: number;
  readonly at: Temporal.Instant;
  readonly onDay: Temporal.PlainDate;
  readonly personId: string | null;
  readonly personName: string;
  readonly kind: StepKind;
  readonly words: string;
  readonly details: StepDetails;
  readonly isForFamily: boolean;
};

export const outcomeWords: Readonly<Record<ComplaintOutcome, string>> = {
  upheld: 'We agree with you',
  partly: 'We agree with you in part',
  'not-upheld': 'We do not agree',
};
