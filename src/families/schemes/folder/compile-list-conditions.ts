import type { Calculation, Comparison, Condition } from '../domain/expressions.ts';
import { compileCalculation } from './compile-calculation.ts';
import { compileEntries, compileRun } from './compile-lists.ts';
import { inside, type Place, report } from './compiling.ts';
import type { RawCondition, RawNumberTest } from './shapes.ts';

type RawLists = Pick<RawCondition, 'some of' | 'every one of' | 'number of' | 'in a row'>;

/** Compiles what a condition says of the entries of lists: some of them, every one, so many of them or one after the other. */
export function compileListConditions(place: Place, raw: RawLists): readonly (Condition | null)[] {
  const { 'some of': some, 'every one of': every, 'number of': number, 'in a row': run } = raw;
  return [
    ...(some ? [someOf(inside(place, 'some of'), some)] : []),
    ...(every ? [everyOneOf(inside(place, 'every one of'), every)] : []),
    ...(number ? [numberOf(inside(place, 'number of'), number)] : []),
    ...(run ? [inARow(inside(place, 'in a row'), run)] : []),
  ];
}

function someOf(place: Place, raw: NonNullable<RawLists['some of']>): Condition | null {
  const entries = compileEntries(place, { list: raw.in, where: raw.where });
  return entries && { kind: 'some', items: entries.items };
}

function everyOneOf(place: Place, raw: NonNullable<RawLists['every one of']>): Condition | null {
  const entries = compileEntries(place, { list: raw.in, where: raw.where });
  const is = entries && place.compiling.condition(inside(entries.inside, 'is'), raw.is);
  return entries && is && { kind: 'every', items: entries.items, is };
}

const words: readonly (Comparison & keyof RawNumberTest)[] = ['is', 'under', 'at most', 'at least', 'over'];

function numberOf(place: Place, raw: NonNullable<RawLists['number of']>): Condition | null {
  if (place.compiling.facts.get(raw.in)?.type === 'choices') return numberOfAnswers(place, raw);
  const entries = compileEntries(place, { list: raw.in, where: raw.where });
  if (!entries) return null;
  const different =
    raw.different === undefined
      ? null
      : compileCalculation(inside(entries.inside, 'different'), raw.different);
  if (raw.different !== undefined && !different) return null;
  const { items } = entries;
  return tested(place, raw, (test) => {
    return { kind: 'number', items, different: different?.calculation ?? null, ...test };
  });
}

/** Several answers have no parts to choose among: how many were given is a number that a fact can hold. */
function numberOfAnswers(place: Place, raw: NonNullable<RawLists['number of']>): null {
  const mend = `Declare a fact, worked out: { number of: ${raw.in} }, and compare that`;
  return report(place, 'wrong-value', `${raw.in} has several answers and is no list of entries. ${mend}.`);
}

function inARow(place: Place, raw: NonNullable<RawLists['in a row']>): Condition | null {
  const run = compileRun(place, { list: raw.in, raw, compile: compileCalculation });
  return run && tested(place, raw, (test) => ({ kind: 'run', run, ...test }));
}

type NumberTest = { readonly comparison: Comparison; readonly with: Calculation };

function tested(
  place: Place,
  raw: RawNumberTest,
  condition: (test: NumberTest) => Condition,
): Condition | null {
  const tests = words.flatMap((word) => {
    const wanted = raw[word];
    if (wanted === undefined) return [];
    const typed = compileCalculation(inside(place, word), wanted);
    if (typed && typed.type !== 'whole number') {
      return [
        report(inside(place, word), 'wrong-value', `A number of entries is compared with a whole number.`),
      ];
    }
    return [typed && condition({ comparison: word, with: typed.calculation })];
  });
  if (tests.length === 0) {
    return report(place, 'format', `Say how many: ${words.join(', ')}.`);
  }
  const compiled = tests.filter((test) => test !== null);
  if (compiled.length < tests.length) return null;
  const [only] = compiled;
  return compiled.length === 1 && only ? only : { kind: 'all', of: compiled };
}
