import { backLink, button } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { html } from '#platform/web/html.ts';
import { type Answer, notFound, page, redirect, type Visit } from '#platform/web/visit.ts';
import { applicationOf } from '../actions/signed-in.ts';
import { stepAt } from '../steps/application-journey.ts';

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
    before: backLink({ href: `/apply/${application.id}` }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorsOf(visit)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${step.section}</span>${step.title}</h1>
${formTo(visit, html`${fields}${button({ text: 'Save and continue', preventDoubleClick: true })}`, { takesFiles: step.slug === 'letters' })}
<p class="govuk-body"><a class="govuk-link" href="/apply/${application.id}">See all parts</a>, or stop here: what you saved before this page is kept.</p>
</div></div>`,
  });
}
