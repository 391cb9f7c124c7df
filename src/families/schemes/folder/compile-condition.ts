import type { Calculation, Comparison, Condition } from '../domain/expressions.ts';
import { decisionDate, type FactType } from '../domain/facts.ts';
import { readValue } from '../domain/read-value.ts';
import { compileCalculation } from './compile-calculation.ts';
import { compileListConditions } from './compile-list-conditions.ts';
import { type Declared, declaredFact, inside, type Place, report } from './compiling.ts';
import {
  type ComparisonWord,
  comparisonWords,
  type RawCalculation,
  type RawComparison,
  type RawCondition,
  type RawScalar,
} from './shapes.ts';
import { familyOf } from './typed.ts';

/** Turns a condition of the file into one that can be evaluated; reports what is wrong and gives null. */
export function compileCondition(place: Place, raw: RawCondition): Condition | null {
  const { all, any, not, count, 'in a round': dated, ...others } = raw;
  const { 'some of': some, 'every one of': every, 'number of': number, 'in a row': run, ...facts } = others;
  const parts: (Condition | null)[] = [];
  if (all) parts.push(group(place, { kind: 'all', raws: all }));
  if (any) parts.push(group(place, { kind: 'any', raws: any }));
  if (not) {
    const of = compileCondition(inside(place, 'not'), not);
    parts.push(of && { kind: 'not', of });
  }
  if (count) {
    const of = compileList(inside(place, 'count', 'of'), count.of);
    parts.push(of && { kind: 'count', atLeast: count['at least'], of });
    if (count['at least'] > count.of.length) {
      const wanted = `${count['at least']} of ${count.of.length}`;
      report(inside(place, 'count'), 'contradiction', `${wanted} can never be met. Ask for fewer.`);
    }
  }
  const lists = { 'some of': some, 'every one of': every, 'number of': number, 'in a row': run };
  parts.push(...compileListConditions(place, lists));
  if (dated !== undefined) parts.push(inARound(inside(place, 'in a round'), dated));
  for (const [fact, test] of Object.entries(facts)) {
    parts.push(compileTest(inside(place, fact), { name: fact, test: test as RawScalar | RawComparison }));
  }
  if (parts.length === 0) {
    return report(place, 'format', 'This condition is empty. Write a fact and what it must be.');
  }
  const compiled = parts.filter((part) => part !== null);
  if (compiled.length < parts.length) return null;
  const [only] = compiled;
  return compiled.length === 1 && only ? only : { kind: 'all', of: compiled };
}

/** Whether the fact lies in one of the rounds of the version. */
function inARound(place: Place, name: string): Condition | null {
  const fact = declaredFact(place, name);
  const { rounds } = place.compiling;
  if (!fact) return null;
  if (rounds.length === 0)
    return report(place, 'unknown-name', 'This version has no rounds. Write "rounds".');
  if (!fact.type.startsWith('date')) return report(place, 'wrong-value', `${name} is not a date.`);
  const compare = (comparison: Comparison, value: string): Condition => ({
    kind: 'compare',
    fact: fact.name,
    comparison,
    with: [{ kind: 'value', value }],
  });
  const windows = rounds.map(({ from, until }): Condition => {
    return { kind: 'all', of: [compare('at least', from), compare('at most', until)] };
  });
  return { kind: 'any', of: windows };
}

function group(
  place: Place,
  { kind, raws }: { kind: 'all' | 'any'; raws: RawCondition[] },
): Condition | null {
  const of = compileList(inside(place, kind), raws);
  return of && { kind, of };
}

function compileList(place: Place, raws: readonly RawCondition[]): Condition[] | null {
  const parts = raws.map((raw, index) => compileCondition(inside(place, index), raw));
  const compiled = parts.filter((part) => part !== null);
  return compiled.length < parts.length ? null : compiled;
}

function compileTest(
  place: Place,
  { name, test }: { name: string; test: RawScalar | RawComparison },
): Condition | null {
  const fact = declaredFact(place, name);
  if (!fact) return null;
  if (typeof test !== 'object') return comparisonWith(place, { fact, word: 'is', raws: [test] });
  const parts = Object.entries(test).map(([word, raw]) => {
    const raws = Array.isArray(raw) ? raw : [raw];
    return comparisonWith(inside(place, word), { fact, word: word as ComparisonWord, raws });
  });
  const compiled = parts.filter((part) => part !== null);
  if (compiled.length < parts.length || parts.length === 0) return null;
  const [only] = compiled;
  return compiled.length === 1 && only ? only : { kind: 'all', of: compiled };
}

