import { z } from 'zod';
import { refusal } from '#kernel/refusal.ts';
import { parseForm, words } from '#platform/web/form.ts';
import { notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { refusesOwnPayment } from '../domain/approval.ts';
import { planFileOf } from '../plan-file.ts';
import { hasWrittenPlan, insertPayment, insertPlanStep } from '../store/plan-parts.ts';

const form = z.object({ words: words({ name: 'Your note', max: 1_000 }) });

/** A finance officer records that an agreed plan's payments are arranged: neither its writer nor its approver. */
export async function arrangePayment(visit: Visit) {
  const file = await planFileOf(visit, { forChange: true });
  if (file === null) return notFound();
  const { plan } = file;
  const read = parseForm(form, visit.form);
  if (!read.ok) return wrong(...read.refusals);
  if (plan.state !== 'agreed')
    return wrong(refusal('not-agreed', 'This plan is not agreed yet, so nothing is paid for it.'));
  if (file.payment !== null)
    return wrong(refusal('already-arranged', `${file.payment.byName} has arranged these payments already.`));
  const person = signedIn(visit);
  const authorityId = visit.authority.id;
  const isOwn = await hasWrittenPlan(visit.transaction, {
    authorityId,
    planId: plan.id,
    personId: person.id,
  });
  const own = refusesOwnPayment(person, {
    writers: new Set(isOwn ? [person.id] : []),
    approver: plan.agreedBy,
  });
  if (own !== null) return wrong(own);
  const into = { authorityId, plan, words: read.value.words, by: person, at: visit.clock.now() };
  await insertPayment(visit.transaction, into);
  await insertPlanStep(visit.transaction, { ...into, kind: 'paid' });
  return redirect(`/practitioners/plans/${plan.id}?told=paid`);
}
