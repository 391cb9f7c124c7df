import { backLink, button } from '#platform/govuk/index.ts';
import { formTo } from '#platform/web/form-page.ts';
import { html } from '#platform/web/html.ts';
import { neededSteps, nextStep, taskListOf } from '#platform/web/journey.ts';
import { type Answer, notFound, page, redirect, type Visit } from '#platform/web/visit.ts';
import { applicationOf } from '../actions/signed-in.ts';
import { applicationJourney } from '../steps/application-journey.ts';
import { childNameOf } from './application-words.ts';

/** Every step of a draft with where it stands, so that a family sees how far it has come. */
export async function taskListPage(visit: Visit): Promise<Answer> {
  const application = await applicationOf(visit);
  if (application === null) return notFound();
  if (application.state !== 'draft') return redirect(`/account/applications/${application.id}`);
  const { answers } = application;
  const steps = neededSteps(applicationJourney, answers);
  const done = steps.filter((step) => step.isAnswered(answers)).length;
  const next = nextStep(applicationJourney, answers);
  return page({
    title: 'Your application',
    section: 'apply',
    isPrivate: true,
    before: backLink({ href: '/apply' }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${childNameOf(application)}</span>Your application</h1>
<p class="govuk-body">You have answered ${done} of ${steps.length} parts. Everything is kept as you go.</p>
${button({ text: next === null ? 'Check your answers and send' : done === 0 ? 'Begin' : 'Go on', href: `/apply/${application.id}/${next?.slug ?? 'check'}` })}
${taskListOf(applicationJourney, answers, (step) => `/apply/${application.id}/${step.slug}`)}
<p class="govuk-body">Your reference is <strong>${application.reference}</strong>.</p>
${formTo(visit, button({ text: 'Throw this application away', classes: 'govuk-button--secondary' }), { to: `/apply/${application.id}/withdraw` })}
</div></div>`,
  });
}
