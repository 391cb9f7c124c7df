import { formatDate } from '#kernel/local-date.ts';
import { readListing } from '#offer/directory/index.ts';
import { button, pagination } from '#platform/govuk/index.ts';
import { html, nothing } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { baseOf } from '../desk.ts';
import { freshnessOfRow, listingsWith } from '../desk-lists.ts';
import { deskTools, otherDesks } from './desk-tools.ts';
import { freshTag } from './parts.ts';

const size = 50;

/** Every listing of the directory for who keeps it, found by its name or its provider. */
export async function allListingsPage(visit: Visit): Promise<Page> {
  const words = (visit.query.get('words') ?? '')
    .slice(0, 100)
    .replace(/\p{Cc}/gu, '')
    .trim();
  const asked = Number(visit.query.get('page') ?? '1');
  const number = Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1;
  const { rows, count } = await listingsWith(visit, { words, page: number, size });
  const pages = Math.ceil(count / size);
  const to = (other: number) =>
    `/practitioners/listings/all?${new URLSearchParams({ words, page: String(other) })}`;
  return page({
    title: 'All listings',
    section: 'listings',
    isPrivate: true,
    main: html`<h1 class="govuk-heading-xl">Listings</h1>${deskTools('all')}
<div class="daybreak-desk__tools"><form class="daybreak-search" method="get" action="/practitioners/listings/all" role="search"><label class="govuk-label" for="words">Name or provider</label><div class="daybreak-search__row"><input class="govuk-input" id="words" name="words" value="${words}">${button({ text: 'Find', classes: 'govuk-!-margin-bottom-0' })}</div></form>
${button({ text: 'Add a listing', href: '/practitioners/listings/new', classes: 'govuk-button--secondary' })}</div>
<p class="govuk-body">${count === 1 ? '1 listing' : `${count} listings`}</p>
<table class="daybreak-queue"><caption class="govuk-visually-hidden">Listings</caption><thead><tr><th scope="col">Name</th><th scope="col">Provider</th><th scope="col">Checked</th><th scope="col">State</th></tr></thead><tbody>
${rows.map((row) => html`<tr><th scope="row"><a class="govuk-link" href="${baseOf('council', row.slug)}">${row.title}</a></th><td data-label="Provider">${readListing(row.content).provider}</td><td class="daybreak-queue__day" data-label="Checked">${formatDate(row.checkedOn)}</td><td data-label="State"><span>${freshTag(freshnessOfRow(visit, row))}</span></td></tr>`)}
</tbody></table>
${
  pages > 1
    ? pagination({
        ...(number > 1 ? { previous: { href: to(number - 1) } } : {}),
        ...(number < pages ? { next: { href: to(number + 1) } } : {}),
      })
    : nothing
}
${otherDesks(visit)}`,
  });
}
