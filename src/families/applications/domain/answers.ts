/**
 * The answers of an application, step by step, as they are kept while it is a draft. Everything is JSON-safe:
 * dates are "2019-05-01". A step that has not been answered is absent.
 */
export type Answers = {
  readonly child?: {
    /** A child of the household who is registered already; null for a new one. */
    readonly childId: string | null;
    readonly givenName: string;
    readonly familyName: string;
    readonly bornOn: string;
  };
  readonly disability?: { readonly hasDiagnosis: boolean; readonly diagnosis: string };
  readonly support?: { readonly held: readonly HeldSupport[] };
  readonly you?: {
    readonly name: string;
    readonly relationship: string;
    readonly hasParentalResponsibility: boolean;
    readonly phone: string;
  };
  readonly otherCarer?:
    | { readonly name: string; readonly relationship: string }
    | { readonly isNobody: true };
  readonly address?: {
    readonly line1: string;
    readonly line2: string;
    readonly town: string;
    readonly postcode: string;
  };
  readonly benefit?: Benefit;
  readonly letters?: { readonly files: readonly LetterFile[]; readonly sendsLater: boolean };
  readonly impact?: { readonly level: 1 | 2 | 3; readonly why: string };
  readonly purpose?: { readonly uses: readonly string[]; readonly what: string; readonly how: string };
};

/** Support that the council pays for already, beside a grant. */
export const heldSupports = [
  'pa-direct-payment',
  'floating-support',
  'overnight',
  'after-school',
  'other',
] as const;
export type HeldSupport = (typeof heldSupports)[number];

/** What the benefit letter says. Rates decide, amounts never do. */
export type Benefit =
  | { readonly which: 'none' }
  | ({
      readonly which: 'dla';
      readonly dlaCare: 'none' | 'lowest' | 'middle' | 'highest';
      readonly dlaMobility: 'none' | 'lower' | 'higher';
    } & LetterDates)
  | ({ readonly which: 'pip'; readonly pipDaily: PipRate; readonly pipMobility: PipRate } & LetterDates);

export type PipRate = 'none' | 'standard' | 'enhanced';

type LetterDates = {
  readonly datedOn: string | null;
  readonly from: string | null;
  readonly until: string | null;
};

/** A file that was handed in with the application, and what it shows. */
export type LetterFile = {
  readonly fileId: string;
  readonly name: string;
  readonly shows: 'benefit' | 'diagnosis';
};

/** The names of the steps, in the order in which they are asked. */
export const stepNames = [
  'child',
  'disability',
  'support',
  'you',
  'otherCarer',
  'address',
  'benefit',
  'letters',
  'impact',
  'purpose',
] as const;
export type StepName = (typeof stepNames)[number];

/** Whether a step must be answered, given the others: letters are asked for only where there is one to show. */
export function isNeeded(step: StepName, answers: Answers): boolean {
  if (step !== 'letters') return true;
  return hasBenefit(answers) || answers.disability?.hasDiagnosis === true;
}

function hasBenefit(answers: Answers): boolean {
  return answers.benefit !== undefined && answers.benefit.which !== 'none';
}

/** The steps that this family is asked, in order. */
export function neededSteps(answers: Answers): readonly StepName[] {
  return stepNames.filter((step) => isNeeded(step, answers));
}

/** The first step that is needed and has no answer yet; null when everything has been said. */
export function firstOpenStep(answers: Answers): StepName | null {
  return neededSteps(answers).find((step) => answers[step] === undefined) ?? null;
}

/** The step after this one that still has no answer; null: check the answers. */
export function stepAfter(step: StepName, answers: Answers): StepName | null {
  const steps = neededSteps(answers);
  const later = steps.slice(steps.indexOf(step) + 1).find((one) => answers[one] === undefined);
  return later ?? firstOpenStep(answers);
}
