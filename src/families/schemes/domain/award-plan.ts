import { pence } from '#kernel/money.ts';
import { calculate } from './calculate.ts';
import type { FactValue } from './fact-value.ts';
import { factsInCalculation } from './facts-in.ts';
import type { Known } from './knowledge.ts';
import type { Award, AwardPlan, AwardValue, FigurePlan } from './scheme.ts';

/** Works an award out; null when a figure in it has no value. */
export function awardFrom(plan: AwardPlan, known: Known): Award | null {
  const award: { [figure: string]: AwardValue } = {};
  for (const [figure, one] of plan) {
    const value = figureFrom(one, known);
    if (value === null) return null;
    award[figure] = value;
  }
  return award;
}

/** Works one figure of an award out; null when it has no value. */
export function figureFrom(plan: FigurePlan, known: Known): AwardValue | null {
  if (plan.kind !== 'awards') {
    const value = calculate(plan.of, known);
    return value === null ? null : figureOf(plan.kind, value);
  }
  const awards = plan.each.map((one) => awardFrom(one, known)).filter((one) => one !== null);
  return awards.length === plan.each.length ? { kind: 'awards', awards } : null;
}

function figureOf(kind: Exclude<AwardValue['kind'], 'awards'>, value: FactValue): AwardValue | null {
  if (typeof value === 'number') {
    if (kind === 'money') return { kind, pence: pence(value) };
    if (kind === 'hours') return { kind, minutes: value };
    return kind === 'number' ? { kind, number: value } : null;
  }
  if (typeof value === 'string') {
    if (kind === 'date') return { kind, date: value };
    return kind === 'text' ? { kind, text: value } : null;
  }
  if (kind !== 'list' || !Array.isArray(value)) return null;
  return { kind, items: value.filter((item) => typeof item === 'string') };
}

/** Calls `visit` with every fact that the award is worked out from. */
export function factsInAward(plan: AwardPlan, visit: (fact: string) => void): void {
  for (const one of plan.values()) {
    if (one.kind === 'awards') for (const award of one.each) factsInAward(award, visit);
    else factsInCalculation(one.of, visit);
  }
}
