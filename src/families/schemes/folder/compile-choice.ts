import type { Calculation, Condition } from '../domain/expressions.ts';
import { type Declared, declaredFact, inside, type Place, report } from './compiling.ts';
import { constant } from './literal.ts';
import type { RawCalculation, RawCondition } from './shapes.ts';
import { familyOf, type Parts, type Typed } from './typed.ts';

type RawOption = { readonly when: RawCondition; readonly give: RawCalculation };

/** Compiles "choose": the first option whose condition is met gives the value. */
export function compileChoice(place: Place, { raw, compile }: Parts): Typed | null {
  const options = (raw.choose ?? []) as unknown as readonly RawOption[];
  const given = options.map(({ when, give }, index) => {
    const at = inside(place, 'choose', index);
    return {
      when: place.compiling.condition(inside(at, 'when'), when),
      give: valueOrText(inside(at, 'give'), { raw: give, compile }),
    };
  });
  const last = raw.otherwise;
  const otherwise =
    last === undefined ? null : valueOrText(inside(place, 'otherwise'), { raw: last, compile });
  const typed = [...given.map((one) => one.give), ...(last === undefined ? [] : [otherwise])];
  const types = new Set(typed.flatMap((one) => (one ? [familyOf(one.type)] : [])));
  if (types.size > 1) {
    return report(
      place,
      'wrong-value',
      `All options must give one kind of value, not ${[...types].join(' and ')}.`,
    );
  }
  const whole = given.flatMap(({ when, give }) => (when && give ? [{ when, give: give.calculation }] : []));
  const type = typed[0]?.type;
  if (whole.length < given.length || type === undefined || (last !== undefined && !otherwise)) return null;
  return {
    calculation: { kind: 'choose', options: whole, otherwise: otherwise?.calculation ?? null },
    type,
  };
}

/** A bare word that is neither a fact nor a figure is one of the answers of a choice. */
function valueOrText(place: Place, { raw, compile }: { raw: RawCalculation; compile: Parts['compile'] }) {
  const { facts, figures } = place.compiling;
  const isName = typeof raw === 'string' && (facts.has(raw) || figures.has(raw) || raw.includes('.'));
  if (typeof raw === 'string' && !isName && /^[a-z][a-z0-9_ -]*$/i.test(raw)) return constant(raw, 'text');
  return compile(place, raw);
}

/** Compiles "points": so many points for each answer of each fact, added up. */
export function compilePoints(place: Place, { raw }: Parts): Typed | null {
  const tables = (raw.points ?? {}) as unknown as { readonly [fact: string]: PointTable };
  const parts = Object.entries(tables).map(([name, table]) => {
    const at = inside(place, 'points', name);
    const fact = declaredFact(at, name);
    return fact && pointsOf(at, { fact, table });
  });
  const of = parts.filter((one) => one !== null);
  if (of.length < parts.length || of.length === 0) return null;
  return { calculation: { kind: 'plus', of }, type: 'whole number' };
}

type PointTable = { readonly [answer: string]: number };

function pointsOf(place: Place, { fact, table }: { fact: Declared; table: PointTable }): Calculation | null {
  const answers = fact.type === 'yes or no' ? ['yes', 'no'] : fact.answers.map(({ value }) => String(value));
  if (answers.length === 0) {
    return report(
      place,
      'wrong-value',
      `${fact.name} has no list of answers to give points for. Use "choose".`,
    );
  }
  const lacking = answers.filter((answer) => table[answer] === undefined);
  const strange = Object.keys(table).filter((answer) => !answers.includes(answer));
  if (lacking.length > 0 || strange.length > 0) {
    const wrong =
      lacking.length > 0 ? `no points for ${lacking.join(', ')}` : `points for ${strange.join(', ')}`;
    return report(
      place,
      'wrong-value',
      `Here are ${wrong}. The answers of ${fact.name} are ${answers.join(', ')}.`,
    );
  }
  if (fact.type === 'choices')
    return { kind: 'plus', of: answers.map((answer) => ticked(fact, answer, table)) };
  return {
    kind: 'choose',
    options: answers.map((answer) => ({
      when: answered(fact, answer),
      give: { kind: 'value', value: table[answer] ?? 0 },
    })),
    otherwise: null,
    coversEvery: true,
  };
}

/** The points of one of several answers: those it is worth when it is given, or else none. */
function ticked(fact: Declared, ...[answer, table]: [string, PointTable]): Calculation {
  const when: Condition = {
    kind: 'compare',
    fact: fact.name,
    comparison: 'includes',
    with: [{ kind: 'value', value: answer }],
  };
  const give: Calculation = { kind: 'value', value: table[answer] ?? 0 };
  return { kind: 'choose', options: [{ when, give }], otherwise: { kind: 'value', value: 0 } };
}

function answered(fact: Declared, answer: string): Condition {
  const number = fact.type === 'whole number' ? Number(answer) : answer;
  const value = fact.type === 'yes or no' ? answer === 'yes' : number;
  return { kind: 'compare', fact: fact.name, comparison: 'is', with: [{ kind: 'value', value }] };
}
