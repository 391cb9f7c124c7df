import type { Comparison, Condition } from '../domain/expressions.ts';
import { compileCalculation } from './compile-calculation.ts';
import { compileEntries } from './compile-lists.ts';
import { inside, type Place, report } from './compiling.ts';
import type { RawCondition, RawNumberTest } from './shapes.ts';

type RawLists = Pick<RawCondition, 'some of' | 'every one of' | 'number of'>;

/** Compiles what a condition says of the entries of lists: some of them, every one, so many of them. */
export function compileListConditions(place: Place, raw: RawLists): readonly (Condition | null)[] {
  const { 'some of': some, 'every one of': every, 'number of': number } = raw;
  return [
    ...(some ? [someOf(inside(place, 'some of'), some)] : []),
    ...(every ? [everyOneOf(inside(place, 'every one of'), every)] : []),
    ...(number ? [numberOf(inside(place, 'number of'), number)] : []),
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
  const entries = compileEntries(place, { list: raw.in, where: raw.where });
  if (!entries) return null;
  const different =
    raw.different === undefined
      ? null
      : compileCalculation(inside(entries.inside, 'different'), raw.different);
  if (raw.different !== undefined && !different) return null;
  const tests = words.flatMap((word) => {
    const wanted = raw[word];
    if (wanted === undefined) return [];
    const typed = compileCalculation(inside(place, word), wanted);
    if (typed && typed.type !== 'whole number') {
      return [
        report(inside(place, word), 'wrong-value', `A number of entries is compared with a whole number.`),
      ];
    }
    const test = { kind: 'number', items: entries.items, different: different?.calculation ?? null } as const;
    return [typed && { ...test, comparison: word, with: typed.calculation }];
  });
  if (tests.length === 0) {
    return report(place, 'format', `Say how many: ${words.join(', ')}.`);
  }
  const compiled = tests.filter((test) => test !== null);
  if (compiled.length < tests.length) return null;
  const [only] = compiled;
  return compiled.length === 1 && only ? only : { kind: 'all', of: compiled };
}
