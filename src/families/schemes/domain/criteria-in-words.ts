import { formatAwardValue } from './award.ts';
import { figureFrom } from './award-plan.ts';
import { calculationInWords, conditionInWords } from './in-words.ts';
import { knowing } from './known.ts';
import type { AwardPlan, AwardValue, FigurePlan, PublishedIn, SchemeVersion } from './scheme.ts';

/** One criterion or result for a page: the published sentence first, then what exactly it looks at. */
export type RuleInWords = {
  readonly id: string;
  readonly published: string;
  readonly publishedIn: PublishedIn;
  /** What the rule looks at, as a phrase. */
  readonly rule: string;
  /** What follows: of a criterion when it is not met (null: nothing), of a result when it applies. */
  readonly outcome: string | null;
  /** What is awarded, figure by figure; none for a criterion. */
  readonly award: readonly { readonly figure: string; readonly value: string }[];
};

/** The rules of one kind ("eligibility", "spend"…) in words. */
export type RulesInWords = {
  readonly kind: string;
  readonly criteria: readonly RuleInWords[];
  readonly results: readonly RuleInWords[];
  readonly otherwise: {
    readonly outcome: string;
    readonly words: string;
    readonly award: RuleInWords['award'];
  };
};

/** All rules of a version in words, in the order of the file: for the statement and for a scheme's own page. */
export function criteriaInWords(version: SchemeVersion): readonly RulesInWords[] {
  return [...version.rules.values()].map(({ kind, criteria, results, otherwise }) => ({
    kind,
    criteria: criteria.map(({ id, published, publishedIn, metWhen, notMet }) => ({
      id,
      published,
      publishedIn,
      rule: conditionInWords(metWhen, version.facts),
      outcome: notMet?.outcome ?? null,
      award: [],
    })),
    results: results.map(({ id, published, publishedIn, when, outcome, award }) => ({
      id,
      published,
      publishedIn,
      rule: conditionInWords(when, version.facts),
      outcome,
      award: awardInWords(award, version),
    })),
    otherwise: {
      outcome: otherwise.outcome,
      words: otherwise.words,
      award: awardInWords(otherwise.award, version),
    },
  }));
}

const nothingKnown = knowing(() => null);
const types = {
  money: 'money',
  hours: 'hours',
  number: 'whole number',
  date: 'date',
  text: 'text',
  list: 'choices',
} as const;

/** What a rule awards: the amount where it stands fast, or how it is worked out. */
export function awardInWords(award: AwardPlan | null, version: SchemeVersion): RuleInWords['award'] {
  return [...(award ?? [])].map(([figure, plan]) => ({ figure, value: figureInWords(plan, version) }));
}

function figureInWords(plan: FigurePlan, version: SchemeVersion): string {
  const fixed: AwardValue | null = figureFrom(plan, nothingKnown);
  if (fixed) return formatAwardValue(fixed);
  if (plan.kind !== 'awards') {
    return calculationInWords(plan.of, { type: types[plan.kind], facts: version.facts });
  }
  const each = plan.each.map((one) =>
    awardInWords(one, version)
      .map(({ figure, value }) => `${figure} ${value}`)
      .join(', '),
  );
  return each.join('; ');
}
