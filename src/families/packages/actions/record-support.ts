import { z } from 'zod';
import { awardWays, breakKinds, payers } from '#families/awards/index.ts';
import { childOf } from '#families/register/index.ts';
import { isId } from '#kernel/id.ts';
import { parsePounds } from '#kernel/money.ts';
import { type Result, refusal, success } from '#kernel/refusal.ts';
import { choice, date, optionalDate, parseForm, readBy, words } from '#platform/web/form.ts';
import { notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { otherSupportWith, saveOtherSupport } from '../store/other-support.ts';

function optionalPounds(typed: string): Result<number | null> {
  return typed === '' ? success(null) : parsePounds(typed);
}

function optionalWhole(typed: string): Result<number | null> {
  if (typed === '' || typed === '0') return success(null);
  return /^\d{1,5}$/.test(typed)
    ? success(Number(typed))
    : refusal('not-a-number', 'Enter a whole number, like 24');
}

/** The law under which a child spends nights away; the rules on nights go by it. */
export const legalBases = ['section-17', 'section-20', 'not-known'] as const;

const form = z.object({
  name: words({ name: 'The name', missing: 'Say what the support is', max: 200 }),
  breakKind: choice(breakKinds, 'Choose what kind of support it is'),
  way: choice(awardWays, 'Choose how the family has it'),
  paidBy: choice(payers, 'Choose who pays'),
  cost: readBy(optionalPounds),
  hours: readBy(optionalWhole),
  nights: readBy(optionalWhole),
  legalBasis: readBy((typed) => success(legalBases.find((one) => one === typed) ?? null)),
  startsOn: date('The first day'),
  endsOn: optionalDate('The last day'),
  reviewOn: optionalDate('The next review'),
  toldBy: words({ name: 'Who told us', missing: 'Say who told us, or which letter', max: 200 }),
});

/** Records what a child has from others, or what is known of it now. */
export async function recordSupport(visit: Visit) {
  const childId = visit.params.child ?? '';
  if (!isId(childId) || visit.person === null) return notFound('a child');
  const authorityId = visit.authority.id;
  const child = await childOf(visit.transaction, { authorityId, childId });
  if (child === null) return notFound('a child');
  visit.concerns('child', childId);
  const id = visit.params.support ?? null;
  if (id !== null) {
    const known = isId(id) ? await otherSupportWith(visit.transaction, { authorityId, id }) : null;
    if (known?.childId !== childId) return notFound('a support');
  }
  const parsed = parseForm(form, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  const { cost, hours, nights, legalBasis, ...told } = parsed.value;
  if (nights !== null && legalBasis === null)
    return wrong(
      refusal(
        'law-missing',
        'Choose the law under which the nights are given. If nobody knows it, say so.',
        'legalBasis',
      ),
    );
  if (told.endsOn !== null && Temporal.PlainDate.compare(told.endsOn, told.startsOn) < 0)
    return wrong(refusal('ends-before', 'The last day must not be before the first.', 'endsOn'));
  const saved = await saveOtherSupport(visit.transaction, {
    ...told,
    authorityId,
    id,
    childId,
    householdId: child.householdId,
    yearlyPence: cost,
    yearlyMinutes: hours === null ? null : hours * 60,
    yearlyNights: nights,
    legalBasis: nights === null || legalBasis === 'not-known' ? null : legalBasis,
    recordedBy: visit.person.id,
    at: visit.clock.now(),
  });
  visit.note({
    event: id === null ? 'other-support.recorded' : 'other-support.changed',
    subject: { kind: 'other-support', id: saved },
    details: { kind: told.breakKind, paidBy: told.paidBy, pence: cost },
  });
  return redirect(`/practitioners/children/${childId}/package?told=recorded`);
}
