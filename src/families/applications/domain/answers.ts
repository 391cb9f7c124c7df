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
  readonly impact?: { readonly level: ImpactLevel; readonly why: string };
  readonly purpose?: { readonly uses: readonly string[]; readonly what: string; readonly how: string };
  /** What was said before the application began. It stands in the questions already, and answers none of them. */
  readonly known?: Known;
  /** What was said to the scheme's own questions, by fact. */
  readonly said?: Readonly<Record<string, Said>>;
  /** What we held already and asked about once: which facts, and which of them are no longer right. */
  readonly held?: { readonly asked: readonly string[]; readonly wrong: readonly string[] };
  /** Who fills this in for the family; absent when a parent carer does so. */
  readonly by?: ByProxy;
  /** Something changed since the application that this one renews, so that it is gone through as a whole. */
  readonly hasChanges?: boolean;
  /** What was so when it was sent, and nobody was asked: when that was, and whether there was money. */
  readonly onSending?: Readonly<Record<string, FactValue>>;
};

/** A fact in the form in which schemes know it. */
export type FactValue = boolean | number | string | readonly string[];

/** An answer to one of the scheme's own questions: the question as it was put, and the answer in words. */
export type Said = {
  /** Null: the family was not sure. */
  readonly value: FactValue | null;
  readonly question: string;
  readonly words: string;
};

/** Who may fill an application in for a family. */
export const proxyKinds = ['young-person', 'relative', 'worker', 'practitioner'] as const;
export type ProxyKind = (typeof proxyKinds)[number];
export const proxyWays = ['online', 'phone', 'paper', 'visit'] as const;

/** Who fills an application in for a family, and whether a parent has agreed to it. */
export type ByProxy = {
  readonly kind: ProxyKind;
  readonly name: string;
  readonly organisation: string;
  readonly phone: string;
  readonly way: (typeof proxyWays)[number];
  readonly hasAgreed: boolean;
  /** Where the family is written to; empty where that is known already, or the young person applies. */
  readonly familyEmail: string;
  /** The household in the register, where a practitioner began at the child's record. */
  readonly householdId: string | null;
};

export type ImpactLevel = 1 | 2 | 3;

/** Support that the council pays for already, beside a grant. */
export const heldSupports = [
  'pa-direct-payment',
  'floating-support',
  'overnight',
  'after-school',
  'other',
] as const;
export type HeldSupport = (typeof heldSupports)[number];

export const careRates = ['none', 'lowest', 'middle', 'highest'] as const;
export const mobilityRates = ['none', 'lower', 'higher'] as const;
export const pipRates = ['none', 'standard', 'enhanced'] as const;

export type CareRate = (typeof careRates)[number];
export type MobilityRate = (typeof mobilityRates)[number];
export type PipRate = (typeof pipRates)[number];

/** The rate of each part of a benefit; null where the family does not know it. Rates decide, amounts never do. */
export type DlaRates = { readonly dlaCare: CareRate | null; readonly dlaMobility: MobilityRate | null };
export type PipRates = { readonly pipDaily: PipRate | null; readonly pipMobility: PipRate | null };

/** What the benefit letter says. */
export type Benefit =
  | { readonly which: 'none' }
  | ({ readonly which: 'dla' } & DlaRates & LetterDates)
  | ({ readonly which: 'pip' } & PipRates & LetterDates);

/** The day the letter was written, and the days for which it gives the benefit. */
type LetterDates = {
  readonly dated: string | null;
  readonly from: string | null;
  readonly until: string | null;
};

/** What a family said elsewhere before it began, as far as it is sure. */
export type Known = Partial<DlaRates & PipRates> & {
  readonly bornOn?: string;
  readonly hasDiagnosis?: boolean;
  readonly impactLevel?: ImpactLevel;
};

/** A file that was handed in with the application, and what it shows. */
export type LetterFile = {
  readonly fileId: string;
  readonly name: string;
  readonly shows: Letter;
};
export type Letter = 'benefit' | 'diagnosis';

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

/** The answers of the steps alone, each there. */
export type StepAnswers = Required<Pick<Answers, StepName>>;

/** The letters that this family has to show: none for what it says it has not. */
export function askedLetters(answers: Answers): readonly Letter[] {
  const letters: Letter[] = [];
  if (answers.benefit !== undefined && answers.benefit.which !== 'none') letters.push('benefit');
  if (answers.disability?.hasDiagnosis === true) letters.push('diagnosis');
  return letters;
}

/** The files that show something this family still says: a letter about what was taken back counts no more. */
export function shownLetters(answers: Answers): readonly LetterFile[] {
  const asked = askedLetters(answers);
  return (answers.letters?.files ?? []).filter((file) => asked.includes(file.shows));
}

/** Whether a step must be answered, given the others: letters are asked for only where there is one to show. */
export function isNeeded(step: StepName, answers: Answers): boolean {
  return step !== 'letters' || askedLetters(answers).length > 0;
}

/** Whether a step has its answer. One letter is enough to go on, and so is the promise of one. */
export function isAnswered(step: StepName, answers: Answers): boolean {
  if (step !== 'letters') return answers[step] !== undefined;
  return answers.letters?.sendsLater === true || shownLetters(answers).length > 0;
}
