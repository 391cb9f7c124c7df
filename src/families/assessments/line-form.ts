import { z } from 'zod';
import { parsePounds, pence } from '#kernel/money.ts';
import { type Refusal, refusal } from '#kernel/refusal.ts';
import { type FormBody, optionalChoice, type ParsedForm, parseForm, words } from '#platform/web/form.ts';
import { type PlanAmount, type PlanRhythm, planRhythms } from './domain/cost.ts';
import { type PlanLineWords, planBreakKinds, planPayers, planWays } from './domain/plan.ts';
import { ratios } from './domain/prices.ts';

const form = z.object({
  need: words({ name: 'The need', max: 2_000 }),
  outcome: words({ name: 'The outcome', max: 2_000 }),
  support: words({ name: 'The support', max: 2_000 }),
  why: words({ name: 'Why', max: 3_000 }),
  measure: optionalChoice(['money', 'hours', 'nights']),
  money: words({ name: 'The amount', max: 20 }),
  hours: words({ name: 'The hours', max: 10 }),
  nights: words({ name: 'The nights', max: 6 }),
  unit: words({ name: 'The price', max: 20 }),
  per: optionalChoice(planRhythms),
  ratio: optionalChoice(ratios.map(String)),
  breakKind: optionalChoice(planBreakKinds),
  way: optionalChoice(planWays),
  paidBy: optionalChoice(planPayers),
  legalBasis: optionalChoice(['section-17', 'section-20']),
});

type Typed = z.output<typeof form>;

/** Reads the form of a line; what is empty is missing, and what is wrong is refused even for a draft. */
export function readLine(body: FormBody): ParsedForm<PlanLineWords> {
  const read = parseForm(form, body);
  if (!read.ok) return read;
  const typed = read.value;
  const amount = readAmount(typed);
  if (amount !== null && 'ok' in amount) return { ok: false, refusals: [amount] };
  return {
    ok: true,
    value: {
      need: typed.need,
      outcome: typed.outcome,
      support: typed.support,
      why: typed.why,
      amount,
      ratioTwelfths: typed.ratio === null ? null : Number(typed.ratio),
      breakKind: typed.breakKind,
      way: typed.way,
      paidBy: typed.paidBy ?? 'council',
      legalBasis: typed.measure === 'nights' ? typed.legalBasis : null,
    },
  };
}

function readAmount(typed: Typed): PlanAmount | Refusal | null {
  const { measure, per } = typed;
  if (measure === null || typed[measure] === '') return null;
  if (per === null) return refusal('missing', 'Choose how often', 'per');
  return measure === 'money' ? readMoney(typed.money, per) : readCounted(typed, { measure, per });
}

function readMoney(text: string, per: PlanRhythm): PlanAmount | Refusal {
  const read = parsePounds(text);
  if (!read.ok || read.value === 0)
    return refusal('not-an-amount', 'Enter an amount in pounds, like 250 or 250.50', 'money');
  return { measure: 'money', amount: read.value, per };
}

function readCounted(
  typed: Typed,
  given: { readonly measure: 'hours' | 'nights'; readonly per: PlanRhythm },
): PlanAmount | Refusal {
  const price = typed.unit === '' ? null : parsePounds(typed.unit);
  if (price !== null && (!price.ok || price.value === 0))
    return refusal('not-an-amount', 'Enter what one hour or night costs, like 19.75', 'unit');
  const unit = price?.ok === true ? pence(price.value) : null;
  const { per } = given;
  if (given.measure === 'nights') {
    if (!/^[1-9]\d{0,2}$/.test(typed.nights))
      return refusal('not-nights', 'Enter a whole number of nights, like 2', 'nights');
    return { measure: 'nights', nights: Number(typed.nights), per, unit };
  }
  const minutes = minutesOf(typed.hours);
  if (minutes === null) return refusal('not-hours', 'Enter hours like 3, 2.5 or 1:45', 'hours');
  return { measure: 'hours', minutes, per, unit };
}

/** Reads hours as people write them, "3", "2.5", "2.25" or "1:45", as whole minutes; null for anything else. */
export function minutesOf(text: string): number | null {
  const clock = /^(\d{1,4}):([0-5]\d)$/.exec(text);
  if (clock !== null) return positive(Number(clock[1]) * 60 + Number(clock[2]));
  const decimal = /^(\d{1,4})(?:\.(\d{1,2}))?$/.exec(text);
  if (decimal === null) return null;
  const hundredths = Number((decimal[2] ?? '').padEnd(2, '0')) * 60;
  if (hundredths % 100 !== 0) return null;
  return positive(Number(decimal[1]) * 60 + hundredths / 100);
}

function positive(minutes: number): number | null {
  return minutes > 0 ? minutes : null;
}
