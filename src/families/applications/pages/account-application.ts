import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { backLink, button, fileUpload, notificationBanner } from '#platform/govuk/index.ts';
import { refusalOf } from '#platform/web/form.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { answersToCheck } from '#platform/web/journey.ts';
import { wordsQuestion } from '#platform/web/questions.ts';
import { type Answer, notFound, page, redirect, type Visit } from '#platform/web/visit.ts';
import { applicationOf } from '../actions/signed-in.ts';
import type { Application, ApplicationEvent } from '../domain/application.ts';
import { applicationJourney } from '../steps/application-journey.ts';
import { eventsOf } from '../store/applications.ts';
import { childNameOf, stateMark, stateWords } from './application-words.ts';

/** One application for the family: where it stands, what to do, what happened, what was sent. */
export async function accountApplicationPage(visit: Visit): Promise<Answer> {
  const application = await applicationOf(visit);
  if (application === null || application.state === 'withdrawn') return notFound();
  if (application.state === 'draft') return redirect(`/apply/${application.id}`);
  const events = await eventsOf(visit.transaction, {
    authorityId: visit.authority.id,
    applicationId: application.id,
  });
  const isOpen = application.state === 'sent' || application.state === 'more-asked';
  return page({
    title: `Application for ${childNameOf(application)}`,
    section: 'account',
    isPrivate: true,
    before: backLink({ href: '/account' }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorsOf(visit)}
${visit.query.get('already') === 'yes' ? notificationBanner({ text: `You have already applied for ${childNameOf(application)} this year. This is that application. You do not need to send another.` }) : nothing}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">Reference ${application.reference}</span>Application for ${childNameOf(application)}</h1>
<div class="daybreak-panel"><p class="govuk-body">${stateMark(application)}</p><p class="govuk-body-l">${stateWords(application)}</p>
${application.state === 'decided' && html`<p class="govuk-body"><a class="govuk-link" href="/account/applications/${application.id}/letter">Read the letter</a></p>`}</div>
${application.state === 'more-asked' && answerForm(visit, application, lastRequest(events))}
<h2 class="govuk-heading-m">What has happened</h2>
<ol class="govuk-list">${events.filter((event) => event.isForFamily).map((event) => html`<li><strong>${formatDate(dateInEngland(event.at))}</strong>: ${event.words}</li>`)}</ol>
<h2 class="govuk-heading-l">What you told us</h2>
${answersToCheck(applicationJourney, application.answers, null)}
${isOpen && formTo(visit, button({ text: 'Take this application back', classes: 'govuk-button--secondary' }), { to: `/apply/${application.id}/withdraw` })}
</div></div>`,
  });
}

function lastRequest(events: readonly ApplicationEvent[]): string {
  return events.findLast((event) => event.kind === 'more-asked')?.words ?? '';
}

function answerForm(visit: Visit, application: Application, request: string): Html {
  const upload = (field: 'benefit' | 'diagnosis', label: string) => {
    const message = refusalOf(visit.formState, field);
    return fileUpload({
      id: field,
      name: field,
      label: { text: label },
      hint: { text: 'PDF, JPEG or PNG, up to 10MB. A photo is fine' },
      ...(message === undefined ? {} : { errorMessage: { text: message } }),
    });
  };
  return html`<h2 class="govuk-heading-l">What we need from you</h2>
<blockquote class="daybreak-quote">${request.split('\n').map((line) => html`<p class="govuk-body">${line}</p>`)}</blockquote>
${formTo(
  visit,
  html`${wordsQuestion(visit, { field: 'answer', label: 'Your answer', rows: 4 })}
${upload('benefit', 'DLA or PIP letter (if we asked for it)')}
${upload('diagnosis', 'Letter that says what was diagnosed (if we asked for it)')}
${button({ text: 'Send your answer', preventDoubleClick: true })}`,
  { to: `/account/applications/${application.id}/answer`, takesFiles: true },
)}`;
}
