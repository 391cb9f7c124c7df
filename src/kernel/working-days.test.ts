import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isWorkingDay, workingDaysBetween, workingDaysFrom } from './working-days.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

/** Christmas 2026: the 26th is a Saturday, so Boxing Day is kept on Monday the 28th. Then New Year's Day. */
const holidays = new Set(['2026-12-25', '2026-12-28', '2027-01-01']);

test('a weekend, a bank holiday and its substitute day are not working days', () => {
  const open = ['2026-12-24', '2026-12-29', '2026-12-30', '2026-12-31', '2027-01-04'];
  const shut = ['2026-12-25', '2026-12-26', '2026-12-27', '2026-12-28', '2027-01-01', '2027-01-02'];
  for (const date of open) assert.equal(isWorkingDay(day(date), holidays), true, date);
  for (const date of shut) assert.equal(isWorkingDay(day(date), holidays), false, date);
});

test('working days after Christmas Eve 2026 step over the holidays and the weekends', () => {
  const after = (count: number) => workingDaysFrom({ from: day('2026-12-24'), count, holidays }).toString();
  assert.equal(after(0), '2026-12-24');
  assert.equal(after(1), '2026-12-29');
  assert.equal(after(3), '2026-12-31');
  assert.equal(after(4), '2027-01-04');
});

test('what is sent on a Saturday begins to count on Monday', () => {
  assert.equal(workingDaysFrom({ from: day('2026-11-21'), count: 1, holidays }).toString(), '2026-11-23');
});

test('a date that has passed is so many working days late', () => {
  const between = (from: string, to: string) =>
    workingDaysBetween({ from: day(from), to: day(to), holidays });
  assert.equal(between('2026-12-30', '2026-12-24'), -2);
  assert.equal(between('2026-12-27', '2026-12-25'), 0);
  assert.equal(between('2026-12-25', '2026-12-28'), 0);
});

test('a count that is no number of days is a bug', () => {
  for (const count of [-1, 1.5, Number.NaN])
    assert.throws(() => workingDaysFrom({ from: day('2026-01-01'), count, holidays }), RangeError);
});

const dates = fc.integer({ min: 0, max: 4000 }).map((days) => day('2025-01-01').add({ days }));
const someHolidays = fc
  .array(dates, { maxLength: 40 })
  .map((list) => new Set(list.map((date) => date.toString())));

test('counting takes back what adding added, and the day reached is a working day', () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: 1, max: 300 }), someHolidays, (from, count, shut) => {
      const reached = workingDaysFrom({ from, count, holidays: shut });
      assert.equal(workingDaysBetween({ from, to: reached, holidays: shut }), count);
      assert.equal(isWorkingDay(reached, shut), true);
    }),
  );
});

test('counting agrees with looking at each day, adds up over a stop, and turns its sign backwards', () => {
  fc.assert(
    fc.property(dates, dates, dates, someHolidays, (one, two, three, shut) => {
      const [a, b, c] = [one, two, three].sort(Temporal.PlainDate.compare) as [
        Temporal.PlainDate,
        Temporal.PlainDate,
        Temporal.PlainDate,
      ];
      let looked = 0;
      for (
        let date = a.add({ days: 1 });
        Temporal.PlainDate.compare(date, c) <= 0;
        date = date.add({ days: 1 })
      )
        if (isWorkingDay(date, shut)) looked += 1;
      const between = (from: Temporal.PlainDate, to: Temporal.PlainDate) =>
        workingDaysBetween({ from, to, holidays: shut });
      assert.equal(between(a, c), looked);
      assert.equal(between(a, b) + between(b, c), looked);
      assert.equal(between(c, a), looked === 0 ? 0 : -looked);
    }),
    { numRuns: 60 },
  );
});
