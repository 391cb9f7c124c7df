import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { declarationsWith, factsBeforeAndAfter, listConditions } from '../test-support/generated-lists.ts';
import { dayNumber, dayOf, moved, movedText } from './day-number.ts';
import { evaluate } from './evaluate.ts';
import type { Condition } from './expressions.ts';
import { entriesOf } from './fact-value.ts';
import { unknownIn } from './facts-in.ts';
import { knownFacts } from './known.ts';
import { canBeMet } from './reach.ts';
import { not } from './truth.ts';
import { daysCovered, mostDays, mostInWindow } from './windows.ts';

const runs = { numRuns: 3000 };

test('learning a fact, or a field of an entry, never turns met into not met or back', () => {
  let settled = 0;
  fc.assert(
    fc.property(listConditions, factsBeforeAndAfter, ({ condition, sum }, { before, after }) => {
      const declarations = declarationsWith(sum);
      const first = evaluate(condition, knownFacts(declarations, before));
      const later = evaluate(condition, knownFacts(declarations, after));
      if (first === null) return;
      settled += 1;
      assert.equal(later, first);
    }),
    runs,
  );
  assert.ok(settled > 500, `only ${settled} were settled early`);
});

test('when all is known, nothing about a list is left open', () => {
  fc.assert(
    fc.property(listConditions, factsBeforeAndAfter, ({ condition, sum }, { after }) => {
      const known = knownFacts(declarationsWith(sum), after);
      assert.notEqual(evaluate(condition, known), null);
      assert.deepEqual(unknownIn(condition, known), []);
    }),
    runs,
  );
});

test('a condition over lists that is not known names what to ask, and one that is known names nothing', () => {
  fc.assert(
    fc.property(listConditions, factsBeforeAndAfter, ({ condition, sum }, { before }) => {
      const known = knownFacts(declarationsWith(sum), before);
      assert.equal(unknownIn(condition, known).length > 0, evaluate(condition, known) === null);
    }),
    runs,
  );
});

test('De Morgan and double negation hold for conditions over lists', () => {
  const one = fc.tuple(listConditions, listConditions, factsBeforeAndAfter);
  fc.assert(
    fc.property(one, ([first, second, { before }]) => {
      const known = knownFacts(declarationsWith(first.sum), before);
      const [a, b] = [first.condition, second.condition];
      const negated = (of: Condition): Condition => ({ kind: 'not', of });
      const met = (condition: Condition) => evaluate(condition, known);
      assert.equal(
        met(negated({ kind: 'all', of: [a, b] })),
        met({ kind: 'any', of: [negated(a), negated(b)] }),
      );
      assert.equal(
        met(negated({ kind: 'any', of: [a, b] })),
        met({ kind: 'all', of: [negated(a), negated(b)] }),
      );
      assert.equal(met(negated(negated(a))), met(a));
      assert.equal(met({ kind: 'all', of: [a, b] }), met({ kind: 'all', of: [b, a] }));
    }),
    runs,
  );
});

test('no one and every one, some and not every one not, say the same', () => {
  fc.assert(
    fc.property(listConditions, factsBeforeAndAfter, ({ condition, sum }, { before }) => {
      if (condition.kind !== 'every') return;
      const known = knownFacts(declarationsWith(sum), before);
      const { where } = condition.items;
      const failing: Condition = {
        kind: 'all',
        of: [...(where ? [where] : []), { kind: 'not', of: condition.is }],
      };
      const some: Condition = { kind: 'some', items: { ...condition.items, where: failing } };
      assert.equal(evaluate(condition, known), not(evaluate(some, known)));
    }),
    runs,
  );
});

test('the order of the entries of a list changes nothing', () => {
  fc.assert(
    fc.property(listConditions, factsBeforeAndAfter, ({ condition, sum }, { before }) => {
      const declarations = declarationsWith(sum);
      const stays = before.stays ? [...entriesOf(before.stays)].reverse() : null;
      const turned = knownFacts(declarations, { ...before, stays });
      assert.equal(evaluate(condition, turned), evaluate(condition, knownFacts(declarations, before)));
    }),
    runs,
  );
});

