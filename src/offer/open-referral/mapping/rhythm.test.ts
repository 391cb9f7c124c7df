import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Day, days } from '#offer/directory/index.ts';
import { codeOf, firstOn, rhythmOf } from './rhythm.ts';

const told = (note: string | null, ...on: Day[]) => {
  const rhythm = rhythmOf({ days: on, note });
  return rhythm === null ? null : `${rhythm.freq} ${rhythm.byday}`;
};

test('days of the week come back each week, in the order of the week', () => {
  assert.equal(told(null, 'sat'), 'WEEKLY SA');
  assert.equal(told('Term time only.', 'wed', 'mon'), 'WEEKLY MO,WE');
  assert.equal(told('Bring a towel, and £2 for the first time.', 'fri'), 'WEEKLY FR');
});

test('a day of the month is told as one, where the words leave no doubt', () => {
  assert.equal(told('First Sunday of the month.', 'sun'), 'MONTHLY 1SU');
  assert.equal(told('On the 2nd and 4th Tuesday of each month', 'tue'), 'MONTHLY 2TU,4TU');
  assert.equal(told('first, third and last Saturdays in the month', 'sat'), 'MONTHLY 1SA,3SA,-1SA');
  assert.equal(told('Last Friday every month', 'fri'), 'MONTHLY -1FR');
});

test('what does not come each week, and on days that nobody names, has no rule', () => {
  for (const note of [
    'Once a month.',
    'Two Saturdays a month.',
    'Every other week',
    'Fortnightly',
    'Alternate weeks',
  ])
    assert.equal(told(note, 'sat'), null, note);
  // The words are of another day than the listing's, or of one of two: neither is a rule that is sure.
  assert.equal(told('First Sunday of the month.', 'sat'), null);
  assert.equal(told('First Sunday of the month.', 'sat', 'sun'), null);
  assert.equal(told('By arrangement'), null);
});

test('the first date is one of the days, not before the beginning, and none of them is passed over', () => {
  const date = fc
    .integer({ min: 0, max: 3_000 })
    .map((ahead) => Temporal.PlainDate.from('2024-01-01').add({ days: ahead }));
  fc.assert(
    fc.property(date, fc.uniqueArray(fc.constantFrom(...days), { minLength: 1 }), (from, on) => {
      const first = firstOn(from, on);
      assert.ok(first);
      const ahead = from.until(first).days;
      assert.ok(ahead >= 0 && ahead < 7);
      const isOn = (day: Temporal.PlainDate) => on.includes(days[day.dayOfWeek - 1] ?? 'mon');
      assert.ok(isOn(first));
      for (let day = 0; day < ahead; day++) assert.ok(!isOn(from.add({ days: day })));
      assert.equal(codeOf(first).length, 2);
    }),
  );
});
