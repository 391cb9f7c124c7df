import { z } from 'zod';
import { factSources, factTypes } from '../domain/facts.ts';
import { stepKinds } from '../domain/scheme.ts';

/** The shape of the three kinds of file in a scheme folder. docs/schemes.md teaches it. */

const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, { error: 'write a short name in small letters, figures and hyphens' });
const sentence = z.string().min(1);
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'write the date as year-month-day, like 2026-04-01' });
const factName = z
  .string()
  .regex(/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$/, { error: 'name facts in small letters, like child.age' });
const outcomeName = z.string().regex(/^[a-z][a-z0-9_-]*$/);

export type RawScalar = z.infer<typeof scalar>;
export type RawCalculation = RawScalar | { readonly [operation: string]: unknown };

const rounding = z.enum(['down', 'up', 'nearest']);
const yearKind = z.enum(['financial year', 'school year']);
const calculation: z.ZodType<RawCalculation> = z
  .lazy(() =>
    z.union(
      [
        scalar,
        z.strictObject({ fact: factName }),
        z.strictObject({ figure: z.string() }),
        ...(['plus', 'minus', 'times', 'least of', 'most of'] as const).map((operation) =>
          z.strictObject({ [operation]: z.array(calculation).min(2) }),
        ),
        z.strictObject({
          'share of': calculation,
          part: calculation,
          whole: calculation,
          round: rounding,
          to: z.string().optional(),
        }),
        z.strictObject({ 'age of': calculation, on: calculation }),
        z.strictObject({ days: calculation, after: calculation }),
        z.strictObject({ months: calculation, after: calculation }),
        z.strictObject({ 'days from': calculation, to: calculation }),
        z.strictObject({ 'months from': calculation, to: calculation }),
        z.strictObject({ 'start of': yearKind, with: calculation }),
        z.strictObject({ 'end of': yearKind, with: calculation }),
      ],
      { error: 'this is neither a value nor a known way to work one out (docs/schemes.md lists the ways)' },
    ),
  )
  .meta({ id: 'calculation' });

export const comparisonWords = {
  is: 'is',
  'is not': 'is not',
  under: 'under',
  'at most': 'at most',
  'at least': 'at least',
  over: 'over',
  before: 'under',
  by: 'at most',
  from: 'at least',
  after: 'over',
  'one of': 'one of',
  'none of': 'none of',
  includes: 'includes',
  within: 'within',
} as const;
export type ComparisonWord = keyof typeof comparisonWords;

const comparison = z.strictObject({
  is: calculation.optional(),
  'is not': calculation.optional(),
  under: calculation.optional(),
  'at most': calculation.optional(),
  'at least': calculation.optional(),
  over: calculation.optional(),
  before: calculation.optional(),
  by: calculation.optional(),
  from: calculation.optional(),
  after: calculation.optional(),
  'one of': z.array(calculation).min(1).optional(),
  'none of': z.array(calculation).min(1).optional(),
  includes: calculation.optional(),
  within: calculation.optional(),
} satisfies Record<ComparisonWord, z.ZodType>);
export type RawComparison = z.infer<typeof comparison>;

export type RawCondition = {
  all?: RawCondition[] | undefined;
  any?: RawCondition[] | undefined;
  not?: RawCondition | undefined;
  count?: { 'at least': number; of: RawCondition[] } | undefined;
  [fact: string]: unknown;
};
const condition: z.ZodType<RawCondition> = z
  .lazy(() =>
    z
      .object({
        all: z.array(condition).min(1).optional(),
        any: z.array(condition).min(1).optional(),
        not: condition.optional(),
        count: z.strictObject({ 'at least': z.int().min(1), of: z.array(condition).min(1) }).optional(),
      })
      .catchall(
        z.union([scalar, comparison], {
          error: 'give a value, such as yes, 3 or £500, or a comparison, such as { under: 18 }',
        }),
      ),
  )
  .meta({ id: 'condition' });

const answer = z.union([
  z.string(),
  z.strictObject({ label: sentence, also: z.array(z.string()).optional() }),
]);
const fact = z.strictObject({
  type: z.enum(factTypes),
  from: z.enum(factSources),
  question: sentence.optional(),
  hint: sentence.optional(),
  answers: z.record(z.string(), answer).optional(),
  'worked out': z.union([z.record(z.string(), z.unknown())]).optional(),
});
export type RawFact = z.infer<typeof fact>;

