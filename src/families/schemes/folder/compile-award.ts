import type { Calculation } from '../domain/expressions.ts';
import { decisionDate } from '../domain/facts.ts';
import type { AwardPlan, AwardValue, FigurePlan } from '../domain/scheme.ts';
import { compileCalculation } from './compile-calculation.ts';
import { lengthOf } from './compile-lists.ts';
import { inside, type Place, report } from './compiling.ts';
import type { RawAward, RawFigure, RawInstalments } from './format.ts';
import { constant, literalOf } from './literal.ts';
import type { RawCalculation } from './shapes.ts';
import type { Typed } from './typed.ts';

type OneKind = Exclude<AwardValue['kind'], 'awards'>;
const kinds: { readonly [type: string]: OneKind } = {
  money: 'money',
  'whole number': 'number',
  hours: 'hours',
  date: 'date',
  'date and time': 'date',
  text: 'text',
  choice: 'text',
  postcode: 'text',
  choices: 'list',
};

/** Turns the award of a rule into a plan of its figures; reports what is wrong and gives null. */
export function compileAward(place: Place, raw: RawAward): AwardPlan | null {
  const plan = new Map<string, FigurePlan>();
  for (const [figure, value] of Object.entries(raw)) {
    const one = alwaysWords.has(figure)
      ? wordsFor(inside(place, figure), value)
      : compileFigure(inside(place, figure), value);
    if (one) plan.set(figure, one);
  }
  if (Object.keys(raw).length === 0)
    return report(place, 'format', 'This award is empty. Write what is given.');
  return plan.size === Object.keys(raw).length ? plan : null;
}

/** "per: family", "each: week": whom or when it is for is a word, whatever names the figures have. */
const alwaysWords: ReadonlySet<string> = new Set(['per', 'each']);

function wordsFor(place: Place, value: RawFigure): FigurePlan | null {
  if (typeof value !== 'string') return compileFigure(place, value);
  return { kind: 'text', of: { kind: 'value', value } };
}

function compileFigure(place: Place, value: RawFigure): FigurePlan | null {
  if (Array.isArray(value)) return compileSeveral(place, value);
  if (typeof value === 'object' && 'split' in value)
    return instalments(place, value as unknown as RawInstalments);
  const raw = value as RawCalculation;
  const typed =
    typeof raw === 'object' || isName(place, raw) ? compileCalculation(place, raw) : literalAward(place, raw);
  const kind = typed ? kinds[typed.type] : undefined;
  if (typed && kind) return { kind, of: typed.calculation };
  return typed && report(place, 'wrong-value', `An award cannot be a ${typed.type}.`);
}

/** A bare word that is the name of a fact or a figure stands for it; any other is a word, such as "child". */
function isName(place: Place, raw: string | number | boolean): boolean {
  const { facts, figures } = place.compiling;
  return typeof raw === 'string' && (raw === decisionDate || facts.has(raw) || figures.has(raw));
}

/** A list of words, or a list of awards: the choices of a menu, the instalments of a payment. */
function compileSeveral(place: Place, values: readonly (string | RawAward)[]): FigurePlan | null {
  const words = values.filter((value) => typeof value === 'string');
  if (words.length === values.length) return { kind: 'list', of: { kind: 'value', value: words } };
  const plans = values.map((value, index) =>
    typeof value === 'string' ? null : compileAward(inside(place, index), value),
  );
  const each = plans.filter((plan) => plan !== null);
  if (words.length > 0) return report(place, 'format', 'List either words or awards here, not both.');
  return each.length === plans.length ? { kind: 'awards', each } : null;
}

/** Equal instalments; what does not divide evenly is paid with the first. */
function instalments(place: Place, raw: RawInstalments): FigurePlan | null {
  const split = compileCalculation(inside(place, 'split'), raw.split);
  const from = compileCalculation(inside(place, 'from'), raw.from);
  const kind = split ? kinds[split.type] : undefined;
  if (!split || !from || !kind) return null;
  if (from.type !== 'date' && from.type !== 'date and time') {
    return report(inside(place, 'from'), 'wrong-value', `Instalments begin on a date, not a ${from.type}.`);
  }
  const { count, unit } = lengthOf(raw.every);
  const number = (value: number): Calculation => ({ kind: 'value', value });
  const to = raw.to === undefined ? 1 : Number(literalOf(raw.to)?.value ?? 1);
  const share: Calculation = {
    kind: 'share',
    of: split.calculation,
    part: number(1),
    whole: number(raw.into),
    round: 'down',
    to,
  };
  const rest: Calculation = { kind: 'times', of: [share, number(raw.into - 1)] };
  const first: Calculation = { kind: 'minus', of: [split.calculation, rest] };
  const each = Array.from({ length: raw.into }, (_, index): AwardPlan => {
    const by = number(count * index);
    const on: Calculation = { kind: 'moved', by, unit, sign: 1, date: from.calculation };
    return new Map<string, FigurePlan>([
      ['amount', { kind, of: index === 0 ? first : share }],
      ['on', { kind: 'date', of: on }],
    ]);
  });
  return { kind: 'awards', each };
}

function literalAward(place: Place, raw: string | number | boolean): Typed | null {
  const literal = literalOf(raw);
  if (literal) return constant(literal.value, literal.type);
  return report(place, 'wrong-value', `${raw} is not an amount: write whole numbers, or money like £12.50.`);
}
