import { z } from 'zod';
import { isId, newId } from '#kernel/id.ts';
import { type Refusal, refusal } from '#kernel/refusal.ts';
import { date, firstValue, parseForm } from '#platform/web/form.ts';
import { notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { yearlyCost } from '../domain/cost.ts';
import { lineLacks, type PlanLine } from '../domain/plan.ts';
import { readLine } from '../line-form.ts';
import { planFileOf } from '../plan-file.ts';
import { removeLine, saveLine } from '../store/plan-lines.ts';
import { insertPlanStep } from '../store/plan-parts.ts';
import { movePlan } from '../store/plans.ts';

const notDraft = refusal(
  'plan-not-draft',
  'This plan has been made ready, so its lines stay as they are. Ask for it to be returned first.',
);

/**
 * Saves a line: as a draft whatever is missing, or as complete, which is refused with what is missing named.
 * The cost is worked out from amount and price; nobody types it.
 */
export async function savePlanLine(visit: Visit) {
  const file = await planFileOf(visit, { forChange: true });
  const lineId = visit.params.line ?? '';
  const old = file?.lines.find((line) => line.id === lineId);
  if (file === null || (old === undefined && lineId !== 'new')) return notFound();
  if (file.plan.state !== 'draft') return wrong(notDraft);
  const read = readLine(visit.form);
  if (!read.ok) return wrong(...read.refusals);
  const isComplete = firstValue(visit.form, 'save') === 'complete';
  const lacks = lineLacks(read.value);
  if (isComplete && lacks.length > 0) return wrong(...lacks.map(lackRefusal));
  const line: PlanLine = {
    ...read.value,
    id: old?.id ?? newId(),
    position: old?.position ?? Math.max(0, ...file.lines.map((one) => one.position)) + 1,
    isComplete,
    yearlyCost: read.value.amount === null ? null : yearlyCost(read.value.amount),
  };
  const authorityId = visit.authority.id;
  const { plan } = file;
  await saveLine(visit.transaction, { authorityId, planId: plan.id, householdId: plan.householdId, line });
  await insertPlanStep(visit.transaction, {
    authorityId,
    plan,
    kind: 'line-saved',
    record: line,
    by: signedIn(visit),
    at: visit.clock.now(),
  });
  return redirect(`/practitioners/plans/${plan.id}?saved=line`);
}

const fieldOfLack: ReadonlyMap<string, string> = new Map([
  ['the need', 'need'],
  ['the outcome', 'outcome'],
  ['the support', 'support'],
  ['how much, and how often', 'measure'],
  ['what one hour or night costs', 'unit'],
  ['why this meets the need', 'why'],
  ['the kind of support', 'breakKind'],
  ['how the family has it', 'way'],
  ['the law under which nights are given', 'legalBasis'],
]);

function lackRefusal(lack: string): Refusal {
  return refusal('line-incomplete', `Say ${lack}, or save the line as a draft`, fieldOfLack.get(lack));
}

/** Takes a line out of a draft. */
export async function removePlanLine(visit: Visit) {
  const file = await planFileOf(visit, { forChange: true });
  const lineId = visit.params.line ?? '';
  if (file === null || !isId(lineId)) return notFound();
  const line = file.lines.find((one) => one.id === lineId);
  if (line === undefined) return redirect(`/practitioners/plans/${file.plan.id}`);
  if (file.plan.state !== 'draft') return wrong(notDraft);
  const authorityId = visit.authority.id;
  await removeLine(visit.transaction, { authorityId, planId: file.plan.id, lineId });
  await insertPlanStep(visit.transaction, {
    authorityId,
    plan: file.plan,
    kind: 'line-removed',
    record: line,
    by: signedIn(visit),
    at: visit.clock.now(),
  });
  return redirect(`/practitioners/plans/${file.plan.id}`);
}

const datesForm = z.object({ startsOn: date('The first day'), endsOn: date('The last day') });

/** Sets the first and the last day of a draft. */
export async function setPlanDates(visit: Visit) {
  const file = await planFileOf(visit, { forChange: true });
  if (file === null) return notFound();
  if (file.plan.state !== 'draft') return wrong(notDraft);
  const read = parseForm(datesForm, visit.form);
  if (!read.ok) return wrong(...read.refusals);
  const { startsOn, endsOn } = read.value;
  if (Temporal.PlainDate.compare(endsOn, startsOn) < 0)
    return wrong(refusal('ends-before', 'The last day must not be before the first', 'endsOn'));
  if (Temporal.PlainDate.compare(endsOn, startsOn.add({ years: 3 })) > 0)
    return wrong(
      refusal('too-long', 'A plan lasts three years at most; it is looked at again before', 'endsOn'),
    );
  await movePlan(visit.transaction, {
    authorityId: visit.authority.id,
    planId: file.plan.id,
    to: 'draft',
    at: visit.clock.now(),
    dates: { startsOn, endsOn },
  });
  return redirect(`/practitioners/plans/${file.plan.id}?saved=dates`);
}
