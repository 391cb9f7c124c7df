import { type Application, applicationWords, ownApplications } from '#families/applications/index.ts';
import { type AwardSummary, awardsOfPerson, formatGranted } from '#families/awards/index.ts';
import { type Child, householdOfPerson, onceEach } from '#families/register/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import { isOverdue, type ToDo } from '#kernel/to-do.ts';
import { button, notificationBanner } from '#platform/govuk/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type Answer, type Page, page, redirect, type Visit } from '#platform/web/visit.ts';
import { toDosOf } from '../sources.ts';
import { type UnderWay, underWay } from '../under-way.ts';
import { childCards } from './child-cards.ts';

/** A family's account: what to do, its children, what it has, what it asked for. */
export async function accountPage(visit: Visit): Promise<Answer> {
  const { person } = visit;
  if (person === null || person.kind === 'practitioner') return redirect('/practitioners');
  if (person.kind === 'provider') return redirect('/provider');
  const whose = { authorityId: visit.authority.id, personId: person.id };
  const household = await householdOfPerson(visit.transaction, whose);
  return show(visit, {
    email: person.email,
    toDos: await toDosOf(visit),
    children: onceEach(household?.children ?? []),
    awards: await awardsOfPerson(visit.transaction, whose),
    applications: await ownApplications(visit),
    going: await underWay(visit),
  });
}

type Shown = {
  readonly email: string;
  readonly toDos: readonly ToDo[];
  readonly children: readonly Child[];
  readonly awards: readonly AwardSummary[];
  readonly applications: readonly Application[];
  readonly going: readonly UnderWay[];
};

function show(visit: Visit, { email, toDos, children, awards, applications, going }: Shown): Page {
  const isNew = applications.length === 0 && awards.length === 0 && children.length === 0;
  return page({
    title: 'Your account',
    section: 'account',
    isPrivate: true,
    main: html`${bannerOf(visit)}
<h1 class="govuk-heading-xl">Your account</h1>
${toDoPanel(toDos, visit.clock.today())}
${isNew ? welcome : nothing}
${whatYouHave(awards)}
${whatYouAskedFor(applications.filter(({ state }) => state !== 'draft'))}
${goingOn(going)}
${!isNew && button({ text: 'Apply or renew', href: '/apply' })}
${childCards(children, visit.clock.today())}
<h2 class="govuk-heading-m">If something is not right</h2>
<p class="govuk-body">If you do not agree with a decision, its letter says how to ask again. You can also <a class="govuk-link" href="/account/complaints">complain, or see a complaint that you made</a>. It does not change how we treat you.</p>
<h2 class="govuk-heading-m">Who can see this</h2>
<p class="govuk-body">You are signed in as <span class="daybreak-break">${email}</span>.<br><a class="govuk-link" href="/account/sessions">See where you are signed in, or sign out</a>${children.length > 0 && html`<br><a class="govuk-link" href="/account/family">Share this account with the other parent</a>`}</p>`,
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
<li class="daybreak-card"><h2 class="daybreak-card__title"><a class="govuk-link" href="/apply">Ask for a short break</a></h2><p>See what you can ask for here. You can stop and go on later.</p></li>
<li class="daybreak-card"><h2 class="daybreak-card__title"><a class="govuk-link" href="/what-can-we-get">See what your family can get</a></h2><p>A few questions, and an answer at once.</p></li>
<li class="daybreak-card"><h2 class="daybreak-card__title"><a class="govuk-link" href="/find">Find a short break</a></h2><p>Clubs, days out and more. Many need no application.</p></li>
</ul>`;

function toDoPanel(toDos: readonly ToDo[], today: Temporal.PlainDate): Html {
  if (toDos.length === 0) return nothing;
  return html`<div class="daybreak-panel"><h2 class="govuk-heading-m">For you to do</h2>
<ul class="govuk-list govuk-list--spaced">
${toDos.map((toDo) => html`<li><a class="govuk-link govuk-!-font-weight-bold" href="${toDo.href}">${toDo.title}</a>: ${toDo.about}${toDo.by !== null && html`<br><span class="daybreak-soft">${isOverdue(toDo, today) ? 'It was due on' : 'By'} ${formatDate(toDo.by)}</span>`}</li>`)}
</ul></div>`;
}

function whatYouHave(awards: readonly AwardSummary[]): Html {
  if (awards.length === 0) return nothing;
  return html`<h2 class="govuk-heading-l">What you have</h2>
<ul class="daybreak-cards">${awards.map(awardCard)}</ul>`;
}

function awardCard(award: AwardSummary): Html {
  return html`<li class="daybreak-card"><h3 class="daybreak-card__title"><a class="govuk-link" href="${award.letterPath}">For ${award.childName}</a></h3>
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
  const { childName, mark, words, year } = applicationWords(application);
  return html`<li class="daybreak-card"><h3 class="daybreak-card__title"><a class="govuk-link" href="/account/applications/${application.id}">${childName}</a></h3>
<p>${mark}</p><p>${words}</p><p class="daybreak-soft">${year}<br>Reference ${application.reference}</p></li>`;
}

function goingOn(going: readonly UnderWay[]): Html {
  if (going.length === 0) return nothing;
  return html`<h2 class="govuk-heading-l">Plans, assessments and questions</h2>
<ul class="govuk-list daybreak-rows">${going.map((one) => html`<li><a class="govuk-link govuk-!-font-weight-bold" href="${one.href}">${one.title}</a><br><span class="daybreak-soft">${one.words}</span></li>`)}</ul>`;
}
