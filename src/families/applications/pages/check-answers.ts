import { backLink, button, checkboxes, insetText } from '#platform/govuk/index.ts';
import { refusalOf } from '#platform/web/form.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { html } from '#platform/web/html.ts';
import { answersToCheck, nextStep } from '#platform/web/journey.ts';
import { type Answer, notFound, page, redirect, type Visit } from '#platform/web/visit.ts';
import { applicationOf } from '../actions/signed-in.ts';
import { applicationJourney } from '../steps/application-journey.ts';

/** All answers on one page, to check before they are sent. */
export async function checkAnswersPage(visit: Visit): Promise<Answer> {
  const application = await applicationOf(visit);
  if (application === null) return notFound();
  if (application.state !== 'draft') return redirect(`/account/applications/${application.id}`);
  const open = nextStep(applicationJourney, application.answers);
  if (open !== null && visit.formState.refusals.length === 0)
    return redirect(`/apply/${application.id}/${open.slug}`);
  const message = refusalOf(visit.formState, 'declared');
  const { letters } = application.answers;
  return page({
    title: 'Check your answers',
    section: 'apply',
    isPrivate: true,
    before: backLink({ href: `/apply/${application.id}` }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorsOf(visit)}
<h1 class="govuk-heading-l">Check your answers</h1>
${answersToCheck(applicationJourney, application.answers, (step) => `/apply/${application.id}/${step.slug}`)}
${letters?.sendsLater === true && insetText({ text: 'You said that you will send a letter later. You can send this now, but we can only decide once we have seen it.' })}
<h2 class="govuk-heading-m">Send your application</h2>
${formTo(
  visit,
  html`${checkboxes({
    idPrefix: 'declared',
    name: 'declared',
    items: [{ value: 'yes', text: 'This is true as far as I know, and I will say if it changes' }],
    ...(message === undefined ? {} : { errorMessage: { text: message } }),
  })}
${button({ text: 'Send application', preventDoubleClick: true })}`,
  { to: `/apply/${application.id}/send` },
)}
</div></div>`,
  });
}