const numberWords: readonly ComparisonWord[] = ['is', 'is not', 'under', 'at most', 'at least', 'over'];
const dateWords: readonly ComparisonWord[] = ['is', 'is not', 'before', 'by', 'from', 'after', 'within'];
const textWords: readonly ComparisonWord[] = ['is', 'is not', 'one of', 'none of'];
const wordsFor: Record<FactType, readonly ComparisonWord[]> = {
  'yes or no': ['is', 'is not'],
  'whole number': [...numberWords, 'one of', 'none of'],
  money: numberWords,
  hours: numberWords,
  decimal: numberWords,
  choice: textWords,
  text: textWords,
  postcode: [...textWords, 'in', 'not in'],
  choices: ['includes', 'includes one of', 'includes all of'],
  date: dateWords,
  'date and time': dateWords,
  period: [],
  list: [],
};

function comparisonWith(
  place: Place,
  test: { fact: Declared; word: ComparisonWord; raws: readonly RawCalculation[] },
): Condition | null {
  const { fact, word, raws } = test;
  const allowed = wordsFor[fact.type];
  if (!allowed.includes(word)) {
    const elsewhere =
      fact.type === 'list'
        ? 'Use "some of", "every one of" or "number of"'
        : 'It can only stand after "within"';
    const mend = allowed.length > 0 ? `Use ${allowed.join(', ')}` : elsewhere;
    return report(place, 'wrong-value', `"${word}" does not fit ${fact.name}, a ${fact.type}. ${mend}.`);
  }
  const operands = raws.map((raw) => operand(place, { fact, word, raw }));
  const compiled = operands.filter((value) => value !== null);
  if (compiled.length < operands.length) return null;
  const comparison: Comparison = comparisonWords[word];
  return { kind: 'compare', fact: fact.name, comparison, with: compiled };
}

function operand(
  place: Place,
  { fact, word, raw }: { fact: Declared; word: ComparisonWord; raw: RawCalculation },
): Calculation | null {
  if (word === 'in' || word === 'not in') return { kind: 'value', value: String(raw) };
  if (typeof raw !== 'object' && !isName(place, { fact, raw })) {
    const { facts, figures } = place.compiling;
    const isTrap = fact.type === 'text' && (facts.has(String(raw)) || figures.has(String(raw)));
    if (isTrap) {
      const kind = facts.has(String(raw)) ? 'fact' : 'figure';
      const message = `"${raw}" is a ${kind} of the scheme, but here it would be taken for the text itself.`;
      return report(place, 'wrong-value', `${message} Write { is: { ${kind}: ${raw} } }.`);
    }
    const value = readLiteral(fact, raw);
    if (value.ok) return { kind: 'value', value: value.value };
    return report(place, 'wrong-value', value.message);
  }
  const wantedType = word.startsWith('includes') ? 'choice' : fact.type;
  const typed = compileCalculation(place, raw);
  if (!typed) return null;
  const wanted = word === 'within' ? 'period' : wantedType;
  if (familyOf(typed.type) === familyOf(wanted)) return typed.calculation;
  return report(place, 'wrong-value', `${fact.name} needs a ${wanted} to compare with, not a ${typed.type}.`);
}

/** Beside a number or a date, a bare word stands for a fact or a figure; beside a text it is the text itself. */
function isName(place: Place, { fact, raw }: { fact: Declared; raw: RawScalar }): boolean {
  const { facts, figures } = place.compiling;
  if (typeof raw !== 'string' || familyOf(fact.type) === 'text') return false;
  if (fact.type === 'choices') return facts.has(raw) && !fact.answers.some(({ value }) => value === raw);
  return facts.has(raw) || figures.has(raw) || raw === decisionDate;
}

/** Reads a value as it stands in a file for a fact: yes and no are words there, and money wears its £. */
export function readLiteral(fact: Declared, raw: RawScalar): ReturnType<typeof readValue> {
  if (fact.type === 'yes or no' && (raw === 'yes' || raw === 'no')) return { ok: true, value: raw === 'yes' };
  if (fact.type === 'money' && typeof raw === 'number') {
    const message = `${fact.name} is money: write £${raw}, so that nobody takes it for pence.`;
    return { ok: false, code: 'wrong-value', message };
  }
  if (fact.type === 'hours' && typeof raw === 'number') {
    const message = `${fact.name} is a number of hours: write "${raw} hours", so that nobody takes it for minutes.`;
    return { ok: false, code: 'wrong-value', message };
  }
  if (fact.type === 'choices') {
    return readValue({ ...fact, type: 'choice' }, raw);
  }
  if (fact.type === 'date and time' && typeof raw === 'string' && /^\d{4}-\d\d-\d\d$/.test(raw)) {
    return readValue({ ...fact, type: 'date' }, raw);
  }
  return readValue(fact, raw);
}
