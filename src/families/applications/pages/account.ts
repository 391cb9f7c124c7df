import { awardsOfPerson } from '#families/awards/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import { formatPounds } from '#kernel/money.ts';
import { button, notificationBanner } from '#platform/govuk/index.ts';
import { html, nothing } from '#platform/web/html.ts';
import { type Answer, type Page, page, redirect, type Visit } from '#platform/web/visit.ts';
import { signedIn } from '../actions/signed-in.ts';
import type { Application } from '../domain/application.ts';
import { applicationsOfFamily } from '../store/applications.ts';
import { childNameOf, stateMark, stateWords } from './application-words.ts';

/** A family's account: what to do, what was asked for, what it has. */
export async function accountPage(visit: Visit): Promise<Answer> {
  const person = signedIn(visit);
  if (person.kind === 'practitioner') return redirect('/practitioners');
  const applications = await applicationsOfFamily(visit.transaction, visit.authority.id);
  return page(await accountContent(visit, applications));
}

async function accountContent(
  visit: Visit,
  applications: readonly Application[],
): Promise<Omit<Page, 'kind'>> {
  const person = signedIn(visit);
  const awards = await awardsOfPerson(visit.transaction, {
    authorityId: visit.authority.id,
    personId: person.id,
  });
  const waiting = applications.filter((application) => application.state === 'more-asked');
  return {
    title: 'Your account',
    section: 'account',
    isPrivate: true,
    main: html`<h1 class="govuk-heading-xl">Your account</h1>
${visit.query.get('withdrawn') === 'yes' ? notificationBanner({ text: 'You have taken the application back.' }) : nothing}
${
  waiting.length > 0 &&
  html`<div class="daybreak-panel"><h2 class="govuk-heading-m">Something for you to do</h2>
<ul class="govuk-list">${waiting.map((application) => html`<li><a class="govuk-link" href="/account/applications/${application.id}">Answer our question about ${childNameOf(application)}</a></li>`)}</ul></div>`
}
<h2 class="govuk-heading-l">What you have</h2>
${awards.length === 0 ? html`<p class="govuk-body">Nothing yet.</p>` : html`<ul class="daybreak-cards">${awards.map((award) => awardCard(award))}</ul>`}
<h2 class="govuk-heading-l">What you asked for</h2>
${applications.length === 0 ? html`<p class="govuk-body">You have not applied for anything yet.</p>` : html`<ul class="daybreak-cards">${applications.map(applicationCard)}</ul>`}
${button({ text: 'Apply or renew', href: '/apply' })}
<h2 class="govuk-heading-m">Signing in</h2>
<p class="govuk-body">You are signed in as ${person.email}. <a class="govuk-link" href="/account/sessions">See where you are signed in, or sign out</a></p>`,
  };
}

type AwardSummary = Awaited<ReturnType<typeof awardsOfPerson>>[number];

function awardCard(award: AwardSummary) {
  return html`<li class="daybreak-card"><h3 class="daybreak-card__title"><a class="govuk-link" href="${award.letterPath}">Short breaks grant for ${award.childName}</a></h3>
<p class="daybreak-figure">${formatPounds(award.amount)}</p>
<p>To use from ${formatDate(award.startsOn)} to ${formatDate(award.endsOn)}.</p>
<p class="daybreak-soft">We look at it again on ${formatDate(award.reviewOn)}. Reference ${award.reference}</p></li>`;
}

function applicationCard(application: Application) {
  const href =
    application.state === 'draft' ? `/apply/${application.id}` : `/account/applications/${application.id}`;
  return html`<li class="daybreak-card"><h3 class="daybreak-card__title"><a class="govuk-link" href="${href}">${childNameOf(application)}</a></h3>
<p>${stateMark(application)}</p><p>${stateWords(application)}</p><p class="daybreak-soft">Reference ${application.reference}</p></li>`;
}
