import { backLink, button } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { html } from '#platform/web/html.ts';
import { neededSteps } from '#platform/web/journey.ts';
import { type Answer, notFound, page, redirect, type Visit } from '#platform/web/visit.ts';
import { applicationOf } from '../actions/signed-in.ts';
import type { Application } from '../domain/application.ts';
import { applicationJourney, stepAt } from '../steps/application-journey.ts';
import type { ApplicationStep } from '../steps/application-step.ts';

/** One step of the application: its question or the few that belong together. */
export async function stepPage(visit: Visit): Promise<Answer> {
  const application = await applicationOf(visit);
  const step = stepAt(visit.params.step);
  if (application === null || step === null) return notFound();
  if (application.state !== 'draft') return redirect(`/account/applications/${application.id}`);
  const fields = await step.questions(visit, application.answers);
  return page({
    title: step.title,
    section: 'apply',
    isPrivate: true,
    before: backLink({ href: addressBefore(visit, application, step) }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorsOf(visit)}
<span class="govuk-caption-l">${step.section}</span>
${!step.isOneQuestion && html`<h1 class="govuk-heading-l">${step.title}</h1>`}
${formTo(visit, html`${fields}${button({ text: 'Save and continue', preventDoubleClick: true })}`, { takesFiles: step.slug === 'letters' })}
<p class="govuk-body">You can stop at any time. We keep what you have saved. <a class="govuk-link" href="/apply/${application.id}">See all the questions</a></p>
</div></div>`,
  });
}

/** The page before: the answers to check for somebody who came from there, else the question before, else the list. */
function addressBefore(visit: Visit, application: Application, step: ApplicationStep): string {
  const address = `/apply/${application.id}`;
  if (visit.query.get('from') === 'check') return `${address}/check`;
  const steps = neededSteps(applicationJourney, application.answers);
  const before = steps[steps.findIndex((one) => one.slug === step.slug) - 1];
  return before === undefined ? address : `${address}/${before.slug}`;
}