test('the search for contradictions gives conditions over lists the benefit of the doubt', () => {
  fc.assert(
    fc.property(listConditions, factsBeforeAndAfter, ({ condition, sum }, { after }) => {
      const declarations = declarationsWith(sum);
      if (evaluate(condition, knownFacts(declarations, after)) === true)
        assert.ok(canBeMet(condition, declarations));
    }),
    runs,
  );
});

const origin = Temporal.PlainDate.from('2023-11-01');
const spans = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 60 })).map(([from, days]) => {
    const start = origin.add({ days: from });
    return { start, end: start.add({ days }) };
  }),
  { maxLength: 5 },
);

test('the fullest window is the fullest of the windows that begin on any day, whatever the months are long', () => {
  const lengths = fc.constantFrom({ months: 1 }, { months: 12 }, { months: 3 }, { days: 100 });
  fc.assert(
    fc.property(spans, lengths, (stays, length) => {
      let fullest = 0;
      for (let day = -400; day < 1000; day += 1) {
        const first = origin.add({ days: day });
        const last = first.add(length).subtract({ days: 1 });
        fullest = Math.max(fullest, daysCovered(stays, { first, last }));
      }
      assert.equal(mostDays(stays, length), fullest);
    }),
    { numRuns: 60 },
  );
});

test('day numbers and lengths are those of the calendar', () => {
  const date = fc.integer({ min: -40_000, max: 60_000 }).map((days) => origin.add({ days }));
  fc.assert(
    fc.property(
      date,
      fc.integer({ min: 0, max: 40 }),
      fc.constantFrom(1 as const, -1 as const),
      (day, months, sign) => {
        const number = dayNumber(day);
        assert.equal(number - dayNumber(origin), origin.until(day, { largestUnit: 'days' }).days);
        assert.deepEqual(dayOf(number), { year: day.year, month: day.month, day: day.day });
        assert.equal(
          moved(number, { length: { months }, sign }),
          dayNumber(day.add({ months: months * sign })),
        );
        assert.equal(
          moved(number, { length: { days: months }, sign }),
          dayNumber(day.add({ days: months * sign })),
        );
      },
    ),
    runs,
  );
});

test('a day moved in whole numbers is the day that the calendar gives, and what is no day is left to the calendar', () => {
  const far = fc.integer({ min: -330_000, max: 2_900_000 }).map((days) => origin.add({ days }));
  fc.assert(
    fc.property(far, fc.integer({ min: -1_500, max: 1_500 }), (day, by) => {
      for (const length of [{ days: by }, { months: by }]) {
        const there = day.add(length);
        const written =
          there.year < 1_000 || there.year > 9_999 || day.year < 1_000 ? null : there.toString();
        assert.equal(movedText(day.toString(), length), written);
      }
      assert.equal(movedText(`${day}T10:00`, { days: by }), movedText(day.toString(), { days: by }));
    }),
    runs,
  );
  for (const text of ['2026-02-29', '2026-13-01', '2026-00-10', 'soon', ''])
    assert.equal(movedText(text, { days: 1 }), null);
  assert.equal(movedText('2026-01-01', { days: 0.5 }), null);
});

test('days that two stays cover count once, and a day of leaving does not count', () => {
  fc.assert(
    fc.property(spans, (stays) => {
      const days = new Set<string>();
      for (const { start, end } of stays) {
        for (let day = start; Temporal.PlainDate.compare(day, end) < 0; day = day.add({ days: 1 }))
          days.add(`${day}`);
      }
      assert.equal(daysCovered(stays, { first: null, last: null }), days.size);
    }),
    { numRuns: 200 },
  );
});

test('the greatest sum in any window is that of some window, and never more than all together', () => {
  const dated = fc.array(fc.tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 500 })), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(dated, (list) => {
      const amounts = list.map(([day, amount]) => ({ date: origin.add({ days: day }), amount }));
      const sumFrom = (first: Temporal.PlainDate) => {
        const end = first.add({ months: 12 });
        return amounts
          .filter(
            ({ date }) =>
              Temporal.PlainDate.compare(date, first) >= 0 && Temporal.PlainDate.compare(date, end) < 0,
          )
          .reduce((sum, { amount }) => sum + amount, 0);
      };
      const greatest = Math.max(
        0,
        ...Array.from({ length: 1201 }, (_, day) => sumFrom(origin.add({ days: day - 400 }))),
      );
      assert.equal(mostInWindow(amounts, { months: 12 }), greatest);
    }),
    { numRuns: 40 },
  );
});
