import type { Pence } from '#kernel/money.ts';
import type { Calculation, Condition } from './expressions.ts';
import type { FactValue } from './fact-value.ts';
import type { FactDeclarations } from './facts.ts';
import type { WhenMoneyRunsLow } from './share-out.ts';

/** The outcomes that an application can have. Other rule sets (spending, year-end) name their own. */
export const applicationOutcomes = [
  'eligible',
  'eligible-at-reduced-rate',
  'more_evidence',
  'assessment',
  'not_eligible',
  'late',
  'closed',
  'waiting',
] as const;
export type ApplicationOutcome = (typeof applicationOutcomes)[number];

/** What somebody can do next, so that no outcome is a dead end. */
export const stepKinds = ['do', 'universal', 'assessment', 'talk', 'appeal'] as const;
export type StepKind = (typeof stepKinds)[number];
export type NextStep = { readonly id: string; readonly kind: StepKind; readonly words: string };

/** Where a rule is published. */
export type PublishedIn = { readonly source: string; readonly at: string | null };
export type Source = {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  readonly note: string | null;
};

/** What follows when a criterion is not met or not known. Null in its place: carry on to the other criteria. */
export type Consequence = {
  readonly outcome: string;
  /** Steps besides those of the outcome itself. */
  readonly next: readonly string[];
  /** Whether the published words leave it to an officer ("may"), so that the outcome is only proposed. */
  readonly officerDecides: boolean;
};

/**
 * What follows when a criterion is not known, perhaps only when something else is met: "a looked-after child is
 * out unless the carer is a special guardian" holds while nothing is said of the carer, once the child is known
 * to be looked after.
 */
export type ConsequenceOfDoubt = Consequence & { readonly onlyWhen: Condition | null };

/** The words for the family, filled in with facts where they stand in braces. */
export type Words = { readonly met: string; readonly notMet: string; readonly notKnown: string };

/** Another way to read the published words, kept in view, with why it was not taken. */
export type OtherReading = {
  readonly id: string;
  readonly metWhen: Condition;
  readonly words: string;
  readonly whyNot: string;
};

/** One condition of the scheme. */
export type Criterion = {
  readonly id: string;
  readonly published: string;
  readonly publishedIn: PublishedIn;
  readonly metWhen: Condition;
  readonly notMet: Consequence | null;
  readonly notKnown: ConsequenceOfDoubt | null;
  readonly words: Words;
  readonly otherReadings: readonly OtherReading[];
};

/**
 * One figure of an award: money in whole pence, hours in whole minutes, a number, a date, words, a list of words,
 * or a list of awards (the choices of a menu, the instalments of a payment).
 */
export type AwardValue =
  | { readonly kind: 'money'; readonly pence: Pence }
  | { readonly kind: 'hours'; readonly minutes: number }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'awards'; readonly awards: readonly Award[] };

/** What is awarded, by the names in the file ("amount", "up to", "hours", "next"). */
export type Award = { readonly [figure: string]: AwardValue };

/** How one figure is worked out: by itself, or as a list of awards. */
export type FigurePlan =
  | { readonly kind: Exclude<AwardValue['kind'], 'awards'>; readonly of: Calculation }
  | { readonly kind: 'awards'; readonly each: readonly AwardPlan[] };

/** How an award is worked out. */
export type AwardPlan = ReadonlyMap<string, FigurePlan>;

/** What comes of it when the criteria let the application through. */
export type Ending = {
  readonly id: string;
  readonly outcome: string;
  readonly award: AwardPlan | null;
  readonly words: string;
  readonly next: readonly string[];
  readonly officerDecides: boolean;
};

/** One row of the table of results: the first row whose condition is met gives the result. */
export type ResultRow = Ending & {
  readonly when: Condition;
  /** Whether to read on when it is not known if this row applies. */
  readonly carryOnWhenNotKnown: boolean;
  readonly published: string;
  readonly publishedIn: PublishedIn;
};

/** The rules for one kind of question: eligibility, spend, payee, year-end, monitoring and so on. */
export type RuleSet = {
  readonly kind: string;
  /** The outcomes, strongest first: when rules point to different outcomes, the stronger one holds. */
  readonly outcomes: readonly string[];
  readonly onward: ReadonlyMap<string, readonly string[]>;
  readonly criteria: readonly Criterion[];
  readonly results: readonly ResultRow[];
  readonly resultNotKnown: Ending | null;
  readonly otherwise: Ending;
  /** Every declared fact that the rules look at, also by way of a derivation. */
  readonly mentions: ReadonlySet<string>;
};

/** One part of the order of a waiting list. `lowest` also means earliest, `highest` latest. */
export type OrderKey = { readonly id: string; readonly words: string } & (
  | { readonly kind: 'first-when'; readonly when: Condition }
  | { readonly kind: 'highest' | 'lowest'; readonly of: Calculation }
  | { readonly kind: 'listed'; readonly of: Calculation; readonly values: readonly FactValue[] }
  | { readonly kind: 'lot' }
);

/** Who comes first when there is not enough for everybody: the parts of the rule, the one that counts most first. */
export type WaitingList = {
  readonly published: string;
  readonly publishedIn: PublishedIn;
  readonly words: string;
  readonly order: readonly OrderKey[];
  readonly whenMoneyRunsLow: WhenMoneyRunsLow;
};

/** A published sentence that is shown and kept but does not decide anything by itself. */
export type Term = {
  readonly id: string;
  readonly topic: string;
  readonly published: string;
  readonly publishedIn: PublishedIn;
  readonly words: string;
};

/** A window in which applications can come in; a date without a time takes in the whole day. */
export type Round = { readonly name: string; readonly from: string; readonly until: string };

export type VersionStatus = 'in force' | 'proposed';

/** One dated version of a scheme, ready to decide with. */
export type SchemeVersion = {
  readonly schemeId: string;
  readonly id: string;
  readonly name: string;
  readonly status: VersionStatus;
  readonly from: Temporal.PlainDate | null;
  /** The last day, or null while no end is known. */
  readonly until: Temporal.PlainDate | null;
  /** From this day on nobody new is let in, while live awards run on; null where that is not so. */
  readonly closedToNewAwardsFrom: Temporal.PlainDate | null;
  readonly rounds: readonly Round[];
  readonly datesNote: string | null;
  /** Facts that ask for this version by name, such as policy: proposed. */
  readonly pickedBy: ReadonlyMap<string, FactValue>;
  readonly facts: FactDeclarations;
  readonly steps: ReadonlyMap<string, NextStep>;
  readonly rules: ReadonlyMap<string, RuleSet>;
  readonly waitingList: WaitingList | null;
  readonly terms: readonly Term[];
  readonly notes: readonly string[];
  /** A hash of everything in the files that can change a decision or its words; comments do not count. */
  readonly hash: string;
};

/** A council's scheme: its identity, and its versions from the oldest to the newest. */
export type Scheme = {
  readonly id: string;
  readonly council: string;
  readonly name: string;
  readonly kind: string;
  /** For whom one award is: child, family, household, booking and so on. */
  readonly unit: string;
  readonly about: string;
  /** Whether families can ask for it today, or it is kept for the record. */
  readonly isOffered: boolean;
  readonly succeededBy: string | null;
  readonly sources: ReadonlyMap<string, Source>;
  readonly facts: FactDeclarations;
  /** The facts that say on which day the version must be in force, first the one that counts most. */
  readonly datedBy: readonly string[];
  readonly versions: readonly SchemeVersion[];
};
