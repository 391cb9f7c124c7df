/** Who says something, in their own words of choice. Nobody is asked for a name. */
export const sayers = {
  'parent-carer': 'A parent carer',
  'young-person': 'A young person',
  'somebody-else': 'Somebody else',
} as const;
export type Sayer = keyof typeof sayers;

/** What came of a comment. */
export const outcomes = {
  done: 'We did it',
  'will-do': 'We will do it',
  cannot: 'We cannot do it',
} as const;
export type Outcome = keyof typeof outcomes;

/** What may be wrong with a listing. */
export const problemKinds = {
  times: 'The times or days are wrong',
  cost: 'The cost is wrong',
  details: 'The phone number, email or place is wrong',
  closed: 'It has closed or stopped',
  access: 'It does not offer what it says, for my child',
  'not-safe': 'I am worried that a child is not safe there',
  page: 'The page does not work',
  other: 'Something else',
} as const;
export type ProblemKind = keyof typeof problemKinds;

/** What a comment is about, and what was written. What was written is forgotten in time. */
export type Comment = {
  readonly id: string;
  /** Null: about the Local Offer as a whole. */
  readonly listingSlug: string | null;
  readonly saidBy: Sayer;
  readonly words: string | null;
  readonly email: string | null;
  readonly madeOn: Temporal.PlainDate;
};

/** A step that staff took about a comment. */
export type CommentStep = {
  readonly number: number;
  readonly at: Temporal.Instant;
  readonly byName: string;
  readonly words: string;
  readonly onDay: Temporal.PlainDate;
} & (
  | { readonly kind: 'published' | 'not-published' | 'taken-down' }
  | { readonly kind: 'answered'; readonly outcome: Outcome }
);

/** Where a comment stands: to be read, published and without an answer, answered, or not shown to anybody. */
export const phases = ['to-read', 'to-answer', 'answered', 'not-published', 'taken-down'] as const;
export type Phase = (typeof phases)[number];

/** A comment as the public reads it. */
export type PublishedComment = {
  readonly id: string;
  readonly listingSlug: string | null;
  readonly saidBy: Sayer;
  readonly saidOn: Temporal.PlainDate;
  readonly words: string;
  readonly publishedOn: Temporal.PlainDate;
  readonly answer: {
    readonly words: string;
    readonly outcome: Outcome;
    readonly on: Temporal.PlainDate;
  } | null;
};

/** Where a comment stands after its steps, in their order. */
export function phaseOf(steps: readonly CommentStep[]): Phase {
  let phase: Phase = 'to-read';
  for (const { kind } of steps) {
    if (kind === 'published')
      phase = steps.some((step) => step.kind === 'answered') ? 'answered' : 'to-answer';
    else phase = kind;
  }
  return phase;
}

/** What staff may do next about a comment that stands so. */
export function stepsFrom(phase: Phase): readonly CommentStep['kind'][] {
  switch (phase) {
    case 'to-read':
      return ['published', 'not-published'];
    case 'to-answer':
    case 'answered':
      return ['answered', 'taken-down'];
    case 'not-published':
    case 'taken-down':
      return ['published'];
  }
}

/** What the public reads of a comment after its steps; null where it reads nothing. */
export function publishedOf(
  comment: Pick<Comment, 'id' | 'listingSlug' | 'saidBy' | 'madeOn'>,
  steps: readonly CommentStep[],
): PublishedComment | null {
  const phase = phaseOf(steps);
  if (phase !== 'to-answer' && phase !== 'answered') return null;
  const shown = steps.findLast(({ kind }) => kind === 'published');
  if (shown === undefined) return null;
  const answered = steps.findLast((step) => step.kind === 'answered');
  return {
    id: comment.id,
    listingSlug: comment.listingSlug,
    saidBy: comment.saidBy,
    saidOn: comment.madeOn,
    words: shown.words,
    publishedOn: shown.onDay,
    answer:
      answered?.kind === 'answered'
        ? { words: answered.words, outcome: answered.outcome, on: answered.onDay }
        : null,
  };
}

export type Problem = {
  readonly id: string;
  readonly listingSlug: string;
  readonly kind: ProblemKind;
  readonly words: string | null;
  readonly email: string | null;
  readonly reportedOn: Temporal.PlainDate;
};

export const problemStepKinds = ['passed-on', 'mended', 'nothing-wrong'] as const;

/** A step that staff took about a problem. */
export type ProblemStep = {
  readonly number: number;
  readonly kind: (typeof problemStepKinds)[number];
  readonly words: string;
  readonly at: Temporal.Instant;
  readonly byName: string;
};

/** Whether a problem is done with: mended, or nothing was wrong. */
export function isClosed(steps: readonly ProblemStep[]): boolean {
  return steps.some(({ kind }) => kind !== 'passed-on');
}

/**
 * Whether the provider is told of a problem. A worry about a child's safety may be about the provider itself, and a
 * page that does not work is ours.
 */
export function isForProvider(kind: ProblemKind): boolean {
  return kind !== 'not-safe' && kind !== 'page';
}

/** In so many days a comment is read and a problem looked at; a worry about safety on the same day. */
const READ_WITHIN_DAYS = 7;
const ANSWER_WITHIN_DAYS = 90;

/** The day by which somebody reads a comment or looks at a problem. */
export function lookBy(since: Temporal.PlainDate, kind?: ProblemKind): Temporal.PlainDate {
  return kind === 'not-safe' ? since : since.add({ days: READ_WITHIN_DAYS });
}

/** The day by which it is said what was done about a comment. */
export function answerBy(since: Temporal.PlainDate): Temporal.PlainDate {
  return since.add({ days: ANSWER_WITHIN_DAYS });
}
