import { z } from 'zod';
import { parseForm, words } from '#platform/web/form.ts';
import { notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { complaintOf } from '../case-of-complaint.ts';
import { addStep } from './add-step.ts';

const form = z.object({
  words: words({ missing: 'Write what happened, as you saw it', max: 8_000, name: 'Your account' }),
});

/** Who was asked says what happened as they saw it. */
export async function giveAccount(visit: Visit) {
  const found = await complaintOf(visit);
  if (found === null) return notFound('a complaint');
  const parsed = parseForm(form, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  await addStep(visit, found.id, { kind: 'account', words: parsed.value.words, isForFamily: false });
  return redirect(`/practitioners/complaints/${found.id}/account?sent=yes`);
}
