import { z } from 'zod';
import { refusal } from '#kernel/refusal.ts';
import { parseForm, words } from '#platform/web/form.ts';
import { notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { complaintOf } from '../case-of-complaint.ts';
import { isClosed, mayAskOn } from '../domain/stand.ts';
import { addStep } from './add-step.ts';

const form = z.object({
  words: words({ missing: 'Tell us what is still not right', max: 5_000, name: 'What is still not right' }),
});

/** Who complained asks for the next stage: an investigation, or the review panel. */
export async function askForNextStage(visit: Visit) {
  const found = await complaintOf(visit);
  if (found === null) return notFound('a complaint');
  if (!mayAskOn(found.stand, { due: found.due, today: visit.clock.today() }))
    return wrong(
      refusal(
        'not-now',
        `You cannot ask for the next stage on this page now. Call ${visit.authority.contact.phone}: we listen, also when the time is over.`,
      ),
    );
  const parsed = parseForm(form, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  await addStep(visit, found.id, { kind: 'asked-on', words: parsed.value.words, isForFamily: true });
  return redirect(`/account/complaints/${found.id}?asked=yes`);
}

/** Who complained takes the complaint back. */
export async function withdrawComplaint(visit: Visit) {
  const found = await complaintOf(visit);
  if (found === null) return notFound('a complaint');
  if (!isClosed(found.stand.phase)) await addStep(visit, found.id, { kind: 'withdrawn', isForFamily: true });
  return redirect(`/account/complaints/${found.id}`);
}
