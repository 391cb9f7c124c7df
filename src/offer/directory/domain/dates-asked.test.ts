import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readDatesAsked, withDatesAsked } from './dates-asked.ts';

const today = Temporal.PlainDate.from('2026-11-24');
const read = (query: string) => readDatesAsked(new URLSearchParams(query), today);

const typed: readonly (readonly [query: string, from: string | null, problem: RegExp | null])[] = [
  ['from=2026-12-19', '2026-12-19', null],
  ['from-day=19&from-month=12&from-year=2026', '2026-12-19', null],
  ['from-day=19&from-month=December&from-year=26', '2026-12-19', null],
  ['from-day=19&from-month=dec', '2026-12-19', null],
  ['from-day=1&from-month=4', '2027-04-01', null],
  ['from-day=24&from-month=11', '2026-11-24', null],
  ['', null, null],
  ['from-day=+&from-month=', null, null],
  ['from-day=31&from-month=2', null, /must be a real date/],
  ['from-day=4', null, /must include a month and a year/],
  ['from-day=x&from-month=y&from-year=z', null, /year of four numbers/],
];
for (const [query, date, problem] of typed) {
  test(`“${query}” is ${date ?? 'no day'}`, () => {
    const { from } = read(query);
    assert.equal(from.date?.toString() ?? null, date);
    if (problem === null) assert.equal(from.problem, null);
    else assert.match(from.problem ?? '', problem);
  });
}

test('a last day before the first is left out, and said of the last', () => {
  const { from, until } = read('from=2026-12-20&until-day=19&until-month=12&until-year=2026');
  assert.equal(from.date?.toString(), '2026-12-20');
  assert.deepEqual([until.date, until.problem], [null, 'The last day must be the first day or after it']);
  assert.equal(until.parts.day, '19');
});

test('the query with its days as one value each is read the same, and keeps everything else', () => {
  const part = fc.oneof(
    fc.constantFrom('1', '31', '12', 'may', '2027', '27', ''),
    fc.string({ maxLength: 12 }),
  );
  const names = ['from', 'until'].flatMap((name) => ['day', 'month', 'year'].map((box) => `${name}-${box}`));
  const pairs = fc.tuple(...names.map((name) => part.map((value): [string, string] => [name, value])));
  fc.assert(
    fc.property(pairs, (boxes) => {
      const query = new URLSearchParams([...boxes, ['need', 'autism'], ['need', 'adhd']]);
      const dates = readDatesAsked(query, today);
      const whole = withDatesAsked(query, dates);
      const again = readDatesAsked(whole, today);
      assert.deepEqual(whole.getAll('need'), ['autism', 'adhd']);
      for (const end of ['from', 'until'] as const)
        assert.equal(again[end].date?.toString(), dates[end].date?.toString());
      assert.ok(![...whole.keys()].some((name) => name.includes('-')));
    }),
  );
});
