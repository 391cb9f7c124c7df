import { z } from 'zod';
import type { Pence } from '#kernel/money.ts';
import { parsePounds } from '#kernel/money.ts';
import { type Refusal, type Result, refusal, success } from '#kernel/refusal.ts';
import { date, type FormBody, firstValue, parseForm, readBy } from '#platform/web/form.ts';
import type { AwardFile } from './award-file.ts';
import { type Act, type AskedAct, acts, checkAct } from './domain/act.ts';
import { type Amounts, amountsOn } from './domain/change.ts';

/** The act that the address names; null where it names none. */
export function actOf(text: string | undefined): Act | null {
  return acts.find((act) => act === text) ?? null;
}

function whole(typed: string, what: string): Result<number | null> {
  if (typed === '') return success(null);
  if (!/^\d{1,6}$/.test(typed)) return refusal('not-a-number', `${what} must be a whole number, like 24`);
  return success(Number(typed) === 0 ? null : Number(typed));
}

/** Reads hours as people type them: "40", "2.5", "2.25". */
function minutesOf(typed: string): Result<number | null> {
  if (typed === '') return success(null);
  const match = /^(\d{1,5})(?:\.(25|5|50|75))?$/.exec(typed);
  if (match === null)
    return refusal('not-hours', 'Hours must be a number, like 40 or 2.5: whole hours, halves and quarters');
  const parts = { '25': 15, '5': 30, '50': 30, '75': 45 }[match[2] ?? ''] ?? 0;
  const minutes = Number(match[1]) * 60 + parts;
  return success(minutes === 0 ? null : minutes);
}

function poundsOf(typed: string): Result<Pence | null> {
  if (typed === '') return success(null);
  const read = parsePounds(typed);
  return read.ok && read.value === 0 ? success(null) : read;
}

const from = date('The first day');
const dayForm = z.object({ from });
const amountsForm = z.object({
  amount: readBy(poundsOf),
  hours: readBy(minutesOf),
  nights: readBy((typed) => whole(typed, 'Nights')),
});

/** What is asked for, or every sentence about what is wrong with it. */
export type ReadAct =
  | { readonly ok: true; readonly value: AskedAct }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** Reads what is to be done with an award, from the address or from a form. */
export function readAct(file: AwardFile, act: Act, body: FormBody): ReadAct {
  const parsed = parseForm(dayForm, body);
  const read = act === 'change' ? parseForm(amountsForm, body) : null;
  if (!parsed.ok || read?.ok === false)
    return {
      ok: false,
      refusals: [...(read?.ok === false ? read.refusals : []), ...(parsed.ok ? [] : parsed.refusals)],
    };
  const day = parsed.value.from;
  const amounts: Amounts | null =
    read === null
      ? null
      : { amount: read.value.amount, minutes: read.value.hours, nights: read.value.nights };
  const checked = checkAct(file.award, file.changes, { act, from: day, amounts });
  if (!checked.ok) return { ok: false, refusals: [checked] };
  if (amounts !== null && isUnchanged(file, day, amounts))
    return {
      ok: false,
      refusals: [refusal('unchanged', 'That is what the award is already. Change an amount.', 'amount')],
    };
  return checked;
}

function isUnchanged(file: AwardFile, day: Temporal.PlainDate, amounts: Amounts): boolean {
  const now = amountsOn(file.award, file.changes, day);
  return now.amount === amounts.amount && now.minutes === amounts.minutes && now.nights === amounts.nights;
}

/** What the address asks for, as a form would send it. */
export function bodyOf(query: URLSearchParams): FormBody {
  const fields = new Set(query.keys());
  return new Map([...fields].map((field) => [field, query.getAll(field)]));
}

/** Whether the address asks for anything yet. */
export function asksForAnything(body: FormBody): boolean {
  return ['from-day', 'from-month', 'from-year'].some((field) => firstValue(body, field) !== '');
}

/** The address of a check page, with what is asked for. */
export function queryOf(body: FormBody): string {
  const query = new URLSearchParams();
  for (const field of ['amount', 'hours', 'nights', 'from-day', 'from-month', 'from-year'])
    if (body.has(field)) query.set(field, firstValue(body, field));
  return query.toString();
}
