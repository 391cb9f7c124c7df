import { backLink, button } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { neededSteps } from '#platform/web/journey.ts';
import { type Answer, notFound, page, redirect, type Visit } from '#platform/web/visit.ts';
import { applicationOf } from '../actions/signed-in.ts';
import { askingOf } from '../asking.ts';
import type { Application } from '../domain/application.ts';
import type { ApplicationStep } from '../steps/application-step.ts';

/** One step of the application: its question or the few that belong together. */
export async function stepPage(visit: Visit): Promise<Answer> {
  const application = await applicationOf(visit);
  if (application === null) return notFound();
  if (application.state !== 'draft') return redirect(`/account/applications/${application.id}`);
  const { offer, steps: stepsOf } = await askingOf(visit, application);
  const steps = stepsOf(application.answers);
  const step = steps.find(({ slug }) => slug === visit.params.step);
  if (step === undefined) return notFound();
  const fields = await step.questions(visit, application.answers);
  return page({
    title: step.title,
    section: 'apply',
    isPrivate: true,
    before: backLink({ href: addressBefore(visit, application, { step, steps }) }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorsOf(visit)}
<span class="govuk-caption-l">${step.section === offer.scheme.name ? step.section : captionOf(application, step)}</span>
${forWhom(application, step)}${!step.isOneQuestion && html`<h1 class="govuk-heading-l">${step.title}</h1>`}
${formTo(visit, html`${fields}${button({ text: 'Save and continue', preventDoubleClick: true })}`, { takesFiles: step.slug === 'letters' })}
<p class="govuk-body">You can stop at any time. We keep what you have saved. <a class="govuk-link" href="/apply/${application.id}">See all the questions</a></p>
</div></div>`,
  });
}

/** Among several children, which one this is about. */
function captionOf({ answers, sittingId }: Application, { section, slug }: ApplicationStep): string {
  const name = answers.child?.givenName;
  return sittingId === null || name === undefined || slug === 'child' ? section : `${section}: ${name}`;
}

/** The questions speak to a parent; whoever else answers them reads for whom. */
function forWhom({ answers: { by, child } }: Application, { slug }: ApplicationStep): Html | false {
  if (by === undefined || slug === 'who') return false;
  const whom = by.kind === 'young-person' ? 'you' : (child?.givenName ?? 'the child that you apply for');
  return html`<p class="govuk-body daybreak-soft">Where it says “your child”, we mean ${whom}.</p>`;
}

/** The page before: the answers to check for somebody who came from there, else the question before, else the list. */
function addressBefore(
  visit: Visit,
  application: Application,
  at: { readonly step: ApplicationStep; readonly steps: readonly ApplicationStep[] },
): string {
  const address = `/apply/${application.id}`;
  if (visit.query.get('from') === 'check') return `${address}/check`;
  const steps = neededSteps(at.steps, application.answers);
  const before = steps[steps.findIndex((one) => one.slug === at.step.slug) - 1];
  return before === undefined ? address : `${address}/${before.slug}`;
}
