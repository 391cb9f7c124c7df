import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ageOn, financialYearOf, formatDate, parseDateParts } from './local-date.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const read = (typed: string, what = 'Date of birth') => {
  const [dayPart = '', month = '', year = ''] = typed.split('/');
  const result = parseDateParts({ day: dayPart, month, year }, what);
  return result.ok ? result.value.toString() : result.code;
};

const dates = fc.integer({ min: 0, max: 100_000 }).map((days) => day('1900-01-01').add({ days }));

test('a date is read from figures, with or without noughts, and from the name of its month', () => {
  const months = ['3', '03', 'march', 'March', 'MAR', 'Marc', ' mar '];
  for (const month of months) assert.equal(read(`27/${month}/2017`), '2017-03-27', month);
  assert.equal(read(' 7 /sept/ 2017 '), '2017-09-07');
  assert.equal(read('29/2/2016'), '2016-02-29');
  assert.equal(read('29/2/2000'), '2000-02-29');
});

test('a date that does not exist, or not in anybody’s life, is refused', () => {
  const unreal = [
    '29/2/2017',
    '29/2/1900',
    '31/4/2017',
    '31/11/2017',
    '0/1/2017',
    '32/1/2017',
    '1/0/2017',
    '1/13/2017',
  ];
  unreal.push(
    '1/ma/2017',
    '1/marchy/2017',
    '1/m/2017',
    '-1/3/2017',
    '1.0/3/2017',
    '1e0/3/2017',
    '001/3/2017',
  );
  unreal.push(
    '1/3/17',
    '1/3/20170',
    '1/3/201a',
    '1/3/0000',
    '1/3/0017',
    '1/3/1899',
    '١/3/2017',
    '1/constructor/2017',
  );
  for (const typed of unreal) assert.equal(read(typed), 'date-unreal', typed);
  assert.equal(read('1/1/1900'), '1900-01-01');
});

test('the sentence about a date says what is missing', () => {
  const message = (dayPart: string, month: string, year: string, what = 'Date of birth') => {
    const result = parseDateParts({ day: dayPart, month, year }, what);
    return result.ok ? '' : result.message;
  };
  assert.equal(message('', ' ', ''), 'Enter date of birth');
  assert.equal(message('', '', '', 'DLA letter date'), 'Enter DLA letter date');
  assert.equal(message('27', '', '2017'), 'Date of birth must include a month');
  assert.equal(message('', '3', ''), 'Date of birth must include a day and a year');
  assert.equal(message('27', '3', '17'), 'Date of birth must have a year of four numbers, like 2017');
  assert.equal(message('31', '2', '2017'), 'Date of birth must be a real date, like 27 3 2017');
});

test('what a date is written as is read as the same date', () => {
  fc.assert(
    fc.property(dates, (date) => {
      assert.equal(read(formatDate(date).replaceAll(' ', '/')), date.toString());
      assert.equal(read(`${date.day}/${date.month}/${date.year}`), date.toString());
    }),
  );
});

test('any text at all in the boxes is read or refused, never thrown at', () => {
  const box = fc.oneof(fc.string({ unit: 'binary' }), fc.integer({ min: -1, max: 10_000 }).map(String));
  fc.assert(
    fc.property(box, box, box, (dayPart, month, year) => {
      parseDateParts({ day: dayPart, month, year }, 'Date');
    }),
  );
});

test('the age goes up by one on each birthday and on no other day', () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: 0, max: 40_000 }), (born, days) => {
      const on = born.add({ days });
      const yesterday = on.subtract({ days: 1 });
      const isBirthday = on.day === born.day && on.month === born.month;
      const isFirstOfMarchInstead =
        born.day === 29 && born.month === 2 && !on.inLeapYear && on.day === 1 && on.month === 3;
      assert.equal(ageOn(born, on) - ageOn(born, yesterday), isBirthday || isFirstOfMarchInstead ? 1 : 0);
    }),
    { numRuns: 2_000 },
  );
  assert.equal(ageOn(day('2017-03-27'), day('2017-03-27')), 0);
  assert.equal(ageOn(day('2017-03-27'), day('2026-03-26')), 8);
});

test('who was born on 29 February comes of age on 1 March, and in leap years on the day itself', () => {
  const born = day('2008-02-29');
  assert.equal(ageOn(born, day('2026-02-28')), 17);
  assert.equal(ageOn(born, day('2026-03-01')), 18);
  assert.equal(ageOn(born, day('2028-02-28')), 19);
  assert.equal(ageOn(born, day('2028-02-29')), 20);
});

test('a financial year runs from 1 April to 31 March, and every date is in the year that it names', () => {
  assert.equal(financialYearOf(day('2026-03-31')).name, '2025-26');
  assert.equal(financialYearOf(day('2026-04-01')).name, '2026-27');
  assert.equal(financialYearOf(day('2000-03-31')).name, '1999-00');
  assert.equal(financialYearOf(day('2009-04-01')).name, '2009-10');
  fc.assert(
    fc.property(dates, (date) => {
      const year = financialYearOf(date);
      const { compare } = Temporal.PlainDate;
      assert.ok(compare(year.startsOn, date) <= 0 && compare(date, year.endsOn) <= 0);
      assert.deepEqual([year.startsOn.month, year.startsOn.day], [4, 1]);
      assert.equal(
        financialYearOf(year.endsOn.add({ days: 1 })).startsOn.toString(),
        year.endsOn.add({ days: 1 }).toString(),
      );
      assert.equal(financialYearOf(year.startsOn.subtract({ days: 1 })).endsOn.year, year.startsOn.year);
    }),
  );
});
