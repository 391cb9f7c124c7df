import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { backLink, button, details, notificationBanner } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { answersToCheck } from '#platform/web/journey.ts';
import { wordsQuestion } from '#platform/web/questions.ts';
import { type Answer, notFound, page, redirect, type Visit } from '#platform/web/visit.ts';
import { applicationOf } from '../actions/signed-in.ts';
import type { Application, ApplicationEvent } from '../domain/application.ts';
import { timelineOf } from '../own-applications.ts';
import { shownJourney } from '../steps/application-journey.ts';
import { linesOf } from '../steps/application-step.ts';
import { letterQuestion } from '../steps/letters.ts';

import { childNameOf, stateMark, stateWords, yearWords } from './application-words.ts';

/** One application for the family: where it stands, what to do, what happened, what was sent. */
export async function accountApplicationPage(visit: Visit): Promise<Answer> {
  const application = await applicationOf(visit);
  if (application === null) return notFound();
  if (application.state === 'withdrawn') return redirect('/account?withdrawn=yes');
  if (application.state === 'draft') return redirect(`/apply/${application.id}`);
  const events = await timelineOf(visit, application);
  const address = `/account/applications/${application.id}`;
  return page({
    title: `Application for ${childNameOf(application)}`,
    section: 'account',
    isPrivate: true,
    before: backLink({ text: 'Your account', href: '/account' }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorsOf(visit)}
${bannerOf(visit, application)}
<span class="govuk-caption-l">Reference ${application.reference}</span>
<h1 class="govuk-heading-l">Application for ${childNameOf(application)}</h1>
<div class="daybreak-panel"><p class="govuk-body">${stateMark(application)}</p><p class="govuk-body-l">${stateWords(application)}</p>
${hasLetter(events) && html`<p class="govuk-body"><a class="govuk-link" href="${address}/letter">Read the letter</a></p>`}
<p class="govuk-body">This is for the year ${yearWords(application)}.</p></div>
${application.state === 'more-asked' && requestOf(visit, address, events)}
${['sent', 'waiting', 'referred'].includes(application.state) && addForm(visit, address, application)}
<h2 class="govuk-heading-m">What has happened</h2>
<ol class="daybreak-timeline">${events.map(eventLine)}</ol>
<h2 class="govuk-heading-l govuk-!-margin-top-8">What you told us</h2>
${answersToCheck(shownJourney, application.answers, null)}
${application.state !== 'decided' && html`<p class="govuk-body"><a class="govuk-link" href="/apply/${application.id}/withdraw">Take this application back</a></p>`}
</div></div>`,
  });
}

/** A letter came with a yes or a no, and also with a place on the waiting list or a look more closely. */
function hasLetter(events: readonly ApplicationEvent[]): boolean {
  return events.some(({ kind }) => kind === 'letter-sent');
}

function bannerOf(visit: Visit, application: Application): Html {
  if (visit.query.get('already') === 'yes')
    return notificationBanner({
      text: `You have already applied for ${childNameOf(application)} this year. This is that application. You do not need to send another.`,
    });
  if (visit.query.get('answered') === 'yes')
    return notificationBanner({ type: 'success', text: 'Thank you. We have what you sent.' });
  return nothing;
}

const speakers: ReadonlyMap<ApplicationEvent['kind'], string> = new Map([
  ['more-asked', 'We asked you:'],
  ['more-given', 'You told us:'],
]);

function eventLine(event: ApplicationEvent): Html {
  const who = speakers.get(event.kind);
  return html`<li><strong>${formatDate(dateInEngland(event.at))}</strong><br>${who !== undefined && html`${who}<br>`}${linesOf(event.words)}</li>`;
}

/** What an officer asked for, and where to answer. */
function requestOf(visit: Visit, address: string, events: readonly ApplicationEvent[]): Html {
  const request = events.findLast((event) => event.kind === 'more-asked')?.words ?? '';
  return html`<h2 class="govuk-heading-l">What we need from you</h2>
<blockquote class="daybreak-quote"><p class="govuk-body">${linesOf(request)}</p></blockquote>
${answerForm(visit, address, 'Your answer')}`;
}

/** A family may add something while it waits: the letter that it did not have to hand, or news. */
function addForm(visit: Visit, address: string, application: Application): Html {
  const waitsForLetter = application.answers.letters?.sendsLater === true;
  return html`<div id="more">${details({
    summaryText: waitsForLetter ? 'Send us the letter' : 'Send us something more',
    html: answerForm(visit, address, 'What would you like to tell us?'),
    open: waitsForLetter || visit.formState.isTyped,
  })}</div>`;
}

function answerForm(visit: Visit, address: string, label: string): Html {
  return formTo(
    visit,
    html`${wordsQuestion(visit, { field: 'answer', label, hint: 'You can leave this empty if you send a letter', rows: 4 })}
${letterQuestion(visit, { field: 'benefit', label: 'DLA or PIP letter (optional)' })}
${letterQuestion(visit, { field: 'diagnosis', label: 'Letter that says what was diagnosed (optional)' })}
${button({ text: 'Send', preventDoubleClick: true })}`,
    { to: `${address}/answer`, takesFiles: true },
  );
}
