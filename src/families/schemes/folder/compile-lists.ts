import {
  type Calculation,
  type DateUnit,
  type Derivation,
  fieldName,
  type Items,
  type Run,
  type Spans,
} from '../domain/expressions.ts';
import { type Declared, declaredFact, inside, type Place, report } from './compiling.ts';
import type { RawCondition, RawRun } from './shapes.ts';
import { dates, type Parts, part, type Typed } from './typed.ts';

/** The words with which an operation over the entries of a list begins. */
export const listWords: readonly string[] = [
  'number of',
  'total of',
  'greatest of',
  'smallest of',
  'latest of',
  'earliest of',
  'days covered by',
  'most days in any',
  'most in any',
  'most in a row',
];

/** Compiles the operations over the entries of a list. Inside them the fields go by their bare names. */
export function compileOverList(place: Place, tools: Parts): Typed | null {
  const { raw } = tools;
  if ('most in a row' in raw) {
    const row = raw as unknown as RawRun;
    const run = compileRun(place, { list: String(raw['most in a row']), raw: row, compile: tools.compile });
    return run && { calculation: { kind: 'longest-run', run }, type: 'whole number' };
  }
  if ('most in any' in raw) return mostInAny(place, tools);
  if ('most days in any' in raw) return mostDaysInAny(place, tools);
  if ('days covered by' in raw) return daysCoveredBy(place, tools);
  if ('number of' in raw) return numberOf(place, tools);
  const name = listWords.find((word) => word in raw) ?? '';
  const entries = compileEntries(place, { list: String(raw.in), where: raw.where });
  const of = entries && part(entries.inside, { tools, name, types: typesFor(name) });
  if (!entries || !of) return null;
  const [calculation, items] = [of.calculation, entries.items];
  if (name === 'total of') return { calculation: { kind: 'total', of: calculation, items }, type: of.type };
  const kind = name === 'greatest of' || name === 'latest of' ? 'greatest' : 'smallest';
  const isNumber = !dates.includes(of.type);
  return { calculation: { kind, of: calculation, items, isNumber }, type: of.type };
}

const numbers = ['money', 'whole number', 'hours'] as const;

function typesFor(name: string): readonly Typed['type'][] {
  return name === 'latest of' || name === 'earliest of' ? dates : numbers;
}

/** Entries of a list that a rule speaks of, and the place inside them, where fields go by their bare names. */
export type Entries = { readonly items: Items; readonly inside: Place };

/** Finds the list and compiles which of its entries are meant; reports what is wrong and gives null. */
export function compileEntries(
  place: Place,
  { list, where }: { list: string; where: unknown },
): Entries | null {
  const fact = declaredFact(place, list);
  if (!fact) return null;
  if (fact.type !== 'list') {
    return report(place, 'wrong-value', `${list} is a ${fact.type}, which has no entries. Name a list.`);
  }
  const within = insideList(place, fact);
  const condition =
    where === undefined ? null : place.compiling.condition(inside(within, 'where'), where as RawCondition);
  if (where !== undefined && !condition) return null;
  const workedOut = new Map<string, Derivation>();
  for (const { name, derivation } of fact.fields)
    if (derivation) workedOut.set(fieldName(list, name), derivation);
  return { items: { list, where: condition, workedOut }, inside: within };
}

/** The place inside the entries of a list: the fields are seen by their bare names, and all facts beside them. */
export function insideList(place: Place, list: Pick<Declared, 'name' | 'fields'>): Place {
  const facts = new Map(place.compiling.facts);
  for (const field of list.fields)
    facts.set(field.name, { ...field, name: fieldName(list.name, field.name) });
  return { compiling: { ...place.compiling, facts }, at: place.at };
}

function numberOf(place: Place, tools: Parts): Typed | null {
  const { raw } = tools;
  const fact = declaredFact(inside(place, 'number of'), String(raw['number of']));
  if (fact?.type === 'choices' && raw.where === undefined) {
    return {
      calculation: { kind: 'answers-given', of: { kind: 'fact', fact: fact.name } },
      type: 'whole number',
    };
  }
  const entries = fact && compileEntries(place, { list: fact.name, where: raw.where });
  if (!entries) return null;
  const different =
    raw.different === undefined ? null : tools.compile(inside(entries.inside, 'different'), raw.different);
  if (raw.different !== undefined && !different) return null;
  const calculation = {
    kind: 'number-of',
    items: entries.items,
    different: different?.calculation ?? null,
  } as const;
  return { calculation, type: 'whole number' };
}

