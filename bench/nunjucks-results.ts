// The results page of the directory by way of Nunjucks and the macros of govuk-frontend, to measure ours against.
import nunjucks from 'nunjucks';
import type { Authority } from '#platform/authorities/index.ts';
import { script, styleSheet } from '#platform/web/assets.ts';
import type { FindAnswer } from '../src/offer/directory/actions/answer-find.ts';
import { needs } from '../src/offer/directory/domain/listing.ts';
import * as words from '../src/offer/directory/domain/listing-words.ts';
import { everything, type ListingSearch, type Order } from '../src/offer/directory/domain/search.ts';
import { findAddress, listingAddress, resultsAddress } from '../src/offer/directory/pages/addresses.ts';
import { milesAway } from '../src/offer/directory/pages/distance.ts';
import { appliedFilters } from '../src/offer/directory/pages/filters.ts';
import { nextInWords } from '../src/offer/directory/pages/result.ts';
import { packageFolder } from '../test/conformance/govuk-fixtures.ts';
import { filtersOf } from './nunjucks-filters.ts';
import { mapPartsOf } from './nunjucks-map.ts';

/** As the design system's own guide sets it up; templates are compiled once and kept. */
const environment = new nunjucks.Environment(
  new nunjucks.FileSystemLoader([packageFolder, import.meta.dirname], { noCache: false }),
  { autoescape: true },
);

/** The page that answers a search which found something, as text. */
export function resultsByNunjucks(answer: FindAnswer, authority: Authority): string {
  if (answer.found.total === 0) throw new Error('The comparison is for a search that finds something.');
  return environment.render('nunjucks-results.njk', modelOf(answer, authority));
}

function modelOf(answer: FindAnswer, authority: Authority) {
  const { search, found, from, postcodeProblem, isAsked, placeName, age, upTo, dates } = answer;
  const count = found.total === 1 ? '1 short break' : `${found.total} short breaks`;
  return {
    authority,
    isDemonstration: true,
    styleSheet: styleSheet.path,
    script: script.path,
    title: isAsked ? `${count} – Find a short break` : 'Find a short break',
    description: `Clubs, holiday schemes, helpers at home and nights away for disabled children: ${authority.service}.`,
    navigation: [
      { text: 'Find a short break', href: '/find', active: true },
      { text: 'What can we get?', href: '/what-can-we-get', active: false },
      { text: 'Apply', href: '/apply', active: false },
      { text: 'Sign in', href: '/account', active: false },
    ],
    search,
    found,
    count,
    isAsked,
    postcodeProblem,
    placeName,
    age,
    upTo,
    dates,
    near: search.near === null ? null : `${search.near.latitude},${search.near.longitude}`,
    problems: problemsOf(answer),
    ...filtersOf(
      answer,
      authority.localities.map(({ name }) => name),
    ),
    chips: appliedFilters(search).map((one) => ({ words: one.words, href: resultsAddress(one.without) })),
    withoutChips: resultsAddress(wordsAlone(search)),
    order: orderOf(answer),
    ...mapPartsOf(answer, authority),
    listings: found.listings.map((one) => listingOf(one, answer, from)),
    pages: pagesOf(answer),
    keep: keepOf(search),
  };
}

function wordsAlone({ text, postcode, near, order }: ListingSearch): ListingSearch {
  return { ...everything, text, postcode, near, order };
}

/** What could not be read of the searches that are compared. */
function problemsOf({ postcodeProblem, dates, upTo, search, from }: FindAnswer): readonly string[] {
  return [
    postcodeProblem === null ? [] : [`We could not use the postcode or town. ${postcodeProblem}`],
    dates.from.problem === null ? [] : [`We did not look by the first day. ${dates.from.problem}`],
    upTo.problem === null ? [] : [`We did not look by cost. ${upTo.problem}`],
    search.within !== null && from === null ? ['Enter your postcode or town to search by distance'] : [],
  ].flat();
}

function keepOf(search: ListingSearch) {
  const href = findAddress({ ...search, page: 1 });
  const query = href.split('?')[1];
  return {
    href,
    alerts: query === undefined ? '/alerts' : `/alerts?${query}`,
    hasPlace: search.postcode !== null || search.near !== null,
  };
}

const orders: Readonly<Record<FindAnswer['orderedBy'], string>> = {
  words: 'Best match first',
  'words-and-distance': 'Best match first, near before far',
  distance: 'Nearest first',
  newest: 'Newest first',
  name: 'By name',
};

function orderOf({ search, from, orderedBy }: FindAnswer) {
  const link = (order: Order, said: string) => ({
    words: said,
    href: resultsAddress({ ...search, order, page: 1 }),
  });
  const isBest = orderedBy.startsWith('words');
  return {
    words: orders[orderedBy],
    isByDistance: from !== null && (orderedBy === 'distance' || orderedBy === 'words-and-distance'),
    others: [
      search.text !== '' && !isBest ? [link('best', 'best match')] : [],
      from !== null && orderedBy !== 'distance' ? [link('nearest', 'nearest')] : [],
      orderedBy === 'name' ? [] : [link('name', 'name')],
      orderedBy === 'newest' ? [] : [link('newest', 'newest')],
    ].flat(),
  };
}

type Found = FindAnswer['found']['listings'][number];

function listingOf(found: Found, { search, next }: FindAnswer, from: FindAnswer['from']) {
  const { listing } = found;
  const session = next.get(listing.slug);
  return {
    href: listingAddress(listing.slug, search),
    title: listing.title,
    tier: listing.tier,
    tierWords: words.tierWords[listing.tier].short,
    provider: listing.provider,
    paused: listing.paused,
    summary: listing.summary,
    ages: words.agesInWords(listing.ages),
    when: words.whenInWords(listing.when),
    next: session === undefined ? null : nextInWords(session),
    cost: words.costInWords(listing.cost),
    isGrant: listing.accepts.includes('short-breaks-grant'),
    place: words.placeInWords(listing.place),
    away: milesAway(found, from),
    needs: needsOf(found, search),
  };
}

function needsOf({ listing }: Found, search: ListingSearch): string | null {
  const asked = listing.needs.filter((need) => search.needs.includes(need));
  const others = listing.needs.filter((need) => !search.needs.includes(need));
  const all = [...asked, ...others].map((need) => needs[need]);
  if (all.length === 0) return null;
  const shown = Math.max(4, asked.length);
  if (all.length <= shown + 1) return words.listInWords(all);
  return `${all.slice(0, shown).join(', ')} and ${all.length - shown} more`;
}

function pagesOf({ search, found }: FindAnswer) {
  if (found.pages === 1) return null;
  const to = (number: number) => resultsAddress({ ...search, page: number });
  const numbers = Array.from({ length: found.pages }, (_, index) => index + 1).filter(
    (number) => number === 1 || number === found.pages || Math.abs(number - found.page) <= 1,
  );
  return {
    landmarkLabel: 'More short breaks',
    classes: 'daybreak-no-print',
    items: numbers.flatMap((number, index) => {
      const link = { number, href: to(number), current: number === found.page };
      return index > 0 && number - (numbers[index - 1] ?? 0) > 1 ? [{ ellipsis: true }, link] : [link];
    }),
    previous: found.page > 1 ? { href: to(found.page - 1) } : undefined,
    next: found.page < found.pages ? { href: to(found.page + 1) } : undefined,
  };
}
