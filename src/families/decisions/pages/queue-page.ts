import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { button, notificationBanner, pagination, tag } from '#platform/govuk/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { givingWords, outcomeWords } from '../decided-words.ts';
import { type QueueFilter, type QueueView, queueViews, readQueueFilter } from '../domain/queue.ts';
import { countedTo, type Queue, type QueueLine, queueOf, stateOfView } from '../queue.ts';

import { clockTag, recommendationWords } from './words.ts';

const viewNames: Readonly<Record<QueueView, string>> = {
  waiting: 'To decide',
  asked: 'Waiting for the family',
  list: 'Waiting list',
  elsewhere: 'Elsewhere',
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
    section: 'applications',
    isPrivate: true,
    main: html`${told(visit)}<h1 class="govuk-heading-l">Applications</h1>
<div class="daybreak-desk__tools">${searchForm(search ?? '')}<p class="govuk-body"><a class="govuk-link" href="/practitioners/decide-all">Decide all that the rule decides</a><br><a class="govuk-link" href="/practitioners/waiting-list">The waiting list</a><br><a class="govuk-link" href="/practitioners/budget">The year’s budget</a></p></div>
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
  return html`<form method="get" action="/practitioners/applications" class="daybreak-search" role="search">
<label class="govuk-label" for="search">Reference or child’s name</label>
<div class="daybreak-search__row"><input class="govuk-input" id="search" name="search" type="search" value="${search}" autocomplete="off">
${button({ text: 'Search', classes: 'govuk-button--secondary' })}</div>
</form>`;
}

function views(queue: Queue, filter: QueueFilter): Html {
  const counted = (view: QueueView) => {
    if (view === 'all') return nothing;
    const count = queue.counts.get(stateOfView[view]) ?? 0;
    const text = count < countedTo ? String(count) : `${countedTo.toLocaleString('en-GB')} or more`;
    return html` <span class="daybreak-views__count">${text}</span>`;
  };
  return html`<nav aria-label="Which applications"><ul class="daybreak-views">${queueViews.map(
    (view) =>
      html`<li><a class="daybreak-views__link" href="/practitioners/applications?show=${view}"${view === filter.view && html` aria-current="page"`}>${viewNames[view]}${counted(view)}</a></li>`,
  )}</ul></nav>`;
}

function empty(filter: QueueFilter): Html {
  if (filter.words.length > 0)
    return html`<p class="govuk-body">Nothing found for “${filter.words.join(' ')}”. Look for the reference, like SB-7K3P-9QXM, or a part of the child’s name. <a class="govuk-link" href="/practitioners/applications">See what waits</a></p>`;
  return filter.view === 'waiting'
    ? html`<p class="daybreak-panel">Nothing waits to be decided.</p>`
    : html`<p class="govuk-body">There are none.</p>`;
}

function list(queue: Queue, filter: QueueFilter): Html {
  const count = queue.lines.length;
  const found = `${count} ${count === 1 ? 'application' : 'applications'}${queue.next === null ? '' : ', and more'}`;
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
  if (one.decided !== null)
    return one.decided.amount === null
      ? html`${outcomeWords(one.decided)}`
      : html`<strong>${givingWords(one.decided)}</strong> awarded`;
  if (one.recommendation === null) return html`Cannot be read`;
  return recommendationWords(one.recommendation);
}

function flags(one: QueueLine): Html {
  if (!one.mayBeDuplicate && !one.hasOtherSupport)
    return html`<td role="cell" class="daybreak-queue__nothing daybreak-soft">–</td>`;
  return html`<td role="cell" data-label="Look at"><span class="daybreak-flags">${one.mayBeDuplicate && tag({ text: 'Possible duplicate', classes: 'govuk-tag--purple' })}${one.hasOtherSupport && tag({ text: 'Other support', classes: 'govuk-tag--blue' })}</span></td>`;
}

/** Pages follow one another by their last line: to count them all would take longer than to read one. */
function pages(queue: Queue, filter: QueueFilter, search: string): Html {
  if (queue.next === null && queue.isFirstPage) return nothing;
  const href = (after: string | null) => {
    const query = new URLSearchParams({ show: filter.view });
    if (after !== null) query.set('after', after);
    if (search !== '') query.set('search', search);
    return `/practitioners/applications?${query}`;
  };
  return pagination({
    landmarkLabel: 'Pages of the queue',
    ...(queue.isFirstPage ? {} : { previous: { href: href(null), text: 'First page' } }),
    ...(queue.next === null ? {} : { next: { href: href(queue.next), text: 'Next page' } }),
  });
}
