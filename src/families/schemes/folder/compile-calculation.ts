import type { FactType } from '../domain/facts.ts';
import { nearest } from '../domain/nearest.ts';
import { compileChoice, compilePoints } from './compile-choice.ts';
import { compileDate } from './compile-dates.ts';
import { compileOverList, listWords } from './compile-lists.ts';
import { compileShare } from './compile-share.ts';
import { declaredFact, inside, type Place, report } from './compiling.ts';
import { constant, literalOf } from './literal.ts';
import type { RawCalculation } from './shapes.ts';
import type { Parts, Typed } from './typed.ts';

type Operation = { readonly [key: string]: RawCalculation };

/** Turns a calculation of the file into one that can be worked out; reports what is wrong and gives null. */
export function compileCalculation(place: Place, raw: RawCalculation): Typed | null {
  if (typeof raw !== 'object') return compileArgument(place, raw);
  const operation = raw as Operation;
  const [name = ''] = Object.keys(operation);
  switch (name) {
    case 'fact':
      return compileFact(place, String(operation.fact));
    case 'figure':
      return compileFigure(place, String(operation.figure));
    case 'text':
      return constant(String(operation.text), 'text');
    case 'plus':
    case 'minus':
    case 'least of':
    case 'most of':
    case 'times':
      return compileSum(place, { name, raws: raw[name] as readonly RawCalculation[] });
    case 'share of':
    case 'percent':
    case 'divide':
    case 'round':
    case 'value':
    case 'at':
    case 'per':
    case 'for':
      return compileShare(place, { raw: operation, compile: compileCalculation });
  }
  const tools = { raw: operation, compile: compileCalculation };
  return compileOther(place, { name, tools });
}

function compileOther(place: Place, { name, tools }: { name: string; tools: Parts }): Typed | null {
  if (name === 'choose' || name === 'otherwise') return compileChoice(place, tools);
  if (name === 'points') return compilePoints(place, tools);
  const isList = Object.keys(tools.raw).some((word) => listWords.includes(word));
  return isList ? compileOverList(place, tools) : compileDate(place, tools);
}

/** A bare word in a calculation is the name of a fact or a figure; anything else is the value itself. */
function compileArgument(place: Place, raw: string | number | boolean): Typed | null {
  const literal = literalOf(raw);
  if (literal && literal.type !== 'text') return constant(literal.value, literal.type);
  const { facts, figures } = place.compiling;
  if (figures.has(String(raw))) return compileFigure(place, String(raw));
  if (facts.has(String(raw)) || String(raw).includes('.')) return compileFact(place, String(raw));
  const help = nearest(String(raw), [...facts.keys(), ...figures.keys()]);
  return report(place, 'unknown-name', `"${raw}" is neither a fact nor a figure of this scheme. ${help}`);
}

function compileFact(place: Place, name: string): Typed | null {
  const fact = declaredFact(place, name);
  return fact && { calculation: { kind: 'fact', fact: fact.name }, type: fact.type };
}

function compileFigure(place: Place, name: string): Typed | null {
  const { figures } = place.compiling;
  const raw = figures.get(name);
  if (raw === undefined) {
    return report(
      place,
      'unknown-name',
      `This version has no figure "${name}". ${nearest(name, figures.keys())}`,
    );
  }
  const literal = literalOf(raw);
  return literal
    ? constant(literal.value, literal.type)
    : report(
        place,
        'wrong-value',
        `The figure "${name}" (${raw}) is neither money, a whole number nor a date.`,
      );
}

/** The types that can be added up. */
export const numbers: readonly FactType[] = ['money', 'whole number', 'hours', 'decimal'];

type SumName = 'plus' | 'minus' | 'times' | 'least of' | 'most of';
const sumKinds = {
  plus: 'plus',
  minus: 'minus',
  times: 'times',
  'least of': 'least',
  'most of': 'most',
} as const;

function compileSum(
  place: Place,
  { name, raws }: { name: SumName; raws: readonly RawCalculation[] },
): Typed | null {
  const parts = raws.map((raw, index) => compileCalculation(inside(place, name, index), raw));
  const typed = parts.filter((part) => part !== null);
  if (typed.length < parts.length) return null;
  const types = new Set(typed.map((part) => part.type));
  const measured = typed.filter((part) => part.type !== 'whole number');
  const isNumbers = [...types].every((type) => numbers.includes(type));
  const isDates = types.size === 1 && types.has('date') && name.endsWith('of');
  if (!isDates && (!isNumbers || (name === 'times' ? measured.length > 1 : types.size > 1))) {
    return report(
      place,
      'wrong-value',
      `"${name}" cannot put ${[...types].join(' and ')} together: use all money, all hours or all whole numbers.`,
    );
  }
  const of = typed.map((part) => part.calculation);
  return { calculation: { kind: sumKinds[name], of }, type: measured[0]?.type ?? 'whole number' };
}