/** A row as it is written: the list, what holds of each entry, and how a calculation is compiled. */
type RunParts = {
  readonly list: string;
  readonly raw: Pick<RawRun, 'where' | 'in order of' | 'each'>;
  readonly compile: Parts['compile'];
};

/** Compiles entries that stand in a row: in the order of which day, and what holds of each. */
export function compileRun(place: Place, { list, raw, compile }: RunParts): Run | null {
  const entries = compileEntries(place, { list, where: raw.where });
  if (!entries) return null;
  const each = place.compiling.condition(inside(entries.inside, 'each'), raw.each);
  const day = compile(inside(entries.inside, 'in order of'), raw['in order of']);
  if (day && !dates.includes(day.type)) {
    return report(
      inside(place, 'in order of'),
      'wrong-value',
      `A row is put in order by a date, not by a ${day.type}.`,
    );
  }
  return each && day && { items: entries.items, dated: day.calculation, each };
}

function spansIn(place: Place, { tools, list }: { tools: Parts; list: string }): Spans | null {
  const { raw } = tools;
  const entries = compileEntries(place, { list, where: raw.where });
  if (!entries) return null;
  const first = part(entries.inside, { tools, name: 'first day', types: dates });
  const leaving = leavingDay(entries.inside, { tools, first });
  return first && leaving && { items: entries.items, starting: first.calculation, leaving };
}

/** The day of leaving does not count: it follows from the last day, or from the first day and how many there are. */
function leavingDay(
  place: Place,
  { tools, first }: { tools: Parts; first: Typed | null },
): Calculation | null {
  const ends = ['last day', 'day of leaving', 'number of days'].filter((word) => word in tools.raw);
  const [name] = ends;
  if (!name || ends.length > 1) {
    return report(
      place,
      'format',
      'Say when a stay ends by one of: day of leaving, last day, number of days.',
    );
  }
  if (name === 'day of leaving') return part(place, { tools, name, types: dates })?.calculation ?? null;
  const moved = (by: Calculation, date: Calculation): Calculation => ({
    kind: 'moved',
    by,
    unit: 'days',
    sign: 1,
    date,
  });
  if (name === 'last day') {
    const last = part(place, { tools, name, types: dates });
    return last && moved({ kind: 'value', value: 1 }, last.calculation);
  }
  const days = part(place, { tools, name, types: ['whole number'] });
  return days && first && moved(days.calculation, first.calculation);
}

function daysCoveredBy(place: Place, tools: Parts): Typed | null {
  const { raw } = tools;
  const spans = spansIn(place, { tools, list: String(raw['days covered by']) });
  const from = 'from' in raw ? part(place, { tools, name: 'from', types: dates }) : undefined;
  const to = 'to' in raw ? part(place, { tools, name: 'to', types: dates }) : undefined;
  if (!spans || from === null || to === null) return null;
  const border = { from: from?.calculation ?? null, to: to?.calculation ?? null };
  return { calculation: { kind: 'days-covered', spans, ...border }, type: 'whole number' };
}

function mostDaysInAny(place: Place, tools: Parts): Typed | null {
  const spans = spansIn(place, { tools, list: String(tools.raw.of) });
  const length = lengthOf(String(tools.raw['most days in any']));
  return spans && { calculation: { kind: 'most-days', spans, ...length }, type: 'whole number' };
}

function mostInAny(place: Place, tools: Parts): Typed | null {
  const { raw } = tools;
  const isTotal = 'total of' in raw;
  const entries = compileEntries(place, {
    list: String(isTotal ? raw.in : raw['number of']),
    where: raw.where,
  });
  if (!entries) return null;
  const of = isTotal ? part(entries.inside, { tools, name: 'total of', types: numbers }) : undefined;
  const dated = part(entries.inside, { tools, name: 'dated', types: dates });
  if (!dated || of === null) return null;
  const length = lengthOf(String(raw['most in any']));
  const { items } = entries;
  const calculation = {
    kind: 'most-in-window',
    items,
    of: of?.calculation ?? null,
    dated: dated.calculation,
    ...length,
  } as const;
  return { calculation, type: of?.type ?? 'whole number' };
}

/** "12 months" as a number and a unit; the shape of the file has seen to it that it is one. */
export function lengthOf(words: string): { count: number; unit: DateUnit } {
  const [count = '1', unit = 'day'] = words.split(' ');
  const units: { readonly [word: string]: DateUnit } = { d: 'days', w: 'weeks', m: 'months', y: 'years' };
  return { count: Number(count), unit: units[unit.charAt(0)] ?? 'days' };
}
