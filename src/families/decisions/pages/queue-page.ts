import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { formatPounds } from '#kernel/money.ts';
import { button, notificationBanner, pagination, tag } from '#platform/govuk/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { type QueueFilter, type QueueView, queuePageSize, readQueueFilter } from '../domain/queue.ts';
import { type Queue, type QueueLine, queueOf } from '../queue.ts';
import { clockTag, recommendationWords } from './words.ts';

const viewNames: Readonly<Record<QueueView, string>> = {
  waiting: 'To decide',
  asked: 'Waiting for the family',
  decided: 'Decided',
  all: 'All',
};

/** The officer's queue: what waits, the most pressing first. */
export async function queuePage(visit: Visit): Promise<Page> {
  const search = visit.query.get('search');
  const filter = readQueueFilter({ view: visit.query.get('show'), search });
  const queue = await queueOf(visit, filter);
  return page({
    title: 'Applications',
    section: 'practitioners',
    isPrivate: true,
    main: html`${told(visit)}<h1 class="govuk-heading-l">Applications</h1>
<div class="daybreak-desk__tools">${searchForm(search ?? '')}<p class="govuk-body"><a class="govuk-link" href="/practitioners/budget">The year’s budget</a></p></div>
${views(queue, filter)}
${queue.lines.length === 0 ? empty(filter) : list(queue, filter)}
${pages(queue, filter, search ?? '')}`,
  });
}

function told(visit: Visit): Html {
  if (visit.query.get('told') !== 'know-family') return nothing;
  return notificationBanner({
    type: 'success',
    text: 'Thank you for saying so. Another officer takes this family’s case.',
  });
}

function searchForm(search: string): Html {
  return html`<form method="get" action="/practitioners" class="daybreak-search" role="search">
<label class="govuk-label" for="search">Reference or child’s name</label>
<div class="daybreak-search__row"><input class="govuk-input" id="search" name="search" type="search" value="${search}" autocomplete="off">
${button({ text: 'Search', classes: 'govuk-button--secondary' })}</div>
</form>`;
}

function views(queue: Queue, filter: QueueFilter): Html {
  const counted = (view: QueueView) => {
    const count = (state: string) => queue.counts.get(state) ?? 0;
    if (view === 'waiting') return count('sent');
    if (view === 'asked') return count('more-asked');
    if (view === 'decided') return count('decided');
    return count('sent') + count('more-asked') + count('decided');
  };
  return html`<nav aria-label="Which applications"><ul class="daybreak-views">${(
    ['waiting', 'asked', 'decided', 'all'] as const
  ).map(
    (view) =>
      html`<li><a class="daybreak-views__link" href="/practitioners?show=${view}"${view === filter.view && html` aria-current="page"`}>${viewNames[view]} <span class="daybreak-views__count">${counted(view)}</span></a></li>`,
  )}</ul></nav>`;
}

function empty(filter: QueueFilter): Html {
  if (filter.words.length > 0)
    return html`<p class="govuk-body">Nothing found for “${filter.words.join(' ')}”. Look for the reference, like SB-7K3P-9QXM, or a part of the child’s name. <a class="govuk-link" href="/practitioners">See what waits</a></p>`;
  return filter.view === 'waiting'
    ? html`<p class="daybreak-panel">Nothing waits to be decided.</p>`
    : html`<p class="govuk-body">There are none.</p>`;
}

function list(queue: Queue, filter: QueueFilter): Html {
  const first = (queue.page - 1) * queuePageSize + 1;
  const found = `${first} to ${first + queue.lines.length - 1} of ${queue.total}`;
  const isDecided = filter.view === 'decided';
  return html`<table class="daybreak-queue" role="table">
<caption class="govuk-visually-hidden">${viewNames[filter.view]}: ${found}</caption>
<thead role="rowgroup"><tr role="row">${[
    'Child',
    'Reference',
    'Sent',
    'Due',
    isDecided ? 'Decision' : 'Scheme recommends',
    'Look at',
  ].map((heading) => html`<th scope="col" role="columnheader">${heading}</th>`)}</tr></thead>
<tbody role="rowgroup">${queue.lines.map(line)}</tbody>
</table>
<p class="govuk-body-s daybreak-soft">${found}</p>`;
}

function line(one: QueueLine): Html {
  const sent = one.sentAt === null ? '' : formatDate(dateInEngland(one.sentAt));
  return html`<tr role="row">
<th scope="row" role="rowheader"><a class="govuk-link" href="/practitioners/applications/${one.id}">${one.childName}</a><span class="daybreak-queue__age daybreak-soft">, ${one.age}</span></th>
<td role="cell" data-label="Reference" class="daybreak-queue__reference">${one.reference}</td>
<td role="cell" data-label="Sent">${sent}</td>
<td role="cell" data-label="Due"><div>${one.dueOn !== null && one.decided === null && html`${formatDate(one.dueOn)}<br>`}${clockTag(one.clock)}</div></td>
<td role="cell" data-label="${one.decided === null ? 'To award' : 'Decision'}"><div>${money(one)}</div></td>
${flags(one)}
</tr>`;
}

function money(one: QueueLine): Html {
  if (one.decided !== null) {
    const { amount } = one.decided;
    return amount === null ? html`Refused` : html`<strong>${formatPounds(amount)}</strong> awarded`;
  }
  if (one.recommendation === null) return html`Cannot be read`;
  return recommendationWords(one.recommendation);
}

function flags(one: QueueLine): Html {
  if (!one.mayBeDuplicate && !one.hasOtherSupport)
    return html`<td role="cell" class="daybreak-queue__nothing daybreak-soft">–</td>`;
  return html`<td role="cell" data-label="Look at"><span class="daybreak-flags">${one.mayBeDuplicate && tag({ text: 'Possible duplicate', classes: 'govuk-tag--purple' })}${one.hasOtherSupport && tag({ text: 'Other support', classes: 'govuk-tag--blue' })}</span></td>`;
}

function pages(queue: Queue, filter: QueueFilter, search: string): Html {
  const last = Math.ceil(queue.total / queuePageSize);
  if (last < 2) return nothing;
  const href = (number: number) => {
    const query = new URLSearchParams({ show: filter.view, page: String(number) });
    if (search !== '') query.set('search', search);
    return `/practitioners?${query}`;
  };
  const shown = new Set([1, queue.page - 1, queue.page, queue.page + 1, last]);
  const numbers = [...shown].filter((number) => number >= 1 && number <= last).sort((a, b) => a - b);
  const items = numbers.flatMap((number, index) => {
    const before = numbers[index - 1];
    const gap = before !== undefined && number - before > 1 ? [{ ellipsis: true as const }] : [];
    return [...gap, { number, href: href(number), current: number === queue.page }];
  });
  return pagination({
    items,
    landmarkLabel: 'Pages of the queue',
    ...(queue.page > 1 ? { previous: { href: href(queue.page - 1) } } : {}),
    ...(queue.page < last ? { next: { href: href(queue.page + 1) } } : {}),
  });
}
