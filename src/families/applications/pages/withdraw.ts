import { backLink, button } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { html } from '#platform/web/html.ts';
import { type Answer, notFound, page, redirect, type Visit } from '#platform/web/visit.ts';
import { applicationOf } from '../actions/signed-in.ts';
import { childNameOf } from './application-words.ts';

/** Asks once more before an application is thrown away or taken back: it cannot be undone. */
export async function withdrawPage(visit: Visit): Promise<Answer> {
  const application = await applicationOf(visit);
  if (application === null) return notFound();
  if (application.state === 'withdrawn') return redirect('/account');
  const isDraft = application.state === 'draft';
  const isDecided = application.state === 'decided';
  if (isDecided && visit.formState.refusals.length === 0)
    return redirect(`/account/applications/${application.id}`);
  const before = isDraft ? `/apply/${application.id}` : `/account/applications/${application.id}`;
  const title = isDraft ? 'Throw this application away?' : 'Take this application back?';
  const words = isDraft
    ? 'Everything in it goes, and you cannot get it back. You can start a new one at any time.'
    : 'We stop reading it and do not decide. You can apply again, but you start at the end of the queue.';
  const yes = isDraft ? 'Yes, throw it away' : 'Yes, take it back';
  return page({
    title,
    section: isDraft ? 'apply' : 'account',
    isPrivate: true,
    before: backLink({ href: before }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorsOf(visit)}
<span class="govuk-caption-l">${childNameOf(application)}, reference ${application.reference}</span>
<h1 class="govuk-heading-l">${title}</h1>
${
  !isDecided &&
  html`<p class="govuk-body">${words}</p>
${formTo(visit, button({ text: yes, classes: 'govuk-button--warning', preventDoubleClick: true }))}`
}
<p class="govuk-body"><a class="govuk-link" href="${before}">${isDraft ? 'No, keep it' : 'No, leave it as it is'}</a></p>
</div></div>`,
  });
}
