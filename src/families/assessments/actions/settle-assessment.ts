import { z } from 'zod';
import { addEvent, applicationBy, changeState } from '#families/applications/index.ts';
import { fullName } from '#families/register/index.ts';
import { refusal } from '#kernel/refusal.ts';
import { lastDayBy } from '#platform/authorities/index.ts';
import { choice, parseForm, words } from '#platform/web/form.ts';
import { notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { type AssessmentFile, assessmentFileOf } from '../assessment-file.ts';
import { refusesOwnApproval } from '../domain/approval.ts';
import { kindWords } from '../domain/assessment.ts';
import { insertStep, writersOfAssessment } from '../store/assessment-parts.ts';
import { moveAssessment } from '../store/assessments.ts';
import { tellFamily } from '../tell-family.ts';

/** Hands an assessment in: whole, or not at all. The family then reads its copy and comments. */
export async function submitAssessment(visit: Visit) {
  const file = await assessmentFileOf(visit, { forChange: true });
  if (file === null) return notFound();
  const { assessment } = file;
  const back = `/practitioners/assessments/${assessment.id}`;
  if (assessment.state === 'submitted') return redirect(back);
  if (assessment.state !== 'in-progress')
    return wrong(refusal('not-open', 'This assessment is not being written now. Look at where it stands.'));
  if (file.lacking.length > 0)
    return wrong(refusal('not-whole', `Before you hand it in, it needs: ${file.lacking.join('; ')}.`));
  const at = visit.clock.now();
  const named = { authorityId: visit.authority.id, assessmentId: assessment.id };
  await moveAssessment(visit.transaction, { ...named, to: 'submitted', at });
  await insertStep(visit.transaction, {
    authorityId: named.authorityId,
    assessment,
    kind: 'submitted',
    by: signedIn(visit),
    at,
  });
  await tellOf(visit, file, 'assessment-to-read');
  return redirect(`${back}?told=submitted`);
}

const settleForm = z.object({
  choice: choice(['agree', 'return', 'close'], 'Choose what you decide'),
  words: words({ name: 'Your words', max: 3_000 }),
});

/**
 * A team manager agrees an assessment, gives it back with what is missing, or closes it with the reason.
 * Nobody agrees what they took up, handed in or wrote a part of.
 */
export async function settleAssessment(visit: Visit) {
  const file = await assessmentFileOf(visit, { forChange: true });
  if (file === null) return notFound();
  const { assessment } = file;
  const person = signedIn(visit);
  const read = parseForm(settleForm, visit.form);
  if (!read.ok) return wrong(...read.refusals);
  const { choice: chosen } = read.value;
  if (chosen === 'close' ? isSettled(file) : assessment.state !== 'submitted')
    return wrong(
      refusal('not-waiting', 'This assessment does not wait to be agreed. Look at where it stands now.'),
    );
  if (chosen !== 'agree' && read.value.words === '')
    return wrong(refusal('missing', 'Write the reason, so that everybody can read it later', 'words'));
  const named = { authorityId: visit.authority.id, assessmentId: assessment.id };
  if (chosen === 'agree') {
    const own = refusesOwnApproval(person, await writersOfAssessment(visit.transaction, named));
    if (own !== null) return wrong(own);
  }
  const at = visit.clock.now();
  const to = { agree: 'agreed', return: 'in-progress', close: 'closed' } as const;
  const kind = { agree: 'agreed', return: 'returned', close: 'closed' } as const;
  await moveAssessment(visit.transaction, {
    ...named,
    to: to[chosen],
    at,
    ...(chosen === 'agree' ? { agreedBy: person } : {}),
  });
  await insertStep(visit.transaction, {
    authorityId: named.authorityId,
    assessment,
    kind: kind[chosen],
    words: read.value.words,
    by: person,
    at,
  });
  if (chosen !== 'return') await carryOn(visit, file, { isAgreed: chosen === 'agree' });
  return redirect(`/practitioners/assessments/${assessment.id}?told=${kind[chosen]}`);
}

function isSettled({ assessment }: AssessmentFile): boolean {
  return assessment.state === 'agreed' || assessment.state === 'closed';
}

/** The application that led to it goes back to be decided; the family is told. */
async function carryOn(
  visit: Visit,
  file: AssessmentFile,
  given: { readonly isAgreed: boolean },
): Promise<void> {
  const { assessment } = file;
  if (assessment.applicationId !== null) await backToOfficer(visit, assessment.applicationId, given);
  await tellOf(visit, file, given.isAgreed ? 'assessment-agreed' : 'assessment-closed');
}

async function backToOfficer(
  visit: Visit,
  applicationId: string,
  given: { readonly isAgreed: boolean },
): Promise<void> {
  const named = { authorityId: visit.authority.id, applicationId };
  const application = await applicationBy(visit.transaction, { ...named, forChange: true });
  if (application?.state !== 'referred' || application.referredTo !== 'assessment') return;
  const at = visit.clock.now();
  const dueOn = lastDayBy(visit.authority, { id: 'grant-decision', from: visit.clock.today() });
  await changeState(visit.transaction, { ...named, to: 'sent', at, waitingSince: null, dueOn });
  await addEvent(visit.transaction, {
    ...named,
    at,
    personId: signedIn(visit).id,
    kind: 'assessed',
    words: given.isAgreed
      ? 'The assessment is finished. Now we decide about your application.'
      : 'The assessment was stopped. Now we decide about your application.',
    isForFamily: true,
  });
}

/** A parent carer's own assessment is for that carer alone. */
async function tellOf(
  visit: Visit,
  { assessment, child }: AssessmentFile,
  kind: 'assessment-to-read' | 'assessment-agreed' | 'assessment-closed',
): Promise<void> {
  await tellFamily(visit, {
    kind,
    templateId: kind,
    fields: {
      child: fullName(child),
      kind: kindWords[assessment.kind],
      link: `${visit.origin}/account/assessments/${assessment.id}`,
    },
    householdId: assessment.householdId,
    reference: assessment.reference,
    ...(assessment.kind === 'parent-carer' ? { onlyTo: assessment.forPersonId } : {}),
  });
}
