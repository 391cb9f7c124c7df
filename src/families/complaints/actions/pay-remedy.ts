import { refusal } from '#kernel/refusal.ts';
import { firstValue } from '#platform/web/form.ts';
import { notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { complaintOf } from '../case-of-complaint.ts';
import { promisedMoney } from '../domain/stand.ts';
import { addStep } from './add-step.ts';

/** Whoever pays says that money which was promised is paid; who complained sees it with the complaint. */
export async function payRemedy(visit: Visit) {
  const found = await complaintOf(visit);
  if (found === null) return notFound('a complaint');
  const number = firstValue(visit.form, 'of');
  const open = promisedMoney(found.stand).find(
    ({ step, isDone }) => String(step.number) === number && !isDone,
  );
  if (open === undefined) return wrong(refusal('done-already', 'This was marked as paid already.'));
  await addStep(visit, found.id, {
    kind: 'remedy-done',
    words: open.step.words,
    details: { of: open.step.number },
    isForFamily: true,
  });
  return redirect(`/practitioners/complaints/${found.id}/payment?done=paid`);
}
