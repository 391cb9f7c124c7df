import { type Pence, sumPence } from '#kernel/money.ts';
import { type PlanAmount, yearlyCost } from './cost.ts';

export type PlanState = 'draft' | 'ready' | 'at-panel' | 'agreed' | 'closed';

/** A support plan without its lines. */
export type SupportPlan = {
  readonly id: string;
  readonly reference: string;
  readonly householdId: string;
  readonly childId: string;
  readonly assessmentId: string;
  readonly writtenBy: string;
  readonly writtenByName: string;
  readonly state: PlanState;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly yearlyCost: Pence | null;
  readonly panelBecause: string;
  readonly agreedBy: string | null;
  readonly agreedByName: string;
  readonly agreedAt: Temporal.Instant | null;
  readonly agreedWords: string;
  readonly createdAt: Temporal.Instant;
  readonly changedAt: Temporal.Instant;
};

export const planBreakKinds = [
  'grant',
  'club',
  'holiday',
  'enabler',
  'homecare',
  'overnight',
  'other',
] as const;
export const planWays = [
  'one-off-payment',
  'direct-payment',
  'prepaid-card',
  'managed-account',
  'commissioned',
  'spot',
  'in-house',
] as const;
export const planPayers = ['council', 'health', 'education', 'joint'] as const;

/** What a line of a plan says; while it is a draft any part may be missing. */
export type PlanLineWords = {
  readonly need: string;
  readonly outcome: string;
  readonly support: string;
  readonly why: string;
  readonly amount: PlanAmount | null;
  readonly ratioTwelfths: number | null;
  readonly breakKind: (typeof planBreakKinds)[number] | null;
  readonly way: (typeof planWays)[number] | null;
  readonly paidBy: (typeof planPayers)[number];
  readonly legalBasis: 'section-17' | 'section-20' | null;
};

export type PlanLine = PlanLineWords & {
  readonly id: string;
  readonly position: number;
  readonly isComplete: boolean;
  readonly yearlyCost: Pence | null;
};

/** What a line lacks, in words for its writer; nothing when it may be saved as complete. */
export function lineLacks(line: PlanLineWords): readonly string[] {
  const lacks = [
    line.need.trim() === '' && 'the need',
    line.outcome.trim() === '' && 'the outcome',
    line.support.trim() === '' && 'the support',
    line.amount === null && 'how much, and how often',
    line.amount !== null && yearlyCost(line.amount) === null && 'what one hour or night costs',
    line.why.trim() === '' && 'why this meets the need',
    line.breakKind === null && 'the kind of support',
    line.way === null && 'how the family has it',
    line.amount?.measure === 'nights' && line.legalBasis === null && 'the law under which nights are given',
  ];
  return lacks.filter((one) => one !== false);
}

/** What a plan costs in a year: the sum of its lines. */
export function planCost(lines: readonly Pick<PlanLine, 'yearlyCost'>[]): Pence {
  return sumPence(lines.flatMap((line) => (line.yearlyCost === null ? [] : [line.yearlyCost])));
}

/**
 * Whether a family may choose to have a line as a direct payment. Not for nights under section 20 nor for what
 * the council gives itself, which a direct payment does not buy (rules 2.4).
 */
export function mayBeDirectPayment(line: Pick<PlanLineWords, 'way' | 'legalBasis'>): boolean {
  return line.legalBasis !== 'section-20' && line.way !== 'in-house';
}

/** How a family would like to have a line. */
export const wishes = ['direct-payment', 'arranged', 'not-sure'] as const;
export type Wish = (typeof wishes)[number];

/** Whether a family asked for a direct payment where the line gives something else, so that a reason is owed. */
export function goesAgainstWish(line: Pick<PlanLineWords, 'way'>, wish: Wish | undefined): boolean {
  const isMoney =
    line.way === 'direct-payment' || line.way === 'prepaid-card' || line.way === 'managed-account';
  return wish === 'direct-payment' && !isMoney;
}

/** What a family said of its copy of the plan. */
export type PlanComment = {
  readonly answer: 'agrees' | 'does-not-agree' | 'comment';
  readonly words: string;
  readonly personName: string;
  readonly saidAt: Temporal.Instant;
};

export type PlanStepKind =
  | 'begun'
  | 'line-saved'
  | 'line-removed'
  | 'made-ready'
  | 'to-panel'
  | 'returned'
  | 'agreed'
  | 'paid'
  | 'closed';

export type PlanStep = {
  readonly kind: PlanStepKind;
  readonly words: string;
  readonly personId: string;
  readonly personName: string;
  readonly doneAt: Temporal.Instant;
};
