import { type Html, html, nothing } from '#platform/web/html.ts';
import type { FindAnswer } from '../actions/answer-find.ts';
import { everything, type ListingSearch, type Order } from '../domain/search.ts';
import { findAddress, resultsAddress } from './addresses.ts';
import { appliedFilters } from './filters.ts';

/** "12 short breaks". */
export function countInWords(total: number): string {
  if (total === 0) return 'Nothing fits all of that';
  return total === 1 ? '1 short break' : `${total} short breaks`;
}

/** What of a search could not be read, a sentence each; beside its field it is said again. */
function problemsOf(answer: FindAnswer): readonly string[] {
  const { postcodeProblem, dates, age, upTo, search, from } = answer;
  return [
    postcodeProblem === null ? null : `We could not use the postcode or town. ${postcodeProblem}`,
    age.problem === null ? null : `We did not look by age. ${age.problem}`,
    dates.from.problem === null ? null : `We did not look by the first day. ${dates.from.problem}`,
    dates.until.problem === null ? null : `We did not look by the last day. ${dates.until.problem}`,
    upTo.problem === null ? null : `We did not look by cost. ${upTo.problem}`,
    search.within !== null && from === null ? 'Enter your postcode or town to search by distance' : null,
  ].filter((sentence) => sentence !== null);
}

/** What was passed over, read in another way, or left out, so that nobody wonders. */
export function howItWasRead(answer: FindAnswer): Html {
  const { slips, leftOut, isPartly, found } = answer;
  const problems = problemsOf(answer);
  return html`${problems.map((sentence) => html`<p class="govuk-body">${sentence}.</p>`)}${
    slips.length + leftOut.length > 0 &&
    html`<p class="govuk-body">${slips.map(
      ({ typed, meant }) =>
        html`We found nothing for “${typed}”, so we looked for <strong>${meant}</strong>. `,
    )}${leftOut.map((word) => html`We found nothing for “${word}”, so we left it out. `)}</p>`
  }${isPartly && found.total > 0 && html`<p class="govuk-body">Nothing has all of your words. What has most of them comes first.</p>`}`;
}

/** What was chosen, each to be taken off by itself. */
export function chips(search: ListingSearch): Html {
  const applied = appliedFilters(search);
  if (applied.length === 0) return nothing;
  return html`<ul class="daybreak-chips daybreak-no-print" aria-label="What you chose">
${applied.map(
  ({ words, without }) =>
    html`<li><a class="daybreak-chip" href="${resultsAddress(without)}"><span class="govuk-visually-hidden">Take off: </span>${words}<svg aria-hidden="true" focusable="false" viewBox="0 0 12 12"><path d="M2 2l8 8M10 2l-8 8"/></svg></a></li>`,
)}
${applied.length > 1 && html`<li><a class="govuk-link" href="${resultsAddress(wordsAlone(search))}">Take all off</a></li>`}
</ul>`;
}

function wordsAlone({ text, postcode, near, order }: ListingSearch): ListingSearch {
  return { ...everything, text, postcode, near, order };
}

const orderWords: Readonly<Record<FindAnswer['orderedBy'], string>> = {
  words: 'Best match first',
  'words-and-distance': 'Best match first, near before far',
  distance: 'Nearest first',
  newest: 'Newest first',
  name: 'By name',
};

/** The other orders that make sense for what was asked, with their words. */
function otherOrders({ search, from, orderedBy }: FindAnswer): readonly (readonly [Order, string])[] {
  const hasWords = search.text !== '';
  const isBest = orderedBy === 'words' || orderedBy === 'words-and-distance';
  const all: readonly (readonly [Order, string, isOffered: boolean])[] = [
    ['best', 'best match', hasWords && !isBest],
    ['nearest', 'nearest', from !== null && orderedBy !== 'distance'],
    ['name', 'name', orderedBy !== 'name'],
    ['newest', 'newest', orderedBy !== 'newest'],
  ];
  return all.flatMap(([order, words, isOffered]) => (isOffered ? [[order, words] as const] : []));
}

/** In what order the results stand, and links to the other orders. */
export function orderLine(answer: FindAnswer): Html {
  const { search, from, placeName, orderedBy } = answer;
  const isByDistance = orderedBy === 'distance' || orderedBy === 'words-and-distance';
  const links = otherOrders(answer).map(
    ([order, words], index) =>
      html`${index > 0 && ', '}<a class="govuk-link" href="${resultsAddress({ ...search, order, page: 1 })}">${words}</a>`,
  );
  return html`<p class="govuk-body daybreak-order">${orderWords[orderedBy]}. <span class="daybreak-no-print">Sort by ${links}.</span>${from !== null && isByDistance && html`<br><span class="daybreak-soft">Distances are in a straight line${placeName !== null && ` from ${placeName}`}. What comes to you, or is online, is shown after what is near.</span>`}</p>`;
}

/** The search as a link that can be kept, and being told when something new fits. */
export function keepSearch({ search, isAsked }: FindAnswer): Html {
  if (!isAsked) return nothing;
  const address = findAddress({ ...search, page: 1 });
  const query = address.split('?')[1];
  const hasPlace = search.postcode !== null || search.near !== null;
  return html`<aside class="daybreak-keep daybreak-no-print" aria-labelledby="keep">
<h2 class="govuk-heading-s" id="keep">Keep this search</h2>
<p class="govuk-body"><a class="govuk-link" href="${address}">The link to this search</a> holds all that you chose. Save it, or copy it for someone else.${hasPlace && ' It says where you looked, too.'}</p>
<p class="govuk-body"><a class="govuk-link" href="/alerts${query !== undefined && `?${query}`}">Get an email when something new fits</a></p>
</aside>`;
}
