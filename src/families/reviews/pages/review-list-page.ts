import { breakKinds, formatGranted, kindNames } from '#families/awards/index.ts';
import { ageOn, formatDate } from '#kernel/local-date.ts';
import { backLink, button, pagination, select, tag } from '#platform/govuk/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import type { DueReview } from '../due-reviews.ts';
import { type ListView, listViews, type ReviewList, reviewList } from '../review-list.ts';

const viewNames: Readonly<Record<ListView, string>> = {
  overdue: 'Overdue',
  due: 'Due in four weeks',
  nights: 'Nights, by law',
};

const perPage = 50;

/** The reviews that are overdue or due, the longest due first. */
export async function reviewListPage(visit: Visit): Promise<Page> {
  const list = await reviewList(visit);
  const last = Math.max(1, Math.ceil(list.lines.length / perPage));
  const typed = /^\d{1,5}$/.test(visit.query.get('page') ?? '') ? Number(visit.query.get('page')) : 1;
  const number = Math.min(Math.max(typed, 1), last);
  const lines = list.lines.slice((number - 1) * perPage, number * perPage);
  return page({
    title: 'Reviews',
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: '/practitioners', text: 'Your work' }),
    main: html`<h1 class="govuk-heading-l">Reviews</h1>
${views(list)}
${kindForm(list)}
${lines.length === 0 ? html`<p class="daybreak-panel">None. All that had to be looked at has been.</p>` : table(visit, list, lines)}
${pages(list, number, last)}
${list.lines.length > 0 && html`<p class="govuk-body"><a class="govuk-link" href="/practitioners/reviews.csv?${query(list)}" download>Download this list for a spreadsheet (CSV)</a></p>`}`,
  });
}

function query({ filter }: ReviewList, page?: number): string {
  const asked = new URLSearchParams({ show: filter.view });
  if (filter.kind !== null) asked.set('kind', filter.kind);
  if (page !== undefined) asked.set('page', String(page));
  return asked.toString();
}

function views({ filter, counts }: ReviewList): Html {
  const kind = filter.kind === null ? '' : `&kind=${filter.kind}`;
  return html`<nav aria-label="Which reviews"><ul class="daybreak-views">${listViews.map(
    (view) =>
      html`<li><a class="daybreak-views__link" href="/practitioners/reviews?show=${view}${kind}"${view === filter.view && html` aria-current="page"`}>${viewNames[view]} <span class="daybreak-views__count">${counts[view]}</span></a></li>`,
  )}</ul></nav>`;
}

function kindForm({ filter }: ReviewList): Html {
  return html`<form method="get" action="/practitioners/reviews" class="daybreak-search">
<input type="hidden" name="show" value="${filter.view}">
${select({
  id: 'kind',
  name: 'kind',
  label: { text: 'Kind of short break' },
  items: [
    { value: '', text: 'All kinds', selected: filter.kind === null },
    ...breakKinds.map((kind) => ({ value: kind, text: kindNames[kind], selected: kind === filter.kind })),
  ],
})}
${button({ text: 'Show', classes: 'govuk-button--secondary' })}</form>`;
}

function table(visit: Visit, { filter }: ReviewList, lines: readonly DueReview[]): Html {
  const headings = ['Child', 'Due by', 'Award', 'Reference', 'Look at'];
  return html`<table class="daybreak-queue" role="table">
<caption class="govuk-visually-hidden">Reviews: ${viewNames[filter.view]}</caption>
<thead role="rowgroup"><tr role="row">${headings.map((heading) => html`<th scope="col" role="columnheader">${heading}</th>`)}</tr></thead>
<tbody role="rowgroup">${lines.map((one) => line(visit, one))}</tbody>
</table>`;
}

function line(visit: Visit, one: DueReview): Html {
  const today = visit.clock.today();
  const late = one.dueOn.until(today, { largestUnit: 'days' }).days;
  return html`<tr role="row">
<th scope="row" role="rowheader"><a class="govuk-link" href="/practitioners/awards/${one.awardId}/review">${one.childName}</a><span class="daybreak-queue__age daybreak-soft">, ${ageOn(one.bornOn, today)}</span></th>
<td role="cell" data-label="Due by"><div>${formatDate(one.dueOn)}${late > 0 && html`<br>${tag({ text: late === 1 ? '1 day late' : `${late} days late`, classes: 'govuk-tag--red' })}`}</div></td>
<td role="cell" data-label="Award">${kindNames[one.award.breakKind]}: ${formatGranted(one.award)}</td>
<td role="cell" data-label="Reference" class="daybreak-queue__reference">${one.award.reference}</td>
<td role="cell" data-label="Look at"><span class="daybreak-flags">${one.award.legalBasis !== null && tag({ text: one.award.legalBasis === 'section-20' ? 'Section 20' : 'Section 17', classes: 'govuk-tag--purple' })}${one.isSuspended && tag({ text: 'Suspended', classes: 'govuk-tag--yellow' })}${one.award.legalBasis === null && !one.isSuspended && '–'}</span></td>
</tr>`;
}

function pages(list: ReviewList, number: number, last: number): Html {
  if (last < 2) return nothing;
  const href = (page: number) => `/practitioners/reviews?${query(list, page)}`;
  return pagination({
    landmarkLabel: 'Pages of the list',
    ...(number > 1 ? { previous: { href: href(number - 1), labelText: `${number - 1} of ${last}` } } : {}),
    ...(number < last ? { next: { href: href(number + 1), labelText: `${number + 1} of ${last}` } } : {}),
  });
}
