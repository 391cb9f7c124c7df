import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calculate } from './calculate.ts';
import type { Calculation, Stretch } from './expressions.ts';
import type { FactValue } from './fact-value.ts';
import { knowing } from './known.ts';

const value = (of: FactValue): Calculation => ({ kind: 'value', value: of });
const nothing = knowing(() => null);
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
  assert.equal(
    calculate(
      sum,
      knowing(() => 2),
    ),
    3,
  );
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
  const moved = (unit: 'months' | 'days', by: number, sign: 1 | -1) =>
    calculate({ kind: 'moved', unit, by: value(by), sign, date: from }, nothing);
  assert.equal(moved('months', 1, 1), '2025-02-28');
  assert.equal(moved('days', 28, 1), '2025-02-28');
  assert.equal(moved('months', 2, -1), '2024-11-30');
  const to = value('2026-01-30');
  assert.equal(calculate({ kind: 'between', unit: 'months', from, to }, nothing), 11);
  assert.equal(calculate({ kind: 'between', unit: 'days', from, to }, nothing), 364);
});

test('a financial year turns on 1 April, a school year on 1 September, others where they say', () => {
  const edge = (edge: 'start' | 'end', ...[of, date]: [Stretch, string]) =>
    calculate({ kind: 'edge', edge, of, date: value(date) }, nothing);
  const april: Stretch = { kind: 'year', month: 4, day: 1 };
  const september: Stretch = { kind: 'year', month: 9, day: 1 };
  assert.equal(edge('start', april, '2026-03-31'), '2025-04-01');
  assert.equal(edge('end', april, '2026-04-01'), '2027-03-31');
  assert.equal(edge('start', september, '2026-08-31'), '2025-09-01');
  assert.equal(edge('end', september, '2026-09-01'), '2027-08-31');
  assert.equal(edge('end', { kind: 'quarter' }, '2026-02-10'), '2026-03-31');
  assert.equal(edge('end', { kind: 'month' }, '2028-02-10'), '2028-02-29');
  assert.equal(edge('start', { kind: 'week' }, '2026-06-07'), '2026-06-01');
});
