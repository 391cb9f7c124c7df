import { grantOn } from '#families/schemes/index.ts';
import { pagination } from '#platform/govuk/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { type SearchAnswer, searchOffer } from '../actions/search-offer.ts';
import { everything, type ListingSearch, type Order } from '../domain/search.ts';
import { findAddress } from './addresses.ts';
import { appliedFilters } from './filters.ts';
import { nothingFits } from './nothing-fits.ts';
import { resultItem } from './result.ts';
import { searchForm } from './search-form.ts';

function countInWords(total: number): string {
  if (total === 0) return 'Nothing fits all of that';
  return total === 1 ? '1 short break' : `${total} short breaks`;
}

/** What was read in the place of a slip, so that nobody wonders. */
function slipsInWords({ slips, leftOut }: SearchAnswer): Html {
  if (slips.length + leftOut.length === 0) return nothing;
  return html`<p class="govuk-body">${slips.map(
    ({ typed, meant }) => html`We found nothing for “${typed}”, so we looked for <strong>${meant}</strong>. `,
  )}${leftOut.map((word) => html`We found nothing for “${word}”, so we left it out. `)}</p>`;
}

function chips(search: ListingSearch): Html {
  const applied = appliedFilters(search);
  if (applied.length === 0) return nothing;
  return html`<ul class="daybreak-chips daybreak-no-print" aria-label="What you chose">
${applied.map(
  ({ words, without }) =>
    html`<li><a class="daybreak-chip" href="${findAddress(without)}"><span class="govuk-visually-hidden">Take off: </span>${words}<svg aria-hidden="true" focusable="false" viewBox="0 0 12 12"><path d="M2 2l8 8M10 2l-8 8"/></svg></a></li>`,
)}
${applied.length > 1 && html`<li><a class="govuk-link" href="${findAddress(wordsAlone(search))}">Take all off</a></li>`}
</ul>`;
}

function wordsAlone(search: ListingSearch): ListingSearch {
  const { text, postcode, near, order } = search;
  return { ...everything, text, postcode, near, order };
}

/** In what order the results stand, and a link to the other order. */
function orderLine({ search, from }: SearchAnswer): Html {
  const best = from !== null ? 'Nearest first' : search.text !== '' ? 'Best match first' : null;
  if (best === null) return nothing;
  const isByName = search.order === 'name';
  const other = (order: Order) => findAddress({ ...search, order, page: 1 });
  return html`<p class="govuk-body daybreak-order">${isByName ? html`By name. <a class="govuk-link daybreak-no-print" href="${other('best')}">${best}</a>` : html`${best}. <a class="govuk-link daybreak-no-print" href="${other('name')}">By name</a>`}${from !== null && !isByName && html`<br><span class="daybreak-soft">Distances are in a straight line. What comes to you, or is online, is shown after what is near.</span>`}</p>`;
}

/** The pages around the one shown, with the first and the last: 1 … 4 5 6 … 9. */
function pager({ search, found }: SearchAnswer): Html {
  if (found.pages === 1) return nothing;
  const to = (number: number) => findAddress({ ...search, page: number });
  const shown = [...Array(found.pages).keys()]
    .map((index) => index + 1)
    .filter((number) => number === 1 || number === found.pages || Math.abs(number - found.page) <= 1);
  const items = shown.flatMap((number, index) => {
    const isAfterGap = index > 0 && number - (shown[index - 1] ?? 0) > 1;
    const link = { number, href: to(number), current: number === found.page };
    return isAfterGap ? [{ ellipsis: true } as const, link] : [link];
  });
  return pagination({
    landmarkLabel: 'More short breaks',
    classes: 'daybreak-no-print',
    items,
    ...(found.page > 1 ? { previous: { href: to(found.page - 1) } } : {}),
    ...(found.page < found.pages ? { next: { href: to(found.page + 1) } } : {}),
  });
}

function results(answer: SearchAnswer): Html {
  const { search, found, from } = answer;
  return html`<ul class="daybreak-results">${found.listings.map((one) => resultItem(one, { search, from }))}</ul>
${pager(answer)}`;
}

/** The directory: a search in words and by postcode, narrowed down as far as a family likes, all in the address. */
export async function findPage(visit: Visit): Promise<Page> {
  const { transaction, authority, query } = visit;
  const answer = await searchOffer(transaction, {
    authorityId: authority.id,
    query,
    today: visit.clock.today(),
    localities: authority.localities,
  });
  const { found, postcodeProblem } = answer;
  const count = countInWords(found.total);
  const hasGrant = (await grantOn(authority.folder, visit.clock.today())) !== null;
  const localities = authority.localities.map(({ name }) => name);
  return page({
    title: query.size > 0 ? `${count} – Find a short break` : 'Find a short break',
    description: `Clubs, holiday schemes, helpers at home and nights away for disabled children: ${authority.service}.`,
    section: 'find',
    main: html`<h1 class="govuk-heading-xl">Find a short break</h1>
<div class="daybreak-find">
${searchForm(answer, { localities, hasGrant })}
<section class="daybreak-find__results" aria-labelledby="results">
<h2 class="govuk-heading-l" id="results">${count}${found.pages > 1 && html` <span class="daybreak-soft daybreak-find__page">page ${found.page} of ${found.pages}</span>`}</h2>
${postcodeProblem !== null && html`<p class="govuk-body">We could not use the postcode. ${postcodeProblem}.</p>`}
${answer.search.within !== null && answer.from === null && html`<p class="govuk-body">Enter your postcode to search by distance.</p>`}
${slipsInWords(answer)}
${chips(answer.search)}
${found.total > 0 && orderLine(answer)}
${found.total > 0 ? results(answer) : nothingFits(answer, authority)}
</section>
</div>`,
  });
}
