import { button } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { alertOfVisit } from '../actions/answer-link.ts';
import type { Alert } from '../domain/alert.ts';
import { searchInWords } from '../search-of-alert.ts';

function said(title: string, main: Html, status = 200): Page {
  return page({
    title,
    section: 'find',
    isPrivate: true,
    status,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-xl">${title}</h1>
${main}</div></div>`,
  });
}

const toFind = html`<p class="govuk-body"><a class="govuk-link" href="/find">Find a short break</a></p>`;

/** After asking: nothing begins before the button of the message is pressed. */
export function checkYourEmailPage(): Page {
  return said(
    'Check your email',
    html`<p class="govuk-body-l">We have sent you a message. Open it and press its button. Nothing begins before that.</p>
<p class="govuk-body">If it does not come, look in your junk mail, or ask again and check the address. We write to one address a few times a day at most: if you have asked often today, use the newest message, or ask again tomorrow.</p>${toFind}`,
  );
}

/** After saying yes. */
export function confirmedPage(): Page {
  return said(
    'You will hear from us',
    html`<p class="govuk-body-l">We write when there is something new. Each message has a link that stops them.</p>${toFind}`,
  );
}

/** After stopping. */
export function stoppedPage(): Page {
  return said(
    'You get no more of these messages',
    html`<p class="govuk-body-l">We have destroyed your address and what you asked for.</p>
<p class="govuk-body">Did you press it by mistake? <a class="govuk-link" href="/alerts">Ask again</a></p>`,
  );
}

const gone = said(
  'This link does nothing any more',
  html`<p class="govuk-body-l">The messages were stopped, or nobody pressed the button within seven days.</p>
<p class="govuk-body"><a class="govuk-link" href="/alerts">Ask again to be told of what is new</a></p>`,
  410,
);

function wanted(alert: Alert): Html {
  return html`<ul class="govuk-list govuk-list--bullet">
${alert.wanted !== null && html`<li>What is new, ${alert.wanted.frequency === 'weekly' ? 'once a week' : 'once a month'}, when there is something: ${searchInWords(alert.wanted.search)}</li>`}
${alert.wantsNewsletter && html`<li>The newsletter</li>`}</ul>`;
}

/** The page behind the link of the first message. Opening it begins nothing; a mail scanner may do so. */
export async function confirmPage(visit: Visit): Promise<Page> {
  const alert = await alertOfVisit(visit);
  if (alert === null) return gone;
  return said(
    'Shall we begin?',
    html`${errorsOf(visit)}<p class="govuk-body-l">You get this at ${alert.email}:</p>
${wanted(alert)}
${formTo(visit, button({ text: 'Yes, tell me', preventDoubleClick: true }))}
<p class="govuk-body">If you did not ask for this, close the page. We forget the address after seven days. You want none of our messages? <a class="govuk-link" href="${visit.path.replace('/confirm/', '/stop/')}">Stop them all</a></p>`,
  );
}

/** The page behind the link that stops the messages. One press is enough. */
export async function stopPage(visit: Visit): Promise<Page> {
  const alert = await alertOfVisit(visit);
  if (alert === null) return gone;
  return said(
    'Stop these messages?',
    html`${errorsOf(visit)}<p class="govuk-body-l">We write to ${alert.email} of this:</p>
${wanted(alert)}
<p class="govuk-body">Stopping ends everything that this address asked for.</p>
${formTo(visit, button({ text: 'Stop, and forget my address', preventDoubleClick: true }))}`,
  );
}
