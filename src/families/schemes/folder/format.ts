import { z } from 'zod';
import { type FactType, factSources, factTypes } from '../domain/facts.ts';
import { stepKinds } from '../domain/scheme.ts';
import { whenMoneyRunsLow } from '../domain/share-out.ts';
import {
  calculation,
  condition,
  factName,
  id,
  isoDate,
  outcomeName,
  type RawCalculation,
  scalar,
  sentence,
  span,
} from './shapes.ts';

/** The shape of the three kinds of file in a scheme folder. docs/schemes.md teaches it. */

const answer = z.union([
  z.string(),
  z.strictObject({ label: sentence, also: z.array(z.string()).optional() }),
]);
/** Answers with their labels. Beside a fact, the name of such a list stands for one that schemes share. */
const answers = z.record(z.string(), answer);
export type RawAnswers = z.infer<typeof answers>;
/** answers.yaml: lists of answers by their names. */
export const answersFile = z.record(id, answers);
const asked = {
  question: sentence.optional(),
  hint: sentence.optional(),
  answers: z.union([id, answers]).optional(),
  'worked out': z.union([z.record(z.string(), z.unknown())]).optional(),
};
const field = z.strictObject({
  type: z.enum(factTypes.filter((type) => type !== 'list')),
  ...asked,
  'unless given': scalar.optional(),
});
/** What a fact and a field of a list have alike. */
export type RawAsked = Pick<RawField, 'type' | 'question' | 'hint' | 'answers' | 'worked out'>;
export type RawField = Omit<z.infer<typeof field>, 'type'> & { readonly type: FactType };
const fact = z.strictObject({
  type: z.enum(factTypes),
  from: z.enum(factSources),
  ...asked,
  each: z.record(factName, field).optional(),
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
  calendar: id.optional(),
  'dated by': z.array(factName).optional(),
  facts: z.record(factName, fact),
  steps: z.record(id, z.strictObject({ kind: z.enum(stepKinds), words: sentence })),
});
export type RawScheme = z.infer<typeof schemeFile>;

const led = {
  outcome: outcomeName,
  next: z.array(id).optional(),
  'officer decides': z.boolean().optional(),
};
const consequence = z.union([z.literal('carry on'), z.strictObject(led)], {
  error: 'write carry on, or an outcome such as { outcome: not_eligible }',
});
export type RawConsequence = z.infer<typeof consequence>;

const doubt = z.union(
  [z.literal('carry on'), z.strictObject({ ...led, 'only when': condition.optional() })],
  { error: 'write carry on, or an outcome such as { outcome: more_evidence }' },
);
export type RawDoubt = z.infer<typeof doubt>;

const criterion = z.strictObject({
  id,
  published: sentence,
  source: publishedIn,
  'met when': condition,
  'if not met': consequence,
  'if not known': doubt,
  words: z.strictObject({ met: sentence, 'not met': sentence, 'not known': sentence }),
  'other readings': z
    .array(z.strictObject({ id, 'met when': condition, words: sentence, 'why not': sentence }))
    .optional(),
});
export type RawCriterion = z.infer<typeof criterion>;

const instalments = z.strictObject({
  split: calculation,
  into: z.int().min(1).max(60),
  every: span,
  from: calculation,
  to: z.string().optional(),
});
export type RawInstalments = z.infer<typeof instalments>;
export type RawFigure = RawCalculation | RawInstalments | readonly (string | RawAward)[];
export type RawAward = { readonly [figure: string]: RawFigure };
const award: z.ZodType<RawAward> = z
  .lazy(() =>
    z.record(z.string(), z.union([calculation, instalments, z.array(z.union([z.string(), award])).min(1)])),
  )
  .meta({ id: 'award' });
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
  'if not known': z
    .literal('carry on', {
      error:
        'a row can only carry on. What holds while rows are not known stands beside them under "if results are not known"',
    })
    .optional(),
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

const placing = { id, words: sentence };
const orderKey = z.union([
  z.strictObject({ ...placing, 'first when': condition }),
  z.strictObject({ ...placing, by: factName, 'in this order': z.array(scalar).min(2) }),
  z.strictObject({ ...placing, highest: calculation }),
  z.strictObject({ ...placing, lowest: calculation }),
  z.strictObject({ ...placing, earliest: calculation }),
  z.strictObject({ ...placing, latest: calculation }),
  z.strictObject({ ...placing, 'by lot': z.literal('yes') }),
]);
export type RawOrderKey = z.infer<typeof orderKey>;
const waitingList = z.strictObject({
  published: sentence,
  source: publishedIn,
  words: sentence,
  order: z.array(orderKey).min(1),
  'when the money runs low': z.enum(whenMoneyRunsLow).optional(),
});
export type RawWaitingList = z.infer<typeof waitingList>;

export const versionFile = z.strictObject({
  version: z.union([z.string(), z.number()]),
  name: sentence,
  status: z.enum(['in force', 'proposed']),
  from: isoDate.optional(),
  until: isoDate.optional(),
  'about the dates': sentence.optional(),
  'picked by': z.record(factName, scalar).optional(),
  notes: z.array(sentence).optional(),
  rounds: z.array(z.strictObject({ name: sentence, opens: z.string(), closes: z.string() })).optional(),
  'closed to new awards from': isoDate.optional(),
  figures: z.record(z.string(), scalar).optional(),
  rules: z.record(id, ruleSet),
  'waiting list': waitingList.optional(),
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

const queue = z.strictObject({
  id,
  version: z.union([z.string(), z.number()]).optional(),
  on: isoDate.optional(),
  waiting: z.array(z.strictObject({ name: sentence, facts: z.record(factName, z.unknown()) })).min(2),
  expect: z.array(sentence).min(2),
  why: sentence,
  fund: z.string().optional(),
  paid: z.array(sentence).optional(),
});
export type RawQueue = z.infer<typeof queue>;

export const examplesFile = z.strictObject({
  on: isoDate,
  examples: z.array(example).min(1),
  queues: z.array(queue).optional(),
});
export type RawExamples = z.infer<typeof examplesFile>;
