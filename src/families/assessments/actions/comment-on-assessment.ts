import { z } from 'zod';
import { refusal } from '#kernel/refusal.ts';
import { choice, parseForm, words } from '#platform/web/form.ts';
import { notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { assessmentFileOf } from '../assessment-file.ts';
import { insertComment } from '../store/assessment-parts.ts';

const form = z.object({
  kind: choice(['agrees', 'correction', 'comment'], 'Choose what you think'),
  words: words({ name: 'What you say', max: 4_000 }),
});

/** The family says what it thinks of its copy. Its words are kept beside ours and replace nothing. */
export async function commentOnAssessment(visit: Visit) {
  const file = await assessmentFileOf(visit);
  if (file === null) return notFound();
  const { assessment } = file;
  if (assessment.state !== 'submitted' && assessment.state !== 'agreed')
    return wrong(refusal('not-yet', 'We are still writing. When you can read it, we will tell you.'));
  const read = parseForm(form, visit.form);
  if (!read.ok) return wrong(...read.refusals);
  if (read.value.kind !== 'agrees' && read.value.words === '')
    return wrong(refusal('missing', 'Tell us what is wrong or missing', 'words'));
  await insertComment(visit.transaction, {
    authorityId: visit.authority.id,
    assessment,
    ...read.value,
    by: signedIn(visit),
    at: visit.clock.now(),
  });
  return redirect(`/account/assessments/${assessment.id}?said=yes`);
}
