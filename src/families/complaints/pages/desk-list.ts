import { isId } from '#kernel/id.ts';
import { financialYearOf, formatDate } from '#kernel/local-date.ts';
import { backLink, button } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { type ComplaintCase, childNameOf, isOverdue } from '../case-of-complaint.ts';
import { deskComplaints } from '../desk.ts';
import { isClosed, isWithCouncil } from '../domain/stand.ts';
import { dueTag, phaseWords } from './words.ts';

const views = {
  council: 'With us',
  overdue: 'Overdue',
  family: 'With the family',
  closed: 'Closed',
} as const;
type View = keyof typeof views;

function isIn(view: View, one: ComplaintCase, today: Temporal.PlainDate): boolean {
  const { phase } = one.stand;
  const isWithUs = isWithCouncil(phase);
  const isPast = isOverdue(one.due, today);
  if (view === 'council') return isWithUs;
  if (view === 'overdue') return isWithUs && isPast;
  // Who did not ask for the next stage in time is done with it, as far as the clock goes.
  const isDone = isClosed(phase) || (!isWithUs && isPast);
  return view === 'closed' ? isDone : !isWithUs && !isDone;
}

/** The complaints officer's list: what is due first in front. */
export async function deskListPage(visit: Visit): Promise<Page> {
  const wanted = visit.query.get('show');
  const view = (Object.keys(views) as View[]).find((one) => one === wanted) ?? 'council';
  const today = visit.clock.today();
  const childId = visit.query.get('child');
  const child = childId === null || !isId(childId) ? null : await childNameOf(visit, childId);
  const all = (await deskComplaints(visit)).filter((one) => child === null || one.childId === childId);
  const ofChild = child === null ? '' : `&child=${childId}`;
  const shown = all.filter((one) => isIn(view, one, today));
  return page({
    title: 'Complaints',
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: '/practitioners', text: 'Your work' }),
    main: html`<h1 class="govuk-heading-l">Complaints${child !== null && html` about ${child}`}</h1>
<p class="govuk-body"><a class="govuk-link" href="/practitioners/complaints/figures?year=${financialYearOf(today).name}">The year’s figures</a> · <a class="govuk-link" href="/practitioners/appeals">Appeals against decisions</a></p>
<nav aria-label="Which complaints"><ul class="daybreak-views">${(Object.keys(views) as View[]).map((one) => html`<li><a class="daybreak-views__link" href="/practitioners/complaints?show=${one}${ofChild}"${one === view && html` aria-current="page"`}>${views[one]} <span class="daybreak-views__count">${all.filter((complaint) => isIn(one, complaint, today)).length}</span></a></li>`)}</ul></nav>
${shown.length === 0 ? html`<p class="daybreak-panel">There are none here.</p>` : table(shown, { today, name: views[view] })}
${button({ text: 'Write down a complaint', href: '/practitioners/complaints/new', classes: 'govuk-button--secondary' })}`,
  });
}

function table(
  shown: readonly ComplaintCase[],
  given: { readonly today: Temporal.PlainDate; readonly name: string },
): Html {
  return html`<table class="daybreak-queue" role="table"><caption class="govuk-visually-hidden">Complaints: ${given.name}</caption>
<thead role="rowgroup"><tr role="row">${['Reference', 'Made', 'Stage', 'Due', 'Handled by'].map((heading) => html`<th scope="col" role="columnheader">${heading}</th>`)}</tr></thead>
<tbody role="rowgroup">${shown.map(
    (one) => html`<tr role="row">
<th scope="row" role="rowheader"><a class="govuk-link" href="/practitioners/complaints/${one.id}">${one.reference}</a></th>
<td role="cell" data-label="Made">${formatDate(one.madeOn)}</td>
<td role="cell" data-label="Stage">${phaseWords[one.stand.phase]}</td>
<td role="cell" data-label="Due"><div>${one.due !== null && html`${formatDate(one.due)}<br>`}${dueTag(one, given.today)}</div></td>
<td role="cell" data-label="Handled by">${one.stand.givenTo?.name ?? 'Nobody yet'}</td></tr>`,
  )}</tbody></table>`;
}
