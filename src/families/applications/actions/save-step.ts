import { refusal } from '#kernel/refusal.ts';
import { nextStep } from '#platform/web/journey.ts';
import { notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import type { Answers } from '../domain/answers.ts';
import { applicationJourney, stepAt } from '../steps/application-journey.ts';
import { applicationForChild, saveAnswers } from '../store/applications.ts';
import { applicationOf } from './signed-in.ts';

/** Keeps the answers of one step and leads to the next one that is open, or to the check page. */
export async function saveStep(visit: Visit) {
  const application = await applicationOf(visit, { forChange: true });
  const step = stepAt(visit.params.step);
  if (application === null || step === null) return notFound();
  if (application.state !== 'draft') return redirect(`/account/applications/${application.id}`);
  const reading = await step.read(visit, application.answers);
  if (!reading.ok) {
    return wrong(
      ...(reading.refusals.length > 0 ? reading.refusals : [refusal('not-valid', 'Check your answers')]),
    );
  }
  const first = await alreadyAppliedFor(visit, application.schemeId, application.grantYear, reading.answers);
  if (first !== null) return redirect(`/account/applications/${first}?already=yes`);
  await saveAnswers(visit.transaction, {
    authorityId: visit.authority.id,
    applicationId: application.id,
    answers: reading.answers,
    at: visit.clock.now(),
  });
  visit.concerns('application', application.id, { step: step.slug });
  const next = nextStep(applicationJourney, reading.answers, step);
  return redirect(`/apply/${application.id}/${next?.slug ?? 'check'}`);
}

/** One application a child a year: the second is answered with the first. */
async function alreadyAppliedFor(
  visit: Visit,
  schemeId: string,
  grantYear: string,
  answers: Answers,
): Promise<string | null> {
  const childId = answers.child?.childId ?? null;
  if (childId === null) return null;
  const first = await applicationForChild(visit.transaction, {
    authorityId: visit.authority.id,
    schemeId,
    childId,
    grantYear,
  });
  return first === null || first.state === 'draft' ? null : first.id;
}
