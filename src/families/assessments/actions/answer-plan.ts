import { z } from 'zod';
import { refusal } from '#kernel/refusal.ts';
import { choice, firstValue, parseForm, words } from '#platform/web/form.ts';
import { notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { mayBeDirectPayment, wishes } from '../domain/plan.ts';
import { planFileOf } from '../plan-file.ts';
import { insertPlanComment, insertWish } from '../store/plan-parts.ts';

const form = z.object({
  answer: choice(['agrees', 'does-not-agree', 'comment'], 'Choose what you think of the plan'),
  words: words({ name: 'What you say', max: 4_000 }),
});

/** The family says what it thinks of its copy, and how it would like to have each line that can be money. */
export async function answerPlan(visit: Visit) {
  const file = await planFileOf(visit);
  if (file === null || file.plan.state === 'draft') return notFound();
  const read = parseForm(form, visit.form);
  if (!read.ok) return wrong(...read.refusals);
  if (read.value.answer === 'does-not-agree' && read.value.words === '')
    return wrong(refusal('missing', 'Tell us what should be different', 'words'));
  const { plan } = file;
  const person = signedIn(visit);
  const at = visit.clock.now();
  const into = { authorityId: visit.authority.id, plan, at };
  for (const line of file.lines.filter(mayBeDirectPayment)) {
    const wish = wishes.find((one) => one === firstValue(visit.form, `wish-${line.id}`));
    if (wish !== undefined && wish !== file.wishes.get(line.id))
      await insertWish(visit.transaction, { ...into, lineId: line.id, wish, personId: person.id });
  }
  await insertPlanComment(visit.transaction, { ...into, ...read.value, by: person });
  return redirect(`/account/plans/${plan.id}?said=yes`);
}
