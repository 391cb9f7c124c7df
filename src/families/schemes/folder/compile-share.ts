import type { Calculation } from '../domain/expressions.ts';
import type { FactType } from '../domain/facts.ts';
import { inside, type Place, report } from './compiling.ts';
import { literalOf } from './literal.ts';
import { type Parts, part, type Typed } from './typed.ts';

const numbers: readonly FactType[] = ['money', 'whole number', 'hours', 'decimal'];

/** Compiles the operations that divide: a share, a percentage, a division, and rounding by itself. */
export function compileShare(place: Place, tools: Parts): Typed | null {
  const { raw } = tools;
  if ('share of' in raw) return shareOf(place, tools);
  if ('percent' in raw) {
    const of = part(place, { tools, name: 'of', types: numbers });
    const percent = part(place, { tools, name: 'percent', types: ['whole number'] });
    return (
      of &&
      percent &&
      share(place, { tools, of, part: percent.calculation, whole: value(100), type: of.type })
    );
  }
  if ('divide' in raw) return division(place, tools);
  if ('at' in raw) return atARate(place, tools);
  const of = part(place, { tools, name: 'value', types: numbers });
  return of && share(place, { tools, of, part: value(1), whole: value(1), type: of.type });
}

function value(number: number): Calculation {
  return { kind: 'value', value: number };
}

function shareOf(place: Place, tools: Parts): Typed | null {
  const of = part(place, { tools, name: 'share of', types: numbers });
  const piece = part(place, { tools, name: 'part', types: numbers });
  const whole = part(place, { tools, name: 'whole', types: numbers });
  if (!of || !piece || !whole) return null;
  if (piece.type !== whole.type) {
    const message = `The part is a ${piece.type} and the whole a ${whole.type}: a share needs two of one kind.`;
    return report(place, 'wrong-value', message);
  }
  return share(place, { tools, of, part: piece.calculation, whole: whole.calculation, type: of.type });
}

/** So much for each: "at £18, per 1 hour, for session hours". */
function atARate(place: Place, tools: Parts): Typed | null {
  const of = part(place, { tools, name: 'at', types: numbers });
  const whole = part(place, { tools, name: 'per', types: numbers });
  const piece = part(place, { tools, name: 'for', types: numbers });
  if (!of || !whole || !piece) return null;
  if (piece.type !== whole.type) {
    return report(
      place,
      'wrong-value',
      `"per" is a ${whole.type} and "for" a ${piece.type}: use two of one kind.`,
    );
  }
  return share(place, { tools, of, part: piece.calculation, whole: whole.calculation, type: of.type });
}

/** Money by a number is money; money by money is a number. */
function division(place: Place, tools: Parts): Typed | null {
  const of = part(place, { tools, name: 'divide', types: numbers });
  const by = part(place, { tools, name: 'by', types: numbers });
  if (!of || !by) return null;
  if (by.type !== 'whole number' && by.type !== of.type) {
    return report(place, 'wrong-value', `A ${of.type} cannot be divided by a ${by.type}.`);
  }
  const type = by.type === 'whole number' ? of.type : 'whole number';
  return share(place, { tools, of, part: value(1), whole: by.calculation, type });
}

function share(
  place: Place,
  given: { tools: Parts; of: Typed; part: Calculation; whole: Calculation; type: FactType },
): Typed | null {
  const { raw } = given.tools;
  const step = raw.to === undefined ? null : literalOf(String(raw.to));
  const to = step === null ? 1 : step.value;
  const isNumber = given.type === 'whole number' && typeof to === 'string' && /^\d+$/.test(to);
  const size = isNumber ? Number(to) : to;
  if (typeof size !== 'number' || size < 1 || (step !== null && !isNumber && step.type !== given.type)) {
    return report(inside(place, 'to'), 'wrong-value', 'Round to a step such as £1, £0.01 or 15 minutes.');
  }
  const round = raw.round === 'up' || raw.round === 'nearest' ? raw.round : 'down';
  const { part: piece, whole } = given;
  return {
    calculation: { kind: 'share', of: given.of.calculation, part: piece, whole, round, to: size },
    type: given.type,
  };
}
