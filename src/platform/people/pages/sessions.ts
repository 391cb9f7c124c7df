import { dateInEngland, england } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { button, notificationBanner, tag } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { type OpenSession, openSessionsOf } from '../sessions.ts';

const ways: Readonly<Record<string, string>> = {
  'email-link': 'by a link in an email',
  openid: 'with your council account',
  demonstration: 'as somebody of the demonstration',
};

const ended: Readonly<Record<string, string>> = {
  others: 'You are now signed out everywhere else.',
  one: 'You are now signed out there.',
};

/** An instant as people say it in England: "24 November 2026 at 10:05am". */
function inWords(instant: Temporal.Instant): string {
  const { hour, minute } = instant.toZonedDateTimeISO(england);
  const clock = `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')}${hour < 12 ? 'am' : 'pm'}`;
  return `${formatDate(dateInEngland(instant))} at ${clock}`;
}

function card(session: OpenSession, isThisOne: boolean): Html {
  return html`<li class="daybreak-card"><h2 class="daybreak-card__title">${session.device} ${isThisOne && tag({ text: 'This one' })}</h2>
<p>Signed in on ${inWords(session.since)}, ${ways[session.way] ?? session.way}.</p>
<p class="daybreak-soft">Ends by itself on ${inWords(session.until)}.</p>
${button({ html: html`Sign out<span class="govuk-visually-hidden"> of ${session.device}, signed in on ${inWords(session.since)}</span>`, name: 'session', value: session.id, classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}</li>`;
}

/** Where the person is signed in now, with a way out of each. */
export async function sessionsPage(visit: Visit): Promise<Page> {
  if (visit.person === null) throw new Error('the policy lets only signed-in people in');
  const { id: personId, sessionId, name, email } = visit.person;
  const sessions = await openSessionsOf(visit.transaction, {
    authorityId: visit.authority.id,
    personId,
    now: visit.clock.now(),
  });
  const said = ended[visit.query.get('ended') ?? ''];
  return page({
    title: 'Where you are signed in',
    section: 'account',
    isPrivate: true,
    main: html`${errorsOf(visit)}${said === undefined ? nothing : notificationBanner({ text: said, type: 'success' })}
<h1 class="govuk-heading-xl">Where you are signed in</h1>
<p class="govuk-body-l govuk-!-text-break-word">You are ${name}, ${email}. If you do not know one of these, sign out of it${visit.person.kind === 'practitioner' ? ' and tell the people who look after your council account' : ' and tell us'}.</p>
${formTo(
  visit,
  html`<ul class="daybreak-cards">${sessions.map((session) => card(session, session.id === sessionId))}</ul>
${sessions.length > 1 && button({ text: 'Sign out everywhere else', name: 'session', value: 'others' })}`,
)}`,
  });
}
