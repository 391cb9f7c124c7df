import type { AwardPlan, AwardValue } from '../domain/scheme.ts';
import { compileCalculation, constant, literalOf, type Typed } from './compile-calculation.ts';
import { inside, type Place, report } from './compiling.ts';
import type { RawAward } from './format.ts';

const kinds: { readonly [type: string]: AwardValue['kind'] } = {
  money: 'money',
  'whole number': 'number',
  date: 'date',
  text: 'text',
  choice: 'text',
};

/** Turns the award of a rule into a plan of its figures; reports what is wrong and gives null. */
export function compileAward(place: Place, raw: RawAward): AwardPlan | null {
  const plan = new Map<string, { kind: AwardValue['kind']; of: Typed['calculation'] }>();
  for (const [figure, value] of Object.entries(raw)) {
    const at = inside(place, figure);
    if (Array.isArray(value)) {
      plan.set(figure, { kind: 'list', of: { kind: 'value', value } });
      continue;
    }
    const typed = typeof value === 'object' ? compileCalculation(at, value) : literalAward(at, value);
    const kind = typed ? kinds[typed.type] : undefined;
    if (typed && kind) plan.set(figure, { kind, of: typed.calculation });
    else if (typed) report(at, 'wrong-value', `An award cannot be a ${typed.type}.`);
  }
  if (Object.keys(raw).length === 0)
    return report(place, 'format', 'This award is empty. Write what is given.');
  return plan.size === Object.keys(raw).length ? plan : null;
}

function literalAward(place: Place, raw: string | number | boolean): Typed | null {
  const literal = literalOf(raw);
  if (literal) return constant(literal.value, literal.type);
  return report(place, 'wrong-value', `${raw} is not an amount: write whole numbers, or money like £12.50.`);
}
