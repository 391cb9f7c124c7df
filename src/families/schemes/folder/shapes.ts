import { z } from 'zod';
import { weekdays } from '../domain/expressions.ts';

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

/** "12 months", "8 weeks": a length of time, for windows and instalments. */
export const span = z.string().regex(/^\d{1,4} (day|week|month|year)s?$/, {
  error: 'write a length of time, like 12 months',
});
/** To what is rounded: £1, 1 hour, or a number such as 1. */
const step = z.union([z.string(), z.int().min(1)]);
const rounding = z.enum(['down', 'up', 'nearest']);
const yearFrom = /^year from \d{1,2} [A-Z][a-z]+$/;
const stretch = z.union(
  [
    z.enum(['financial year', 'school year', 'calendar year', 'quarter', 'month', 'week']),
    z.string().regex(yearFrom),
  ],
  { error: 'write financial year, school year, calendar year, quarter, month, week, or year from 1 July' },
);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'write the time as "17:00"' });
const weekday = z.enum([...weekdays, 'working day']);
/** The words for an amount of time; "day" and "days" are the same word. */
export const units = ['day', 'week', 'month', 'year', 'working day', 'hour', 'minute'] as const;
const unitWords = units.flatMap((unit) => [unit, `${unit}s`]);

const where = z.lazy(() => condition).optional();
const entries = { in: factName, where };
const days = {
  'first day': z.lazy(() => calculation),
  'last day': z.lazy(() => calculation).optional(),
  'day of leaving': z.lazy(() => calculation).optional(),
  'number of days': z.lazy(() => calculation).optional(),
  where,
};
export const calculation: z.ZodType<RawCalculation> = z
  .lazy(() =>
    z.union(
      [
        scalar,
        z.strictObject({ fact: factName }),
        z.strictObject({ figure: z.string() }),
        z.strictObject({ text: sentence }),
        ...(['plus', 'minus', 'times', 'least of', 'most of'] as const).map((operation) =>
          z.strictObject({ [operation]: z.array(calculation).min(2) }),
        ),
        z.strictObject({
          'share of': calculation,
          part: calculation,
          whole: calculation,
          round: rounding,
          to: step.optional(),
        }),
        z.strictObject({ percent: calculation, of: calculation, round: rounding, to: step.optional() }),
        z.strictObject({ divide: calculation, by: calculation, round: rounding, to: step.optional() }),
        z.strictObject({
          at: calculation,
          per: calculation,
          for: calculation,
          round: rounding,
          to: step.optional(),
        }),
        z.strictObject({ round: rounding, value: calculation, to: step }),
        z.strictObject({
          choose: z.array(z.strictObject({ when: condition, give: calculation })).min(1),
          otherwise: calculation.optional(),
        }),
        z.strictObject({ points: z.record(factName, z.record(z.string(), z.int())) }),
        z.strictObject({ 'age of': calculation, on: calculation }),
        z.strictObject({ birthday: calculation, of: calculation }),
        z.strictObject({ 'school year group of': calculation, on: calculation }),
        ...unitWords.flatMap((unit) => [
          z.strictObject({ [unit]: calculation, after: calculation }),
          z.strictObject({ [unit]: calculation, before: calculation }),
        ]),
        ...units.map((unit) => z.strictObject({ [`${unit}s from`]: calculation, to: calculation })),
        z.strictObject({ 'start of': stretch, with: calculation }),
        z.strictObject({ 'end of': stretch, with: calculation }),
        z.strictObject({ first: weekday, after: calculation }),
        z.strictObject({ first: weekday, from: calculation }),
        z.strictObject({ last: weekday, before: calculation }),
        z.strictObject({ last: weekday, by: calculation }),
        z.strictObject({ 'weekday of': calculation }),
        z.strictObject({ 'day of': calculation }),
        z.strictObject({ time: clock, on: calculation }),
        z.strictObject({ 'number of': factName, where, different: calculation.optional() }),
        z.strictObject({
          'most in a row': factName,
          where,
          'in order of': calculation,
          each: z.lazy(() => condition),
        }),
        ...(['total of', 'greatest of', 'smallest of', 'latest of', 'earliest of'] as const).map(
          (operation) => z.strictObject({ [operation]: calculation, ...entries }),
        ),
        z.strictObject({
          'days covered by': factName,
          ...days,
          from: calculation.optional(),
          to: calculation.optional(),
        }),
        z.strictObject({ 'most days in any': span, of: factName, ...days }),
        z.strictObject({ 'most in any': span, 'total of': calculation, ...entries, dated: calculation }),
        z.strictObject({ 'most in any': span, 'number of': factName, where, dated: calculation }),
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
  'includes one of': 'includes',
  'includes all of': 'includes all of',
  within: 'within',
  in: 'in',
  'not in': 'not in',
} as const;
export type ComparisonWord = keyof typeof comparisonWords;

const comparison = z.strictObject({
  is: calculation.optional(),
  'is not': calculation.optional(),
  'at least': calculation.optional(),
  over: calculation.optional(),
  under: calculation.optional(),
  'at most': calculation.optional(),
  from: calculation.optional(),
  after: calculation.optional(),
  before: calculation.optional(),
  by: calculation.optional(),
  'one of': z.array(calculation).min(1).optional(),
  'none of': z.array(calculation).min(1).optional(),
  includes: calculation.optional(),
  'includes one of': z.array(calculation).min(1).optional(),
  'includes all of': z.array(calculation).min(1).optional(),
  within: calculation.optional(),
  in: z.array(z.string()).min(1).optional(),
  'not in': z.array(z.string()).min(1).optional(),
} satisfies Record<ComparisonWord, z.ZodType>);
export type RawComparison = z.infer<typeof comparison>;

export type RawCondition = {
  all?: RawCondition[] | undefined;
  any?: RawCondition[] | undefined;
  not?: RawCondition | undefined;
  count?: { 'at least': number; of: RawCondition[] } | undefined;
  'some of'?: RawSome | undefined;
  'every one of'?: (RawSome & { is: RawCondition }) | undefined;
  'number of'?: (RawSome & RawNumberTest) | undefined;
  'in a row'?: RawRun | undefined;
  'in a round'?: string | undefined;
  [fact: string]: unknown;
};
export type RawSome = { in: string; where?: RawCondition | undefined };
const runWords = {
  in: factName,
  where,
  'in order of': z.lazy(() => calculation),
  each: z.lazy(() => condition),
};
const numberTest = z.strictObject({
  is: calculation.optional(),
  under: calculation.optional(),
  'at most': calculation.optional(),
  'at least': calculation.optional(),
  over: calculation.optional(),
  different: calculation.optional(),
});
export type RawRun = Omit<RawNumberTest, 'different'> &
  RawSome & { 'in order of': RawCalculation; each: RawCondition };
export type RawNumberTest = z.infer<typeof numberTest>;
export const condition: z.ZodType<RawCondition> = z
  .lazy(() =>
    z
      .object({
        all: z.array(condition).min(1).optional(),
        any: z.array(condition).min(1).optional(),
        not: condition.optional(),
        count: z.strictObject({ 'at least': z.int().min(1), of: z.array(condition).min(1) }).optional(),
        'some of': z.strictObject(entries).optional(),
        'every one of': z.strictObject({ ...entries, is: condition }).optional(),
        'number of': numberTest.extend(entries).optional(),
        'in a row': numberTest.omit({ different: true }).extend(runWords).optional(),
        'in a round': factName.optional(),
      })
      .catchall(
        z.union([scalar, comparison], {
          error: 'give a value, such as yes, 3 or £500, or a comparison, such as { under: 18 }',
        }),
      ),
  )
  .meta({ id: 'condition' });
