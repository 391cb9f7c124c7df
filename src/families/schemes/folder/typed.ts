import type { Calculation } from '../domain/expressions.ts';
import type { FactType } from '../domain/facts.ts';
import { inside, type Place, report } from './compiling.ts';
import type { RawCalculation } from './shapes.ts';

/** A calculation with the type of what it gives. */
export type Typed = { readonly calculation: Calculation; readonly type: FactType };

/** An operation of the file, and how its parts are compiled. */
export type Parts = {
  readonly raw: { readonly [key: string]: RawCalculation | undefined };
  readonly compile: (place: Place, raw: RawCalculation) => Typed | null;
};

/** Compiles one part of an operation and holds it to the types that can stand there. */
export function part(
  place: Place,
  { tools, name, types }: { tools: Parts; name: string; types: readonly FactType[] },
): Typed | null {
  const raw = tools.raw[name];
  if (raw === undefined) return null;
  const at = inside(place, name);
  const typed = tools.compile(at, raw);
  if (!typed || types.includes(typed.type)) return typed;
  return report(at, 'wrong-value', `"${name}" needs a ${types.join(' or ')}, not a ${typed.type}.`);
}

/** What can be compared with each other: a choice is a text, a date and time is a date. */
export function familyOf(type: FactType): string {
  if (type === 'date and time') return 'date';
  return type === 'choice' || type === 'postcode' ? 'text' : type;
}

export const dates: readonly FactType[] = ['date', 'date and time'];
export const counts: readonly FactType[] = ['whole number'];
