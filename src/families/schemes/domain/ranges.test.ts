import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluate } from './evaluate.ts';
import type { Calculation, Condition } from './expressions.ts';
import type { FactDeclaration, Facts, FactType } from './facts.ts';
import { knownFacts } from './known.ts';
import { mostDays } from './windows.ts';
import { fillIn } from './words.ts';

/** What is settled before everything is known, and entries in a row. */

const fact = (name: string, type: FactType, calculation: Calculation | null = null): FactDeclaration => ({
  name,
  type,
  from: 'family',
  question: null,
  hint: null,
  answers: [],
  derivation: calculation && { kind: 'calculation', calculation },
  fields: [],
});
const value = (of: number | string | boolean): Calculation => ({ kind: 'value', value: of });
const is = (name: string, of: string): Condition => ({
  kind: 'compare',
  fact: name,
  comparison: 'is',
  with: [value(of)],
});
const pointsFor = (name: string, most: number): Calculation => ({
  kind: 'choose',
  options: [
    { when: is(name, 'much'), give: value(most) },
    { when: is(name, 'none'), give: value(0) },
  ],
  otherwise: null,
  coversEvery: true,
});
const points: Calculation = { kind: 'plus', of: [pointsFor('care', 8), pointsFor('sleep', 5)] };
const left: Calculation = { kind: 'minus', of: [value(100), { kind: 'fact', fact: 'spent' }] };
const declarations = new Map(
  [
    fact('care', 'choice'),
    fact('sleep', 'choice'),
    fact('spent', 'money'),
    fact('points', 'whole number', points),
    fact('left', 'money', left),
    { ...fact('visits', 'list'), fields: [fact('day', 'date'), fact('came', 'text')] },
  ].map((declaration) => [declaration.name, declaration]),
);
const met = (condition: Condition, facts: Facts) => evaluate(condition, knownFacts(declarations, facts));
const needs = (comparison: 'at least' | 'under' | 'is', limit: number): Condition => {
  return { kind: 'compare', fact: 'points', comparison, with: [value(limit)] };
};

test('points settle as soon as the rest can change nothing', () => {
  assert.equal(met(needs('at least', 8), { care: 'much' }), true);
  assert.equal(met(needs('at least', 9), { care: 'much' }), null);
  assert.equal(met(needs('at least', 9), { care: 'none' }), false);
  assert.equal(met(needs('under', 6), { care: 'none' }), true);
  assert.equal(met(needs('at least', 14), {}), false);
  assert.equal(met(needs('is', 6), { sleep: 'none' }), null);
  assert.equal(met(needs('is', 9), { sleep: 'none' }), false);
});

test('money that is not known settles nothing, because it can lie below nought', () => {
  const atMost: Condition = { kind: 'compare', fact: 'left', comparison: 'at most', with: [value(100)] };
  assert.equal(met(atMost, {}), null);
  assert.equal(met(atMost, { spent: 0 }), true);
});

const run = {
  items: { list: 'visits', where: null, workedOut: new Map() },
  dated: { kind: 'fact' as const, fact: 'visits[].day' },
  each: is('visits[].came', 'missed'),
};
const threeMissed: Condition = { kind: 'run', run, comparison: 'at least', with: value(3) };
const visits = (...entries: (readonly [string, string | null])[]) => ({
  visits: entries.map(([day, came]) => ({ day: `2026-09-${day}`, came })),
});

test('three missed in a row counts in the order of the days, and one that came breaks it', () => {
  const three = visits(['26', 'missed'], ['12', 'missed'], ['19', 'missed']);
  assert.equal(met(threeMissed, three), true);
  assert.equal(
    met(threeMissed, visits(['12', 'missed'], ['19', 'came'], ['26', 'missed'], ['27', 'missed'])),
    false,
  );
  assert.equal(met(threeMissed, visits(['12', 'missed'], ['19', null], ['26', 'missed'])), null);
  assert.equal(met(threeMissed, visits(['12', 'came'], ['19', null], ['26', 'missed'])), false);
  assert.equal(met(threeMissed, {}), null);
});

test('a window that begins with a month is tried inside a long stay', () => {
  const stay = { start: { year: 2025, month: 8, day: 31 }, end: { year: 2025, month: 12, day: 3 } };
  assert.equal(mostDays([stay], { months: 1 }), 31);
});

test('words say one or many', () => {
  const filled = (points: number | null) => {
    const known = knownFacts(declarations, { points });
    return fillIn('{points} {points: point | points}', { declarations, known });
  };
  assert.deepEqual([filled(1), filled(0), filled(2)], ['1 point', '0 points', '2 points']);
});
