import { z } from 'zod';

/** The shapes that all files of a scheme folder share: names, dates, conditions, calculations. */

export const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, { error: 'write a short name in small letters, figures and hyphens' });
export const sentence = z.string().min(1);
export const scalar = z.union([z.string(), z.number(), z.boolean()]);
export const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'write the date as year-month-day, like 2026-04-01' });
export const factName = z
  .string()
  .regex(/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$/, { error: 'name facts in small letters, like child.age' });
export const outcomeName = z.string().regex(/^[a-z][a-z0-9_-]*$/);

export type RawScalar = z.infer<typeof scalar>;
export type RawCalculation = RawScalar | { readonly [operation: string]: unknown };

const rounding = z.enum(['down', 'up', 'nearest']);
const yearKind = z.enum(['financial year', 'school year']);
export const calculation: z.ZodType<RawCalculation> = z
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
export const condition: z.ZodType<RawCondition> = z
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
