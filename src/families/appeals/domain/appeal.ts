import { type Refusal, refusal } from '#kernel/refusal.ts';

export const appealOutcomes = ['upheld', 'partly', 'not-upheld'] as const;
export type AppealOutcome = (typeof appealOutcomes)[number];

/** How an appeal came. What did not come by this service was written down by somebody at the council. */
export const appealWays = ['online', 'phone', 'letter', 'in-person'] as const;
export type AppealWay = (typeof appealWays)[number];

/** What a family asked to be looked at again, as it asked. */
export type Appeal = {
  readonly id: string;
  readonly reference: string;
  readonly householdId: string;
  readonly childId: string;
  readonly applicationId: string;
  readonly decisionId: string;
  /** Which appeal about this decision it is: 1, 2 … */
  readonly number: number;
  readonly personId: string;
  readonly words: string;
  readonly lateBecause: string;
  readonly madeOn: Temporal.PlainDate;
  readonly answerBy: Temporal.PlainDate;
  readonly way: AppealWay;
  /** Who wrote it down, where it did not come by this service. */
  readonly recordedBy: string | null;
};

export type AppealStepKind = 'made' | 'added' | 'taken' | 'answered' | 'withdrawn' | 'moved';

/** One thing that was done about an appeal. */
export type AppealStep = {
  readonly at: Temporal.Instant;
  readonly personId: string | null;
  readonly personName: string;
  readonly kind: AppealStepKind;
  readonly outcome: AppealOutcome | null;
  readonly isDecidedAgain: boolean;
  readonly words: string;
};

export type AppealState = 'made' | 'taken' | 'answered' | 'withdrawn' | 'moved';

/** Where an appeal stands. */
export type AppealStand = {
  readonly state: AppealState;
  /** Who looks at it, once somebody does. */
  readonly takenBy: AppealStep | null;
  /** How it ended: the answer, or that it was taken back or moved. */
  readonly end: End | null;
};

type End = AppealStep & { readonly kind: 'answered' | 'withdrawn' | 'moved' };

function isEnd(step: AppealStep): step is End {
  return step.kind === 'answered' || step.kind === 'withdrawn' || step.kind === 'moved';
}

/** Works out where an appeal stands from its steps, oldest first. The first end counts. */
export function standOfAppeal(steps: readonly AppealStep[]): AppealStand {
  const end = steps.find(isEnd) ?? null;
  const takenBy = steps.findLast(({ kind }) => kind === 'taken') ?? null;
  return { state: end?.kind ?? (takenBy === null ? 'made' : 'taken'), takenBy, end };
}

/** Whether an appeal still waits for its answer. */
export function isOpen(stand: AppealStand): boolean {
  return stand.end === null;
}

/** Says why a person may not look at an appeal: they took the decision, or looked at an earlier appeal about it. */
export function mayLook(
  person: { readonly id: string },
  before: { readonly decidedBy: string | null; readonly lookedBefore: readonly string[] },
): Refusal | null {
  if (person.id === before.decidedBy)
    return refusal('own-decision', 'You took this decision. Somebody else has to look at the appeal.');
  if (before.lookedBefore.includes(person.id))
    return refusal(
      'looked-before',
      'You answered the first appeal about this decision. Somebody else has to look now.',
    );
  return null;
}

export const outcomeWords: Readonly<Record<AppealOutcome, string>> = {
  upheld: 'We agree with you',
  partly: 'We agree with you in part',
  'not-upheld': 'The decision stays as it is',
};
