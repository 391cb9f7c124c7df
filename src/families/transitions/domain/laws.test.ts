import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { ageOn } from '#kernel/local-date.ts';
import { readTransitionRules } from '../rules-of-transition.ts';
import { isToTell, milestonesOf, reaches, stateOn } from './milestone.ts';

const file = path.join(
  import.meta.dirname,
  '..',
  '..',
  '..',
  '..',
  'authorities',
  'england',
  'transition.yaml',
);
const rules = readTransitionRules(readFileSync(file, 'utf8'), file);

const born = fc
  .integer({ min: 0, max: 12_000 })
  .map((days) => Temporal.PlainDate.from('1996-01-01').add({ days }));

/** Dates of birth on which days go wrong: 29 February and the 31sts, besides all others. */
const anyBirth = fc.oneof(
  born,
  fc
    .constantFrom('2008-02-29', '2012-02-29', '2010-05-31', '2011-08-31', '2009-12-31')
    .map((text) => Temporal.PlainDate.from(text)),
);

test('an age is reached on the birthday: not a day sooner, for 29 February on 1 March', () => {
  fc.assert(
    fc.property(anyBirth, fc.integer({ min: 1, max: 30 }), (date, years) => {
      const day = reaches(date, { years, months: 0 });
      assert.equal(ageOn(date, day), years);
      assert.equal(ageOn(date, day.subtract({ days: 1 })), years - 1);
    }),
  );
  const leap = Temporal.PlainDate.from('2008-02-29');
  assert.equal(reaches(leap, { years: 18, months: 0 }).toString(), '2026-03-01');
  assert.equal(reaches(leap, { years: 16, months: 0 }).toString(), '2024-02-29');
  // 13 years and 9 months after 31 May 2010 would be 31 February 2024.
  assert.equal(
    reaches(Temporal.PlainDate.from('2010-05-31'), { years: 13, months: 9 }).toString(),
    '2024-03-01',
  );
});

test('the milestones of the file come in order, each once, later for who is born later', () => {
  fc.assert(
    fc.property(anyBirth, fc.integer({ min: 0, max: 400 }), (date, days) => {
      const own = milestonesOf(rules, date);
      const later = new Map(milestonesOf(rules, date.add({ days })).map((one) => [one.rule.id, one]));
      assert.equal(new Set(own.map(({ rule }) => rule.id)).size, own.length);
      own.forEach((one, index) => {
        const before = own[index - 1];
        if (before !== undefined) assert.ok(Temporal.PlainDate.compare(before.day, one.day) <= 0);
        assert.ok(Temporal.PlainDate.compare(one.day, one.dueBy) <= 0);
        assert.ok(Temporal.PlainDate.compare(one.dueBy, one.lapsesOn) <= 0);
        const other = later.get(one.rule.id);
        assert.ok(other !== undefined && Temporal.PlainDate.compare(one.day, other.day) <= 0);
      });
    }),
  );
});

test('with each day a milestone only goes on: later, soon, due, overdue, lapsed; what is done stays done', () => {
  const order = ['later', 'soon', 'due', 'overdue', 'lapsed'];
  fc.assert(
    fc.property(
      anyBirth,
      fc.integer({ min: 12 * 365, max: 27 * 365 }),
      fc.nat({ max: 200 }),
      (date, age, days) => {
        const today = date.add({ days: age });
        for (const one of milestonesOf(rules, date)) {
          const now = stateOn(one, { today, isDone: false });
          const then = stateOn(one, { today: today.add({ days }), isDone: false });
          assert.ok(order.indexOf(now) <= order.indexOf(then), `${one.rule.id}: ${now} then ${then}`);
          assert.equal(stateOn(one, { today, isDone: true }), 'done');
          if (now === 'due' || now === 'overdue') assert.ok(isToTell(one, today));
          if (one.rule.kind === 'end') assert.notEqual(now, 'overdue');
        }
      },
    ),
  );
});

test('the ages are those that were asked for', () => {
  const days = milestonesOf(rules, Temporal.PlainDate.from('2010-04-15')).map(({ rule, day }) => [
    rule.id,
    day.toString(),
  ]);
  assert.deepEqual(days, [
    ['plan', '2024-01-15'],
    ['own-voice', '2026-04-15'],
    ['adult-assessment', '2027-10-15'],
    ['eighteen', '2028-04-15'],
    ['twenty-five', '2035-04-15'],
  ]);
});

test('a slip in transition.yaml names the file and the place', () => {
  assert.throws(
    () => readTransitionRules('milestones: [{id: plan, at: {years: x}}]', 'england/transition.yaml'),
    /england\/transition\.yaml: milestones\.0\./,
  );
});
