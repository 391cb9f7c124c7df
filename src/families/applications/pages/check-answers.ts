import { backLink, button, checkboxes, insetText } from '#platform/govuk/index.ts';
import { refusalOf } from '#platform/web/form.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { answersToCheck, nextStep } from '#platform/web/journey.ts';
import { type Answer, notFound, page, redirect, type Visit } from '#platform/web/visit.ts';
import { applicationOf } from '../actions/signed-in.ts';
import type { Answers } from '../domain/answers.ts';
import { otherCouncilOf } from '../other-council.ts';
import { applicationJourney } from '../steps/application-journey.ts';

/** All answers on one page, to check before they are sent. */
export async function checkAnswersPage(visit: Visit): Promise<Answer> {
  const application = await applicationOf(visit);
  if (application === null) return notFound();
  if (application.state !== 'draft') return redirect(`/account/applications/${application.id}`);
  const { answers } = application;
  const address = `/apply/${application.id}`;
  const open = nextStep(applicationJourney, answers);
  if (open !== null && visit.formState.refusals.length === 0) return redirect(`${address}/${open.slug}`);
  return page({
    title: 'Check your answers',
    section: 'apply',
    isPrivate: true,
    before: backLink({ href: address }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorsOf(visit)}
<h1 class="govuk-heading-l">Check your answers</h1>
<p class="govuk-body">Is all of this right? You can still change it.</p>
${answersToCheck(applicationJourney, answers, (step) => `${address}/${step.slug}?from=check`)}
${open === null ? sendForm(visit, { address, answers }) : html`<p class="govuk-body"><a class="govuk-link" href="${address}">See which questions have no answer yet</a></p>`}
</div></div>`,
  });
}

function sendForm(visit: Visit, draft: { readonly address: string; readonly answers: Answers }): Html {
  const message = refusalOf(visit.formState, 'declared');
  const { address, letters } = draft.answers;
  const other = address === undefined ? null : otherCouncilOf(visit.authority, address.postcode);
  return html`<h2 class="govuk-heading-m">Send your application</h2>
${other !== null && insetText({ text: `${address?.postcode} looks as if it is in ${other}. Each council helps the children who live in its own area. You can still send this, or call us first on ${visit.authority.contact.phone}.` })}
${letters?.sendsLater === true && insetText({ text: 'You will send a letter later. You can send the application now. We decide when we have seen the letter.' })}
${formTo(
  visit,
  html`${checkboxes({
    idPrefix: 'declared',
    name: 'declared',
    fieldset: { legend: { text: 'Before you send it', classes: 'govuk-visually-hidden' } },
    items: [{ value: 'yes', text: 'This is true as far as I know, and I will tell you if it changes' }],
    ...(message === undefined ? {} : { errorMessage: { text: message } }),
  })}
${button({ text: 'Send application', preventDoubleClick: true })}`,
  { to: `${draft.address}/send` },
)}`;
}
