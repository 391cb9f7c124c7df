import { refusal } from '#kernel/refusal.ts';
import { nextStep } from '#platform/web/journey.ts';
import { notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import type { Answers } from '../domain/answers.ts';
import type { Application } from '../domain/application.ts';
import { applicationJourney, stepAt } from '../steps/application-journey.ts';
import { changeState, saveAnswers } from '../store/applications.ts';
import { applicationForChild } from '../store/applications-for-child.ts';
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
  const first = await alreadyAppliedFor(visit, application, reading.answers);
  if (first !== null) {
    await dropEmptyDraft(visit, application);
    return redirect(`/account/applications/${first.id}?already=yes`);
  }
  const { answers } = reading;
  const at = visit.clock.now();
  await saveAnswers(visit.transaction, {
    authorityId: visit.authority.id,
    applicationId: application.id,
    answers,
    at,
  });
  visit.concerns('application', application.id, { step: step.slug });
  const next = nextStep(applicationJourney, answers, step);
  return redirect(`/apply/${application.id}/${next?.slug ?? 'check'}`);
}

/** One application a child a year: the second is answered with the first. */
async function alreadyAppliedFor(
  visit: Visit,
  application: Application,
  answers: Answers,
): Promise<Application | null> {
  const childId = answers.child?.childId ?? null;
  if (childId === null) return null;
  return applicationForChild(visit.transaction, {
    authorityId: visit.authority.id,
    schemeId: application.schemeId,
    childId,
    grantYear: application.grantYear,
  });
}

/** A draft in which no child was named holds nothing that the family would miss. */
async function dropEmptyDraft(visit: Visit, application: Application): Promise<void> {
  if (application.answers.child !== undefined) return;
  await changeState(visit.transaction, {
    authorityId: visit.authority.id,
    applicationId: application.id,
    to: 'withdrawn',
    at: visit.clock.now(),
    waitingSince: null,
  });
}
