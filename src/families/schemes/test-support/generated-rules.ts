import fc from 'fast-check';
import type { Condition } from '../domain/expressions.ts';
import type { FactValue } from '../domain/fact-value.ts';
import type { DatedFacts, FactDeclaration } from '../domain/facts.ts';
import type { Consequence, Criterion, Ending, ResultRow, RuleSet, SchemeVersion } from '../domain/scheme.ts';

/** Random rules over a handful of facts, so that the laws of the evaluator are tried on more than our schemes. */

const fact = (
  declaration: Partial<FactDeclaration> & Pick<FactDeclaration, 'name' | 'type'>,
): FactDeclaration => ({
  from: 'family',
  question: `What is ${declaration.name}?`,
  hint: null,
  answers: [],
  derivation: null,
  fields: [],
  ...declaration,
});

const compare = (
  name: string,
  ...[comparison, value]: ['is' | 'under' | 'at least', FactValue]
): Condition => ({
  kind: 'compare',
  fact: name,
  comparison,
  with: [{ kind: 'value', value }],
});

const answers = ['none', 'middle', 'highest'].map((value) => ({ value, label: value, also: [] }));
export const declarations: ReadonlyMap<string, FactDeclaration> = new Map(
  [
    fact({ name: 'a', type: 'yes or no' }),
    fact({ name: 'b', type: 'yes or no' }),
    fact({ name: 'c', type: 'yes or no' }),
    fact({ name: 'age', type: 'whole number' }),
    fact({ name: 'rate', type: 'choice', answers }),
    fact({
      name: 'has_rate',
      type: 'yes or no',
      question: null,
      derivation: { kind: 'condition', condition: { kind: 'not', of: compare('rate', 'is', 'none') } },
    }),
  ].map((declaration) => [declaration.name, declaration]),
);

const leaf = fc.oneof(
  fc.constantFrom('a', 'b', 'c', 'has_rate').chain((name) => fc.boolean().map((v) => compare(name, 'is', v))),
  fc
    .integer({ min: 0, max: 4 })
    .chain((n) =>
      fc.constantFrom('under' as const, 'at least' as const).map((word) => compare('age', word, n)),
    ),
  fc.constantFrom('none', 'middle', 'highest').map((rate) => compare('rate', 'is', rate)),
);

export const conditions: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    leaf,
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((of): Condition => ({ kind: 'all', of })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((of): Condition => ({ kind: 'any', of })),
    tie('condition').map((of): Condition => ({ kind: 'not', of })),
    fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.array(tie('condition'), { minLength: 1, maxLength: 3 }))
      .map(([atLeast, of]): Condition => ({ kind: 'count', atLeast, of })),
  ),
})).condition;

const outcomes = ['not_eligible', 'more_evidence', 'assessment', 'eligible'];
const publishedIn = { source: 'page', at: null };
const consequence: fc.Arbitrary<Consequence | null> = fc.option(
  fc.record({ outcome: fc.constantFrom(...outcomes), next: fc.constant([]), officerDecides: fc.boolean() }),
);
const criterion: fc.Arbitrary<Criterion> = fc.record({
  id: fc.constant('to be named'),
  published: fc.constant('A rule.'),
  publishedIn: fc.constant(publishedIn),
  metWhen: conditions,
  notMet: consequence,
  notKnown: fc
    .tuple(consequence, fc.option(conditions))
    .map(([follows, onlyWhen]) => follows && { ...follows, onlyWhen }),
  words: fc.constant({ met: 'Met.', notMet: 'Not met.', notKnown: 'Not known.' }),
  otherReadings: fc.constant([]),
});

const award = fc.oneof(
  fc.integer({ min: 0, max: 3 }).map((value) => ({ kind: 'value' as const, value })),
  fc.constant({ kind: 'fact' as const, fact: 'age' }),
);
const ending: fc.Arbitrary<Ending> = fc.record({
  id: fc.constant('ending'),
  outcome: fc.constantFrom(...outcomes),
  award: fc.option(award.map((of) => new Map([['hours', { kind: 'number' as const, of }]]))),
  words: fc.constant('So it is.'),
  next: fc.constant([]),
  officerDecides: fc.boolean(),
});
const row: fc.Arbitrary<ResultRow> = fc
  .tuple(ending, conditions, fc.boolean())
  .map(([end, when, carryOnWhenNotKnown]) => ({
    ...end,
    when,
    carryOnWhenNotKnown,
    published: 'A row.',
    publishedIn,
  }));

export const ruleSets: fc.Arbitrary<RuleSet> = fc
  .record({
    criteria: fc.array(criterion, { maxLength: 4 }),
    results: fc.array(row, { maxLength: 3 }),
    resultNotKnown: ending.map((end) => ({ ...end, award: null })),
    otherwise: ending.map((end) => ({ ...end, award: null })),
  })
  .map((rules) => ({
    ...rules,
    criteria: rules.criteria.map((part, index) => ({ ...part, id: `criterion-${index}` })),
    results: rules.results.map((part, index) => ({ ...part, id: `row-${index}` })),
    kind: 'eligibility',
    outcomes,
    onward: new Map(outcomes.map((outcome) => [outcome, ['talk']])),
    mentions: new Set(declarations.keys()),
  }));

/** A version with these rules for eligibility. */
export function versionWith(ruleSet: RuleSet): SchemeVersion {
  return {
    schemeId: 'generated',
    id: '1',
    name: 'Generated',
    status: 'in force',
    from: null,
    until: null,
    closedToNewAwardsFrom: null,
    rounds: [],
    datesNote: null,
    pickedBy: new Map(),
    facts: declarations,
    steps: new Map([['talk', { id: 'talk', kind: 'talk', words: 'Talk to us.' }]]),
    rules: new Map([['eligibility', ruleSet]]),
    waitingList: null,
    terms: [],
    notes: [],
    hash: 'generated',
  };
}

const everyFact = {
  a: fc.boolean(),
  b: fc.boolean(),
  c: fc.boolean(),
  age: fc.integer({ min: 0, max: 5 }),
  rate: fc.constantFrom('none', 'middle', 'highest'),
};
const day = { 'decision.date': '2026-06-01' };

/** Facts of which some are not known. */
export const someFacts: fc.Arbitrary<DatedFacts> = fc
  .record(everyFact, { requiredKeys: [] })
  .map((facts) => ({ ...facts, ...day }));

/** Facts that are all known. */
export const allFacts: fc.Arbitrary<DatedFacts> = fc.record(everyFact).map((facts) => ({ ...facts, ...day }));
