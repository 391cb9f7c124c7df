import { appealsOf, appealTag, appealWords } from '#families/appeals/index.ts';
import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { backLink, button, details, notificationBanner } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { wordsQuestion } from '#platform/web/questions.ts';
import { type Answer, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { type ComplaintCase, childNameOf, complaintOf, complaintsOf, filesOf } from '../case-of-complaint.ts';
import { type ComplaintStep, outcomeWords } from '../domain/complaint.ts';
import { isClosed, mayAskOn } from '../domain/stand.ts';
import { onwardWords } from '../onward.ts';
import { dueWords, linesOf, ownPhaseWords } from './words.ts';

/** What a family appealed or complained about. */
export async function ownComplaintsPage(visit: Visit): Promise<Page> {
  const appeals = await appealsOf(visit);
  const complaints = await complaintsOf(visit);
  const isNew = appeals.length + complaints.length === 0;
  return page({
    title: 'Appeals and complaints',
    section: 'account',
    isPrivate: true,
    before: backLink({ href: '/account', text: 'Your account' }),
    main: html`<h1 class="govuk-heading-xl">Appeals and complaints</h1>
<p class="govuk-body-l">An appeal asks us to look at a decision again. A complaint tells us that something went wrong.</p>
${isNew && html`<p class="govuk-body">You have not sent any.</p>`}
${appeals.length > 0 && html`<h2 class="govuk-heading-l">Appeals</h2><ul class="daybreak-cards">${appeals.map((one) => html`<li class="daybreak-card"><h3 class="daybreak-card__title"><a class="govuk-link" href="/account/appeals/${one.id}">Appeal of ${formatDate(one.madeOn)}</a></h3><p>${appealTag(one, visit.clock.today())}</p><p>${appealWords(one)}</p><p class="daybreak-soft">Reference ${one.reference}</p></li>`)}</ul>`}
${complaints.length > 0 && html`<h2 class="govuk-heading-l">Complaints</h2><ul class="daybreak-cards">${complaints.map((one) => html`<li class="daybreak-card"><h3 class="daybreak-card__title"><a class="govuk-link" href="/account/complaints/${one.id}">Complaint of ${formatDate(one.madeOn)}</a></h3><p><strong>${ownPhaseWords[one.stand.phase]}</strong></p><p>${onwardWords(one.stand.phase, dueWords(one))[0] ?? ''}</p><p class="daybreak-soft">Reference ${one.reference}</p></li>`)}</ul>`}
${button({ text: 'Make a complaint', href: '/account/complaints/new' })}
<p class="govuk-body">To appeal, open the letter about the decision from <a class="govuk-link" href="/account">your account</a>.</p>`,
  });
}

/** One complaint as who made it sees it. */
export async function ownComplaintPage(visit: Visit): Promise<Answer> {
  const found = await complaintOf(visit);
  if (found === null) return notFound('a complaint');
  const base = `/account/complaints/${found.id}`;
  const childName = await childNameOf(visit, found.childId);
  const files = await filesOf(visit, found.id);
  const title = childName === null ? 'Your complaint' : `Your complaint about ${childName}`;
  return page({
    title,
    section: 'account',
    isPrivate: true,
    before: backLink({ href: '/account/complaints', text: 'Appeals and complaints' }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorsOf(visit)}${bannerOf(visit)}
<span class="govuk-caption-l">Reference ${found.reference}</span>
<h1 class="govuk-heading-l">${title}</h1>
<div class="daybreak-panel"><p class="govuk-body-l"><strong>${ownPhaseWords[found.stand.phase]}</strong></p>
${onwardWords(found.stand.phase, dueWords(found)).map((text) => html`<p class="govuk-body">${text}</p>`)}</div>
${found.stand.answers.map(({ outcome, step }) => html`<h2 class="govuk-heading-m">Our answer of ${formatDate(step.onDay)}</h2><p class="govuk-body"><strong>${outcomeWords[outcome]}.</strong></p><blockquote class="daybreak-quote"><p class="govuk-body">${linesOf(step.words)}</p></blockquote>`)}
${mayAskOn(found.stand, { due: found.due, today: visit.clock.today() }) && askOn(visit, found, base)}
<h2 class="govuk-heading-m">What you told us</h2>
<blockquote class="daybreak-quote"><p class="govuk-body">${linesOf(found.words)}</p></blockquote>
${found.putRight !== '' && html`<p class="govuk-body">What would put it right: ${linesOf(found.putRight)}</p>`}
${files.length > 0 && html`<ul class="govuk-list">${files.map((file) => html`<li><a class="govuk-link daybreak-break" href="${base}/files/${file.id}">${file.name}</a></li>`)}</ul>`}
<h2 class="govuk-heading-m">What has happened</h2>
<ol class="daybreak-timeline">${found.steps.filter(({ isForFamily }) => isForFamily).map(line)}</ol>
${found.wantsAdvocate ? html`<p class="govuk-body">You asked for an advocate. They are on your side, and free.</p>` : html`<p class="govuk-body">You can have an advocate: somebody who is on your side and does not work for the council. Call ${visit.authority.contact.phone}.</p>`}
${
  !isClosed(found.stand.phase) &&
  details({
    summaryText: 'Take the complaint back',
    html: html`<p class="govuk-body">We stop looking at it.</p>${formTo(visit, button({ text: 'Take it back', classes: 'govuk-button--warning', preventDoubleClick: true }), { to: `${base}/withdraw` })}`,
  })
}</div></div>`,
  });
}

function bannerOf(visit: Visit): Html | false {
  if (visit.query.get('sent') === 'yes')
    return notificationBanner({ type: 'success', text: 'Thank you. We have your complaint.' });
  return (
    visit.query.get('asked') === 'yes' &&
    notificationBanner({ type: 'success', text: 'Thank you. It goes to the next stage.' })
  );
}

function askOn(visit: Visit, found: ComplaintCase, base: string): Html {
  const isOwed = found.stand.phase === 'stage-1';
  return html`<h2 class="govuk-heading-m">Is it still not right?</h2>
${isOwed && html`<p class="govuk-body">We should have answered by ${dueWords(found)}. You need not wait any longer.</p>`}
${formTo(
  visit,
  html`${wordsQuestion(visit, { field: 'words', label: 'What is still not right?', rows: 5 })}${button({ text: 'Ask for the next stage', preventDoubleClick: true })}`,
  { to: `${base}/next-stage` },
)}`;
}

const ownLines: Readonly<Partial<Record<ComplaintStep['kind'], string>>> = {
  made: 'You complained',
  extended: 'We needed more time',
  answered: 'We answered',
  'asked-on': 'You asked for the next stage',
  investigators: 'Somebody looks into it',
  panel: 'The review panel met',
  findings: 'The panel said what it found',
  remedy: 'What we do to put it right',
  'remedy-done': 'We have done this',
  advocate: 'We found an advocate for you',
  withdrawn: 'You took it back',
  moved: 'We moved it. You do not have to send it again',
  'late-refused': 'We cannot look at it any more',
};

function line(step: ComplaintStep): Html {
  const words = step.kind === 'answered' || step.words === '' ? '' : step.words;
  const people =
    step.kind === 'investigators'
      ? `${step.details.investigator ?? ''}, with ${step.details.independent ?? ''}`
      : words;
  return html`<li><strong>${formatDate(dateInEngland(step.at))}</strong><br>${ownLines[step.kind] ?? ''}${people !== '' && html`:<br>${linesOf(people)}`}</li>`;
}
