import fc from 'fast-check';
import type { Calculation, Condition, Items } from '../domain/expressions.ts';
import { fieldName } from '../domain/expressions.ts';
import type { Entry } from '../domain/fact-value.ts';
import type { DatedFacts, FactDeclaration } from '../domain/facts.ts';

/** Random rules over a list of entries and over sums of it, with facts of which some are forgotten. */

const field = (name: string, type: FactDeclaration['type']): FactDeclaration => ({
  name,
  type,
  from: 'family',
  question: null,
  hint: null,
  answers: [],
  derivation: null,
  fields: [],
});
const fields = [field('nights', 'whole number'), field('arrive', 'date'), field('planned', 'yes or no')];
const inside = (name: string) => fieldName('stays', name);
const value = (of: number | boolean | string): Calculation => ({ kind: 'value', value: of });
const compare = (
  fact: string,
  ...[comparison, to]: ['is' | 'under' | 'at least', Calculation]
): Condition => {
  return { kind: 'compare', fact, comparison, with: [to] };
};

const where = fc.oneof(
  fc.integer({ min: 0, max: 4 }).map((nights) => compare(inside('nights'), 'at least', value(nights))),
  fc.boolean().map((planned) => compare(inside('planned'), 'is', value(planned))),
  fc.constant(compare(inside('nights'), 'under', { kind: 'fact', fact: 'limit' })),
);
const items: fc.Arbitrary<Items> = fc
  .option(where)
  .map((meant) => ({ list: 'stays', where: meant, workedOut: new Map() }));
const nights: Calculation = { kind: 'fact', fact: inside('nights') };
const arrive: Calculation = { kind: 'fact', fact: inside('arrive') };
const leaving: Calculation = { kind: 'moved', by: nights, unit: 'days', sign: 1, date: arrive };

const isPlanned = compare(inside('planned'), 'is', value(true));
const byNew: Calculation = {
  kind: 'choose',
  options: [{ when: compare('is_new', 'is', value(true)), give: value(3) }],
  otherwise: value(1),
};

const sums: fc.Arbitrary<Calculation> = items.chain((meant) =>
  fc.constantFrom<Calculation>(
    { kind: 'number-of', items: meant, different: null },
    { kind: 'number-of', items: meant, different: nights },
    { kind: 'total', of: nights, items: meant },
    { kind: 'greatest', of: nights, items: meant, isNumber: true },
    { kind: 'longest-run', run: { items: meant, dated: arrive, each: isPlanned } },
    {
      kind: 'plus',
      of: [
        { kind: 'total', of: nights, items: meant },
        { kind: 'fact', fact: 'limit' },
      ],
    },
    {
      kind: 'minus',
      of: [
        { kind: 'fact', fact: 'limit' },
        { kind: 'number-of', items: meant, different: null },
      ],
    },
    { kind: 'times', of: [{ kind: 'total', of: nights, items: meant }, byNew] },
    { kind: 'most-days', spans: { items: meant, starting: arrive, leaving }, count: 1, unit: 'months' },
    { kind: 'most-in-window', items: meant, of: nights, dated: arrive, count: 30, unit: 'days' },
  ),
);

/** The facts that the conditions below speak of; `sum` is worked out by the calculation that is given. */
export function declarationsWith(sum: Calculation): ReadonlyMap<string, FactDeclaration> {
  const derivation = { kind: 'calculation', calculation: sum } as const;
  const declarations = [
    { ...field('stays', 'list'), fields, question: 'Which stays?' },
    { ...field('limit', 'whole number'), question: 'What is the limit?' },
    { ...field('is_new', 'yes or no'), question: 'Is it new?' },
    { ...field('sum', 'whole number'), derivation },
  ];
  return new Map(declarations.map((declaration) => [declaration.name, declaration]));
}

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  items.map((meant): Condition => ({ kind: 'some', items: meant })),
  fc.tuple(items, where).map(([meant, is]): Condition => ({ kind: 'every', items: meant, is })),
  fc
    .tuple(items, fc.option(fc.constant(nights)), fc.integer({ min: 0, max: 3 }))
    .map(([meant, different, count]): Condition => {
      return { kind: 'number', items: meant, different, comparison: 'at least', with: value(count) };
    }),
  fc.tuple(items, fc.integer({ min: 0, max: 3 })).map(([meant, count]): Condition => {
    const run = { items: meant, dated: arrive, each: isPlanned };
    return { kind: 'run', run, comparison: 'at least', with: value(count) };
  }),
  fc.integer({ min: 0, max: 8 }).map((count) => compare('sum', 'at least', value(count))),
  fc.constant(compare('sum', 'under', { kind: 'fact', fact: 'limit' })),
  fc.boolean().map((isNew) => compare('is_new', 'is', value(isNew))),
);

/** Conditions over lists, with all, any, not and counts around them, and the sum that they speak of. */
export const listConditions: fc.Arbitrary<{ condition: Condition; sum: Calculation }> = fc.record({
  sum: sums,
  condition: fc.letrec<{ one: Condition }>((tie) => ({
    one: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      leaf,
      fc.array(tie('one'), { minLength: 1, maxLength: 3 }).map((of): Condition => ({ kind: 'all', of })),
      fc.array(tie('one'), { minLength: 1, maxLength: 3 }).map((of): Condition => ({ kind: 'any', of })),
      tie('one').map((of): Condition => ({ kind: 'not', of })),
    ),
  })).one,
});

const entry = fc.record({
  nights: fc.integer({ min: 0, max: 4 }),
  arrive: fc.integer({ min: 1, max: 28 }).map((day) => `2026-05-${String(day).padStart(2, '0')}`),
  planned: fc.boolean(),
});

/** Facts that are all known, and the same with some of them, or some fields of entries, forgotten. */
export const factsBeforeAndAfter: fc.Arbitrary<{ before: DatedFacts; after: DatedFacts }> = fc
  .record({
    stays: fc.array(entry, { maxLength: 3 }),
    limit: fc.integer({ min: 0, max: 5 }),
    is_new: fc.boolean(),
    forgotten: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
  })
  .map(({ stays, limit, is_new, forgotten }) => {
    const day = { 'decision.date': '2026-06-01' };
    const forgets = (index: number) => forgotten[index] ?? false;
    const partly = stays.map(
      (one, index): Entry => ({
        nights: forgets(index * 3) ? null : one.nights,
        arrive: forgets(index * 3 + 1) ? null : one.arrive,
        planned: forgets(index * 3 + 2) ? null : one.planned,
      }),
    );
    const before = {
      ...day,
      stays: forgets(9) ? null : partly,
      limit: forgets(10) ? null : limit,
      is_new: forgets(11) ? null : is_new,
    };
    return { before, after: { ...day, stays, limit, is_new } };
  });
