import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calculate } from './calculate.ts';
import type { Calculation } from './calculation.ts';
import type { FactValue } from './fact-value.ts';

const value = (of: FactValue): Calculation => ({ kind: 'value', value: of });
const nothing = { valueOf: () => null };
const share = (
  round: 'down' | 'up' | 'nearest',
  ...[of, part, whole, to]: [number, number, number, number]
) => calculate({ kind: 'share', of: value(of), part: value(part), whole: value(whole), round, to }, nothing);

test('a share of a year is rounded as the rule says, to the penny or to the pound', () => {
  assert.equal(share('down', 50_000, 5, 12, 1), 20_833);
  assert.equal(share('up', 50_000, 5, 12, 1), 20_834);
  assert.equal(share('nearest', 50_000, 5, 12, 1), 20_833);
  assert.equal(share('down', 50_000, 5, 12, 100), 20_800);
  assert.equal(share('up', 50_000, 5, 12, 100), 20_900);
  assert.equal(share('up', 60_000, 6, 12, 100), 30_000);
  assert.equal(share('nearest', 100, 1, 8, 1), 13);
});

test('a share of nothing is not known', () => {
  assert.equal(share('down', 50_000, 5, 0, 1), null);
});

test('what needs an unknown fact is not known', () => {
  const sum: Calculation = { kind: 'plus', of: [value(1), { kind: 'fact', fact: 'spent' }] };
  assert.equal(calculate(sum, nothing), null);
  assert.equal(calculate(sum, { valueOf: () => 2 }), 3);
});

test('an age counts whole birthdays, and there is none before birth', () => {
  const age = (born: string, on: string) =>
    calculate({ kind: 'age', born: value(born), on: value(on) }, nothing);
  assert.equal(age('2008-06-01', '2026-05-31'), 17);
  assert.equal(age('2008-06-01', '2026-06-01'), 18);
  assert.equal(age('2027-01-01', '2026-06-01'), null);
});

test('months and days are counted and added on the calendar', () => {
  const from = value('2025-01-31');
  assert.equal(calculate({ kind: 'months-after', months: value(1), date: from }, nothing), '2025-02-28');
  assert.equal(calculate({ kind: 'days-after', days: value(28), date: from }, nothing), '2025-02-28');
  const to = value('2026-01-30');
  assert.equal(calculate({ kind: 'months-between', from, to }, nothing), 11);
  assert.equal(calculate({ kind: 'days-between', from, to }, nothing), 364);
});

test('financial years turn on 1 April, school years on 1 September', () => {
  const edge = (
    kind: 'year-start' | 'year-end',
    ...[year, date]: ['financial year' | 'school year', string]
  ) => calculate({ kind, year, date: value(date) }, nothing);
  assert.equal(edge('year-start', 'financial year', '2026-03-31'), '2025-04-01');
  assert.equal(edge('year-end', 'financial year', '2026-04-01'), '2027-03-31');
  assert.equal(edge('year-start', 'school year', '2026-08-31'), '2025-09-01');
  assert.equal(edge('year-end', 'school year', '2026-09-01'), '2027-08-31');
});
