import type { Scheme } from '#families/schemes/index.ts';

/** What an outcome means for a family. "Looks": only an application is decided, never these answers. */
export type Verdict = { readonly title: string; readonly words: string; readonly mayApply: boolean };

/** How a kind of scheme is spoken of: a grant is got, a register is joined, a service begins with an assessment. */
type Spoken = {
  readonly canGet: string;
  readonly mayGet: string;
  readonly notNow: string;
  readonly whatNext: string;
  /** On the button that leads to the form. */
  readonly apply: string;
  /** In the middle of a sentence, after "without". */
  readonly it: string;
};

const grant: Spoken = {
  canGet: 'It looks as if you can get the grant',
  mayGet: 'You may be able to get the grant',
  notNow: 'The grant is not for you just now',
  whatNext: 'Apply, and we tell you how much it is.',
  apply: 'Apply for the grant',
  it: 'the grant',
};

const spokenOf: Readonly<Record<string, Spoken>> = {
  grant,
  register: {
    canGet: 'It looks as if your child can join',
    mayGet: 'Your child may be able to join',
    notNow: 'Your child cannot join just now',
    whatNext: 'Ask to join, and we tell you how to book.',
    apply: 'Ask to join',
    it: 'joining',
  },
  'assessed service': {
    canGet: 'It looks as if your child can have this help',
    mayGet: 'Your child may be able to have this help',
    notNow: 'This help is not for your child just now',
    whatNext: 'Ask us, and we tell you what happens next.',
    apply: 'Ask for an assessment',
    it: 'an assessment',
  },
};

const others: Spoken = {
  canGet: 'It looks as if you can get this',
  mayGet: 'You may be able to get this',
  notNow: 'This is not for you just now',
  whatNext: 'Apply, and we tell you what you get.',
  apply: 'Apply',
  it: 'this',
};

/** How a scheme is spoken of with families, by its kind. */
export function spokenOfScheme({ kind }: Pick<Scheme, 'kind'>): Spoken {
  return spokenOf[kind] ?? others;
}

/** What an outcome of a scheme means for a family. */
export function verdictOf(scheme: Pick<Scheme, 'kind' | 'name'>, outcome: string): Verdict {
  const spoken = spokenOfScheme(scheme);
  const isGrant = scheme.kind === 'grant';
  const verdicts: Readonly<Record<string, Verdict>> = {
    eligible: { title: spoken.canGet, words: spoken.whatNext, mayApply: true },
    'eligible-at-reduced-rate': {
      title: isGrant ? 'It looks as if you can get part of the grant' : spoken.canGet,
      words: spoken.whatNext,
      mayApply: true,
    },
    assessment: isGrant
      ? {
          title: 'It looks as if you can apply for the grant',
          words: 'We look at what your family needs. That says how much the grant is.',
          mayApply: true,
        }
      : {
          title: 'The next step is an assessment',
          words:
            'Somebody talks with you about what your child and your family need. You can ask for it here.',
          mayApply: true,
        },
    more_evidence: {
      title: spoken.mayGet,
      words: 'There is something that we do not know yet. You can apply and send it later.',
      mayApply: true,
    },
    not_eligible: {
      title: spoken.notNow,
      words: 'That is not the end. Here is why, and here is what you can have.',
      mayApply: false,
    },
    late: {
      title: 'The time to apply is over',
      words: 'Talk to us: we may still be able to help.',
      mayApply: false,
    },
    closed: {
      title: isGrant ? 'The grant is closed just now' : `Closed just now: ${scheme.name}`,
      words: 'Here is what you can have in the meantime.',
      mayApply: false,
    },
    waiting: {
      title: isGrant ? 'There is a waiting list for the grant' : 'There is a waiting list',
      words: 'You can ask to be put on it.',
      mayApply: true,
    },
  };
  const unnamed: Verdict = {
    title: `Talk to us about ${isGrant ? 'the grant' : 'this'}`,
    words: 'These answers alone do not say if you can get it.',
    mayApply: true,
  };
  return verdicts[outcome] ?? unnamed;
}
