// The results page of the directory by way of Nunjucks and the macros of govuk-frontend, to measure ours against.
import nunjucks from 'nunjucks';
import type { Authority } from '#platform/authorities/index.ts';
import { script, styleSheet } from '#platform/web/assets.ts';
import type { SearchAnswer } from '../src/offer/directory/actions/search-offer.ts';
import { kinds, needs, tiers, times } from '../src/offer/directory/domain/listing.ts';
import * as words from '../src/offer/directory/domain/listing-words.ts';
import {
  distances,
  everything,
  type ListingSearch,
  type Order,
} from '../src/offer/directory/domain/search.ts';
import { findAddress, listingAddress } from '../src/offer/directory/pages/addresses.ts';
import { formatDistance, milesAway } from '../src/offer/directory/pages/distance.ts';
import { appliedFilters } from '../src/offer/directory/pages/filters.ts';
import { packageFolder } from '../test/conformance/govuk-fixtures.ts';

/** As the design system's own guide sets it up; templates are compiled once and kept. */
const environment = new nunjucks.Environment(
  new nunjucks.FileSystemLoader([packageFolder, import.meta.dirname], { noCache: false }),
  { autoescape: true },
);

/** The page that answers a search which found something, as text. */
export function resultsByNunjucks(answer: SearchAnswer, authority: Authority, isAsked: boolean): string {
  if (answer.found.total === 0) throw new Error('The comparison is for a search that finds something.');
  return environment.render('nunjucks-results.njk', modelOf(answer, authority, isAsked));
}

function modelOf(answer: SearchAnswer, authority: Authority, isAsked: boolean) {
  const { search, found, from, postcodeProblem } = answer;
  const count = found.total === 1 ? '1 short break' : `${found.total} short breaks`;
  const localities = authority.localities.map(({ name }) => name);
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
    postcodeProblem,
    locality: localities.find((name) => name.toLowerCase() === search.locality?.toLowerCase()) ?? '',
    items: itemsOf(localities),
    chips: appliedFilters(search).map((one) => ({ words: one.words, href: findAddress(one.without) })),
    withoutChips: findAddress(wordsAlone(search)),
    order: orderOf(answer),
    listings: found.listings.map((one) => listingOf(one, search, from)),
    pages: pagesOf(answer),
  };
}

function itemsOf(localities: readonly string[]) {
  const byLabel = (labels: Readonly<Record<string, string>>) =>
    Object.entries(labels)
      .map(([value, text]) => ({ value, text }))
      .sort((a, b) => a.text.localeCompare(b.text, 'en'));
  const timeOrder = [
    'weekend',
    'after-school',
    'evening',
    'school-holidays',
    'overnight',
    'school-day',
    'by-arrangement',
  ] as const;
  return {
    needs: byLabel(needs),
    kinds: byLabel(kinds),
    times: timeOrder.map((time) => ({ value: time, text: times[time] })),
    tiers: tiers.map((tier) => ({ value: tier, text: words.tierWords[tier].short })),
    distances: [
      { value: '', text: 'Any distance' },
      ...distances.map((miles) => ({ value: miles, text: formatDistance(miles) })),
    ],
    localities: [{ value: '', text: 'Anywhere' }, ...localities.map((name) => ({ value: name, text: name }))],
  };
}

function wordsAlone({ text, postcode, near, order }: ListingSearch): ListingSearch {
  return { ...everything, text, postcode, near, order };
}

function orderOf({ search, from }: SearchAnswer) {
  const best = from !== null ? 'Nearest first' : search.text !== '' ? 'Best match first' : null;
  if (best === null) return null;
  const isByName = search.order === 'name';
  const other: Order = isByName ? 'best' : 'name';
  const isByDistance = from !== null && !isByName;
  return { best, isByName, isByDistance, other: findAddress({ ...search, order: other, page: 1 }) };
}

type Found = SearchAnswer['found']['listings'][number];

function listingOf(found: Found, search: ListingSearch, from: SearchAnswer['from']) {
  const { listing } = found;
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

function pagesOf({ search, found }: SearchAnswer) {
  if (found.pages === 1) return null;
  const to = (number: number) => findAddress({ ...search, page: number });
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
