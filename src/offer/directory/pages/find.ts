import { type ChildDescription, describedChild } from '#offer/accessibility/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import { pagination } from '#platform/govuk/index.ts';
import { mapOf } from '#platform/maps/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { answerFind, type FindAnswer } from '../actions/answer-find.ts';
import { tallyOfUnmet } from '../actions/unmet-searches.ts';
import { placeInWords } from '../domain/listing-words.ts';
import { listingAddress, resultsAddress } from './addresses.ts';
import { nothingFits } from './nothing-fits.ts';
import { resultItem } from './result.ts';
import { chips, countInWords, howItWasRead, keepSearch, orderLine } from './results-heading.ts';
import { searchForm } from './search-form.ts';

/** The pages around the one shown, with the first and the last: 1 … 4 5 6 … 9. */
function pager({ search, found }: FindAnswer): Html {
  if (found.pages === 1) return nothing;
  const to = (number: number) => resultsAddress({ ...search, page: number });
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

/** The map of the listings on this page that have one place; each has its number in the list. */
function mapOfResults({ found, search }: FindAnswer, authority: Authority): Html {
  const points = found.listings.flatMap(({ listing, point, isApproximate }, index) =>
    point === null || listing.place.kind !== 'at'
      ? []
      : [
          {
            ...point,
            title: listing.title,
            place: placeInWords(listing.place),
            href: listingAddress(listing.slug, search),
            isApproximate,
            number: index + 1,
          },
        ],
  );
  return mapOf(authority, { label: 'Map of the short breaks on this page', points });
}

/** What a family can do so that each result says how it fits their child, and the way to what they kept before. */
function childLine(child: ChildDescription | null): Html {
  const say =
    child === null
      ? html`<a class="govuk-link" href="/describe-your-child">Describe your child once</a>, and each short break says how well it fits.`
      : html`Each short break says how well it fits the child you described. <a class="govuk-link" href="/describe-your-child">Change or forget this</a>`;
  return html`<p class="govuk-body daybreak-describe daybreak-no-print">${say}<br><a class="govuk-link" href="/shortlist">My list</a> has what you keep.</p>`;
}

function results(answer: FindAnswer, authority: Authority, child: ChildDescription | null): Html {
  return html`${orderLine(answer)}
${mapOfResults(answer, authority)}
<ul class="daybreak-results">${answer.found.listings.map((one) => resultItem(one, { ...answer, child }))}</ul>
${pager(answer)}`;
}

/** The directory: a search in words and by place, narrowed down as far as a family likes, all in the address. */
export async function findPage(visit: Visit): Promise<Page> {
  const { authority } = visit;
  const answer = await answerFind(visit);
  const { found } = answer;
  const unmet = await tallyOfUnmet(visit, answer);
  if (unmet !== null) visit.tally(unmet);
  const child = describedChild(visit);
  const count = countInWords(found.total);
  const localities = authority.localities.map(({ name }) => name);
  return page({
    title: answer.isAsked ? `${count} – Find a short break` : 'Find a short break',
    description: `Clubs, holiday schemes, helpers at home and nights away for disabled children: ${authority.service}.`,
    section: 'find',
    hasQuickExit: true,
    enhancements: ['map', 'location'],
    main: html`<h1 class="govuk-heading-xl">Find a short break</h1>
<div class="daybreak-find">
${searchForm(answer, localities)}
<section class="daybreak-find__results" aria-labelledby="results">
<h2 class="govuk-heading-l" id="results">${count}${found.pages > 1 && html` <span class="daybreak-soft daybreak-find__page">page ${found.page} of ${found.pages}</span>`}</h2>
${howItWasRead(answer)}
${chips(answer.search)}
${childLine(child)}
${found.total > 0 ? results(answer, authority, child) : nothingFits(answer, authority, child)}
${keepSearch(answer)}
<p class="govuk-body daybreak-no-print">${!answer.isAsked && html`<a class="govuk-link" href="/alerts">Tell me when there is something new</a><br>`}<a class="govuk-link" href="/how-fresh">How we keep this true</a></p>
</section>
</div>`,
  });
}
