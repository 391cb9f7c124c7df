import { type AwardSummary, awardsOfPerson, formatGranted } from '#families/awards/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import { button, notificationBanner } from '#platform/govuk/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type Answer, page, redirect, type Visit } from '#platform/web/visit.ts';
import { signedIn } from '../actions/signed-in.ts';
import type { Application } from '../domain/application.ts';
import { ownApplications } from '../own-applications.ts';
import { childNameOf, stateMark, stateWords, yearWords } from './application-words.ts';

/** A family's account: what to do, what it has, what was asked for. */
export async function accountPage(visit: Visit): Promise<Answer> {
  const person = signedIn(visit);
  if (person.kind === 'practitioner') return redirect('/practitioners');
  const authorityId = visit.authority.id;
  const applications = await ownApplications(visit);
  const awards = await awardsOfPerson(visit.transaction, { authorityId, personId: person.id });
  const isNew = applications.length === 0 && awards.length === 0;
  return page({
    title: 'Your account',
    section: 'account',
    isPrivate: true,
    main: html`${bannerOf(visit)}
<h1 class="govuk-heading-xl">Your account</h1>
${toDo(applications)}
${isNew ? welcome : html`${whatYouHave(awards)}${whatYouAskedFor(applications.filter(({ state }) => state !== 'draft'))}`}
${!isNew && button({ text: 'Apply or renew', href: '/apply' })}
<h2 class="govuk-heading-m">Signing in</h2>
<p class="govuk-body">You are signed in as <span class="daybreak-break">${person.email}</span>.<br><a class="govuk-link" href="/account/sessions">See where you are signed in, or sign out</a></p>`,
  });
}

function bannerOf(visit: Visit): Html {
  switch (visit.query.get('withdrawn')) {
    case 'yes':
      return notificationBanner({ text: 'You have taken the application back. We do not decide it.' });
    case 'draft':
      return notificationBanner({ text: 'The application is thrown away.' });
    default:
      return nothing;
  }
}

/** What somebody sees who has just come: where to begin. */
const welcome = html`<p class="govuk-body-l">Here you will see what you asked for, what you have, and anything that you need to do.</p>
<ul class="daybreak-cards">
<li class="daybreak-card"><h2 class="daybreak-card__title"><a class="govuk-link" href="/apply">Apply for a short breaks grant</a></h2><p>Money once a year for breaks. It takes about 15 minutes.</p></li>
<li class="daybreak-card"><h2 class="daybreak-card__title"><a class="govuk-link" href="/what-can-we-get">See what your family can get</a></h2><p>A few questions, and an answer at once.</p></li>
<li class="daybreak-card"><h2 class="daybreak-card__title"><a class="govuk-link" href="/find">Find a short break</a></h2><p>Clubs, days out and more. Many need no application.</p></li>
</ul>`;

function toDo(applications: readonly Application[]): Html {
  const waiting = applications.filter(({ state }) => state === 'more-asked');
  const drafts = applications.filter(({ state }) => state === 'draft');
  if (waiting.length + drafts.length === 0) return nothing;
  return html`<div class="daybreak-panel"><h2 class="govuk-heading-m">For you to do</h2>
<ul class="govuk-list govuk-list--spaced">
${waiting.map((one) => html`<li><a class="govuk-link govuk-!-font-weight-bold" href="/account/applications/${one.id}">Answer our question about ${childNameOf(one)}</a></li>`)}
${drafts.map((one) => html`<li><a class="govuk-link govuk-!-font-weight-bold" href="/apply/${one.id}">${one.answers.child === undefined ? 'Finish and send your application' : `Finish and send the application for ${childNameOf(one)}`}</a></li>`)}
</ul></div>`;
}

function whatYouHave(awards: readonly AwardSummary[]): Html {
  if (awards.length === 0) return nothing;
  return html`<h2 class="govuk-heading-l">What you have</h2>
<ul class="daybreak-cards">${awards.map(awardCard)}</ul>`;
}

function awardCard(award: AwardSummary): Html {
  return html`<li class="daybreak-card"><h3 class="daybreak-card__title"><a class="govuk-link" href="${award.letterPath}">Short breaks grant for ${award.childName}</a></h3>
<p class="daybreak-figure">${formatGranted(award)}</p>
<p>To use from ${formatDate(award.startsOn)} to ${formatDate(award.endsOn)}.</p>
<p class="daybreak-soft">We look at it again on ${formatDate(award.reviewOn)}. Reference ${award.reference}</p></li>`;
}

function whatYouAskedFor(applications: readonly Application[]): Html {
  if (applications.length === 0) return nothing;
  return html`<h2 class="govuk-heading-l">What you asked for</h2>
<ul class="daybreak-cards">${applications.map(applicationCard)}</ul>`;
}

function applicationCard(application: Application): Html {
  return html`<li class="daybreak-card"><h3 class="daybreak-card__title"><a class="govuk-link" href="/account/applications/${application.id}">${childNameOf(application)}</a></h3>
<p>${stateMark(application)}</p><p>${stateWords(application)}</p><p class="daybreak-soft">${yearWords(application)}<br>Reference ${application.reference}</p></li>`;
}