const publishedIn = z.strictObject({ in: id, at: sentence.optional() });
export type RawPublishedIn = z.infer<typeof publishedIn>;

export const schemeFile = z.strictObject({
  scheme: id,
  council: sentence,
  name: sentence,
  kind: sentence,
  unit: sentence,
  about: sentence,
  offered: z.boolean(),
  'succeeded by': id.optional(),
  sources: z.record(
    id,
    z.strictObject({ title: sentence, url: z.url().optional(), note: sentence.optional() }),
  ),
  'dated by': z.array(factName).optional(),
  facts: z.record(factName, fact),
  steps: z.record(id, z.strictObject({ kind: z.enum(stepKinds), words: sentence })),
});
export type RawScheme = z.infer<typeof schemeFile>;

const consequence = z.union(
  [
    z.literal('carry on'),
    z.strictObject({
      outcome: outcomeName,
      next: z.array(id).optional(),
      'officer decides': z.boolean().optional(),
    }),
  ],
  { error: 'write carry on, or an outcome such as { outcome: not_eligible }' },
);
export type RawConsequence = z.infer<typeof consequence>;

const criterion = z.strictObject({
  id,
  published: sentence,
  source: publishedIn,
  'met when': condition,
  'if not met': consequence,
  'if not known': consequence,
  words: z.strictObject({ met: sentence, 'not met': sentence, 'not known': sentence }),
  'other readings': z
    .array(z.strictObject({ id, 'met when': condition, words: sentence, 'why not': sentence }))
    .optional(),
});
export type RawCriterion = z.infer<typeof criterion>;

const award = z.record(z.string(), z.union([calculation, z.array(z.string()).min(1)]));
export type RawAward = z.infer<typeof award>;
const ending = {
  outcome: outcomeName,
  award: award.optional(),
  words: sentence,
  next: z.array(id).optional(),
  'officer decides': z.boolean().optional(),
};
const namedEnding = z.strictObject({ id: id.optional(), ...ending });
export type RawEnding = z.infer<typeof namedEnding>;
const resultRow = z.strictObject({
  id,
  when: condition,
  'if not known': z.literal('carry on').optional(),
  published: sentence,
  source: publishedIn,
  ...ending,
});
export type RawResultRow = z.infer<typeof resultRow>;

const ruleSet = z.strictObject({
  outcomes: z.record(outcomeName, z.array(id).min(1)),
  criteria: z.array(criterion).optional(),
  results: z.array(resultRow).optional(),
  'if results are not known': namedEnding.optional(),
  otherwise: namedEnding,
});
export type RawRuleSet = z.infer<typeof ruleSet>;

export const versionFile = z.strictObject({
  version: z.union([z.string(), z.number()]),
  name: sentence,
  status: z.enum(['in force', 'proposed']),
  from: isoDate.optional(),
  until: isoDate.optional(),
  'about the dates': sentence.optional(),
  'picked by': z.record(factName, scalar).optional(),
  notes: z.array(sentence).optional(),
  figures: z.record(z.string(), scalar).optional(),
  rules: z.record(id, ruleSet),
  terms: z
    .array(
      z.strictObject({
        id,
        topic: z.enum(['process', 'payment', 'spending', 'monitoring', 'review', 'appeal', 'waiting list']),
        published: sentence,
        source: publishedIn,
        words: sentence,
      }),
    )
    .optional(),
});
export type RawVersion = z.infer<typeof versionFile>;

const expectation = {
  outcome: outcomeName,
  award: z.union([z.literal('none'), award]),
};
const example = z.strictObject({
  id,
  rules: id.optional(),
  version: z.union([z.string(), z.number()]).optional(),
  on: isoDate.optional(),
  facts: z.record(factName, z.unknown()),
  expect: z.strictObject({
    ...expectation,
    why: sentence,
    missing: z.array(factName).optional(),
    'officer decides': z.boolean().optional(),
  }),
  'under another reading': z.strictObject({ reading: id, ...expectation }).optional(),
});
export type RawExample = z.infer<typeof example>;

export const examplesFile = z.strictObject({ on: isoDate, examples: z.array(example).min(1) });
export type RawExamples = z.infer<typeof examplesFile>;

export const conditionShape = condition;
export const calculationShape = calculation;
