import { ageOn, formatDate } from '#kernel/local-date.ts';
import { breadcrumbs, button, pagination, tag } from '#platform/govuk/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { childrenAPage } from '../domain/child-search.ts';
import { foundChildren, type ListedChild } from '../of-register.ts';
import { registerTag } from './register-words.ts';

/** Every child whom this practitioner may see: found by name, birthday, reference or postcode. */
export async function childrenListPage(visit: Visit): Promise<Page> {
  const typed = visit.query.get('search') ?? '';
  const found = await foundChildren(visit, { typed, page: Number(visit.query.get('page') ?? '1') });
  const { children, total, number, last } = found;
  return page({
    title: 'Children',
    section: 'children',
    isPrivate: true,
    before: breadcrumbs({ items: [{ text: 'Your work', href: '/practitioners' }, { text: 'Children' }] }),
    main: html`<h1 class="govuk-heading-l">Children</h1>
<div class="daybreak-desk__tools">${searchForm(typed)}<p class="govuk-body"><a class="govuk-link" href="/practitioners/register">Register of disabled children</a><br><a class="govuk-link" href="/practitioners/duplicates">The same child twice?</a></p></div>
${children.length === 0 ? nobody(typed) : html`${table(visit, children, { total, number })}${pages({ number, last, typed })}`}`,
  });
}

function searchForm(typed: string): Html {
  return html`<form method="get" action="/practitioners/children" class="daybreak-search" role="search">
<label class="govuk-label" for="search">Name, date of birth, reference or postcode</label>
<div class="daybreak-search__row"><input class="govuk-input" id="search" name="search" type="search" value="${typed}" autocomplete="off">
${button({ text: 'Search', classes: 'govuk-button--secondary' })}</div>
</form>`;
}

function nobody(typed: string): Html {
  return typed.trim() === ''
    ? html`<p class="daybreak-panel">No child is known yet. A child comes here with a family’s first application.</p>`
    : html`<p class="govuk-body">Nobody found for “${typed}”. Try a part of the name, or a date of birth like 27/3/2017. <a class="govuk-link" href="/practitioners/children">See all children</a></p>`;
}

function table(
  visit: Visit,
  children: readonly ListedChild[],
  at: { readonly total: number; readonly number: number },
): Html {
  const first = (at.number - 1) * childrenAPage + 1;
  const found = `${first} to ${first + children.length - 1} of ${at.total}`;
  return html`<table class="daybreak-queue" role="table">
<caption class="govuk-visually-hidden">Children: ${found}</caption>
<thead role="rowgroup"><tr role="row">${['Child', 'Born', 'Lives in', 'Register', 'Look at'].map((heading) => html`<th scope="col" role="columnheader">${heading}</th>`)}</tr></thead>
<tbody role="rowgroup">${children.map((child) => row(visit, child))}</tbody>
</table>
<p class="govuk-body-s daybreak-soft">${found}</p>`;
}

function row(visit: Visit, child: ListedChild): Html {
  const age = ageOn(child.bornOn, visit.clock.today());
  return html`<tr role="row">
<th scope="row" role="rowheader"><a class="govuk-link" href="/practitioners/children/${child.id}">${child.givenName} ${child.familyName}</a><span class="daybreak-queue__age daybreak-soft">, ${age}</span></th>
<td role="cell" data-label="Born">${formatDate(child.bornOn)}</td>
<td role="cell" data-label="Lives in">${child.town}, ${child.postcode}</td>
<td role="cell" data-label="Register">${registerTag(child.registerState)}</td>
${child.isLimited ? html`<td role="cell" data-label="Look at">${tag({ text: 'Contact limited', classes: 'govuk-tag--red' })}</td>` : html`<td role="cell" class="daybreak-queue__nothing daybreak-soft">–</td>`}
</tr>`;
}

function pages(at: { readonly number: number; readonly last: number; readonly typed: string }): Html {
  if (at.last < 2) return nothing;
  const href = (number: number) => {
    const query = new URLSearchParams({ page: String(number) });
    if (at.typed !== '') query.set('search', at.typed);
    return `/practitioners/children?${query}`;
  };
  const shown = new Set([1, at.number - 1, at.number, at.number + 1, at.last]);
  const numbers = [...shown].filter((one) => one >= 1 && one <= at.last).sort((one, other) => one - other);
  return pagination({
    items: numbers.map((number) => ({ number, href: href(number), current: number === at.number })),
    landmarkLabel: 'Pages of children',
    ...(at.number > 1 ? { previous: { href: href(at.number - 1) } } : {}),
    ...(at.number < at.last ? { next: { href: href(at.number + 1) } } : {}),
  });
}
