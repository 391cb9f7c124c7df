import { parsePounds } from '#kernel/money.ts';
import type { Calculation } from '../domain/calculation.ts';
import type { FactValue } from '../domain/fact-value.ts';
import type { FactType } from '../domain/facts.ts';
import { nearest } from '../domain/nearest.ts';
import { readValue } from '../domain/read-value.ts';
import { declaredFact, inside, type Place, report } from './compiling.ts';
import type { RawCalculation } from './shapes.ts';

/** A calculation with the type of what it gives. */
export type Typed = { readonly calculation: Calculation; readonly type: FactType };

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
    case 'plus':
    case 'minus':
    case 'least of':
    case 'most of':
    case 'times':
      return compileSum(place, { name, raws: raw[name] as readonly RawCalculation[] });
    case 'share of':
      return compileShare(place, operation);
    default:
      return compileDate(place, operation);
  }
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

/** What a value written in the file is by its look: £500 is money, 2026-04-01 a date. */
export function literalOf(raw: string | number | boolean): { value: FactValue; type: FactType } | null {
  if (typeof raw === 'boolean') return { value: raw, type: 'yes or no' };
  if (typeof raw === 'number') {
    return Number.isSafeInteger(raw) ? { value: raw, type: 'whole number' } : null;
  }
  if (raw.startsWith('£')) {
    const money = parsePounds(raw);
    return money.ok ? { value: money.value, type: 'money' } : null;
  }
  if (/^\d{4}-\d\d-\d\d$/.test(raw)) {
    const date = readValue({ name: '', type: 'date', answers: [] }, raw);
    return date.ok ? { value: date.value, type: 'date' } : null;
  }
  return { value: raw, type: 'text' };
}

export function constant(value: FactValue, type: FactType): Typed {
  return { calculation: { kind: 'value', value }, type };
}

function compileFact(place: Place, name: string): Typed | null {
  const fact = declaredFact(place, name);
  return fact && { calculation: { kind: 'fact', fact: name }, type: fact.type };
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
  const isNumbers = [...types].every((type) => type === 'money' || type === 'whole number');
  const moneys = typed.filter((part) => part.type === 'money').length;
  if (!isNumbers || (name === 'times' ? moneys > 1 : types.size > 1)) {
    return report(
      place,
      'wrong-value',
      `"${name}" cannot put ${[...types].join(' and ')} together: use all money or all whole numbers.`,
    );
  }
  const of = typed.map((part) => part.calculation);
  return { calculation: { kind: sumKinds[name], of }, type: moneys > 0 ? 'money' : 'whole number' };
}

/** Compiles one part of an operation and holds it to the types that can stand there. */
function part(
  place: Place,
  wanted: { raw: RawCalculation | undefined; name: string; types: readonly FactType[] },
) {
  if (wanted.raw === undefined) return null;
  const typed = compileCalculation(inside(place, wanted.name), wanted.raw);
  if (!typed || wanted.types.includes(typed.type)) return typed;
  const types = wanted.types.join(' or ');
  return report(
    inside(place, wanted.name),
    'wrong-value',
    `"${wanted.name}" needs a ${types}, not a ${typed.type}.`,
  );
}

function compileShare(place: Place, raw: Operation): Typed | null {
  const of = part(place, { raw: raw['share of'], name: 'share of', types: ['money', 'whole number'] });
  const piece = part(place, { raw: raw.part, name: 'part', types: ['money', 'whole number'] });
  const whole = part(place, { raw: raw.whole, name: 'whole', types: ['money', 'whole number'] });
  if (!of || !piece || !whole) return null;
  if (piece.type !== whole.type) {
    return report(
      place,
      'wrong-value',
      'The part and the whole of a share must both be money or both numbers.',
    );
  }
  const step = raw.to === undefined ? null : literalOf(String(raw.to));
  const to = step === null ? 1 : step.value;
  if (typeof to !== 'number' || to < 1 || (step !== null && step.type !== of.type)) {
    return report(inside(place, 'to'), 'wrong-value', 'Round to a step such as £1 or £0.01.');
  }
  const round = raw.round === 'up' || raw.round === 'nearest' ? raw.round : 'down';
  return {
    calculation: {
      kind: 'share',
      of: of.calculation,
      part: piece.calculation,
      whole: whole.calculation,
      round,
      to,
    },
    type: of.type,
  };
}

const dates: readonly FactType[] = ['date', 'date and time'];
const counts: readonly FactType[] = ['whole number'];

function compileDate(place: Place, raw: Operation): Typed | null {
  if ('age of' in raw) {
    const born = part(place, { raw: raw['age of'], name: 'age of', types: dates });
    const on = part(place, { raw: raw.on, name: 'on', types: dates });
    if (!born || !on) return null;
    return { calculation: { kind: 'age', born: born.calculation, on: on.calculation }, type: 'whole number' };
  }
  for (const unit of ['days', 'months'] as const) {
    if (unit in raw) {
      const count = part(place, { raw: raw[unit], name: unit, types: counts });
      const date = part(place, { raw: raw.after, name: 'after', types: dates });
      if (!count || !date) return null;
      return { calculation: after({ unit, count: count.calculation, date: date.calculation }), type: 'date' };
    }
    if (`${unit} from` in raw) {
      const from = part(place, { raw: raw[`${unit} from`], name: `${unit} from`, types: dates });
      const to = part(place, { raw: raw.to, name: 'to', types: dates });
      if (!from || !to) return null;
      const kind = `${unit}-between` as const;
      return { calculation: { kind, from: from.calculation, to: to.calculation }, type: 'whole number' };
    }
  }
  const date = part(place, { raw: raw.with, name: 'with', types: dates });
  if (!date) return null;
  const kind = 'start of' in raw ? 'year-start' : 'year-end';
  const year = (raw['start of'] ?? raw['end of']) === 'school year' ? 'school year' : 'financial year';
  return { calculation: { kind, year, date: date.calculation }, type: 'date' };
}

function after(of: { unit: 'days' | 'months'; count: Calculation; date: Calculation }): Calculation {
  return of.unit === 'days'
    ? { kind: 'days-after', days: of.count, date: of.date }
    : { kind: 'months-after', months: of.count, date: of.date };
}
