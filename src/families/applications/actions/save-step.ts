import { ageOn } from '#kernel/local-date.ts';
import { refusal } from '#kernel/refusal.ts';
import { nextStep } from '#platform/web/journey.ts';
import { notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { askingOf } from '../asking.ts';
import type { Answers } from '../domain/answers.ts';
import { withCommon } from '../domain/answers-of-sitting.ts';
import type { Application } from '../domain/application.ts';
import { isOnOnePage } from '../renewal.ts';
import { draftsWith } from '../sitting.ts';
import { changeState, saveAnswers } from '../store/applications.ts';
import { applicationForChild } from '../store/applications-for-child.ts';
import { applicationOf } from './signed-in.ts';

/** Keeps the answers of one step and leads to the next one that is open, or to the check page. */
export async function saveStep(visit: Visit) {
  const application = await applicationOf(visit, { forChange: true });
  if (application === null) return notFound();
  if (application.state !== 'draft') return redirect(`/account/applications/${application.id}`);
  const steps = (await askingOf(visit, application)).steps(application.answers);
  const step = steps.find(({ slug }) => slug === visit.params.step);
  if (step === undefined) return notFound();
  const reading = await step.read(visit, application.answers);
  if (!reading.ok) {
    return wrong(
      ...(reading.refusals.length > 0 ? reading.refusals : [refusal('not-valid', 'Check your answers')]),
    );
  }
  const { answers } = reading;
  const tooYoung = youngPersonProblem(visit, answers);
  if (tooYoung !== null) return wrong(tooYoung);
  const first = await alreadyAppliedFor(visit, application, answers);
  if (first !== null) {
    await dropEmptyDraft(visit, application);
    return redirect(`/account/applications/${first.id}?already=yes`);
  }
  await keep(visit, application, answers);
  visit.concerns('application', application.id, { step: step.slug });
  // What is asked next follows from what was just said: of another child we hold other things.
  const now = (await askingOf(visit, { ...application, answers })).steps(answers);
  const after = now.find(({ slug }) => slug === step.slug);
  const next = nextStep(now, answers, after);
  const end = isOnOnePage({ ...application, answers }) ? 'renew' : 'check';
  return redirect(`/apply/${application.id}/${next?.slug ?? end}`);
}

/** Keeps the answers, and what is common to the children of a sitting with each of them. */
async function keep(visit: Visit, application: Application, answers: Answers): Promise<void> {
  const at = visit.clock.now();
  const authorityId = visit.authority.id;
  await saveAnswers(visit.transaction, { authorityId, applicationId: application.id, answers, at });
  const others = await draftsWith(visit, application, { forChange: true });
  for (const { id, answers: own } of others.filter((one) => one.id !== application.id)) {
    const kept = { authorityId, applicationId: id, answers: withCommon(own, answers), at };
    await saveAnswers(visit.transaction, kept);
  }
}

/** From 16 on, a young person may ask for themself. */
const ownVoiceFrom = 16;

function youngPersonProblem(visit: Visit, { by, child }: Answers) {
  if (by?.kind !== 'young-person' || child === undefined) return null;
  return ageOn(Temporal.PlainDate.from(child.bornOn), visit.clock.today()) >= ownVoiceFrom
    ? null
    : refusal(
        'too-young',
        `You can apply for yourself from ${ownVoiceFrom} on. Before that, ask a parent or somebody who works with you to apply`,
        'bornOn',
      );
}

/** One application a child a year: the second is answered with the first. */
async function alreadyAppliedFor(
  visit: Visit,
  application: Application,
  answers: Answers,
): Promise<Application | null> {
  const childId = answers.child?.childId ?? null;
  if (childId === null || visit.person?.kind !== 'family') return null;
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
