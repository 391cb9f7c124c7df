import { type Pence, parsePounds } from '#kernel/money.ts';
import { featureNames } from '#offer/accessibility/index.ts';
import { days, kinds, needs, payments, ratios, seasons, tiers, times, transports } from './domain/listing.ts';
import { distances, type ListingSearch, orders } from './domain/search.ts';
import { parts } from './domain/when-it-runs.ts';

const OLDEST = 25;
const LAST_PAGE = 1000;
/** The most that anybody may name as a price, in pence: £10,000. */
const DEAREST = 1_000_000;

/**
 * Reads a search from the query of an address. An address is never refused: what isn't in a vocabulary, an age above
 * 25, a day that is none or a page that isn't a number counts as not asked. Lists may repeat the name or part with
 * commas.
 */
export function parseListingSearch(query: URLSearchParams): ListingSearch {
  const from = dateOf(query.get('from'));
  const until = dateOf(query.get('until'));
  const isBackwards = from !== null && until !== null && Temporal.PlainDate.compare(from, until) > 0;
  return {
    text: shortText(query.get('q'), 100) ?? '',
    age: wholeNumber(query.get('age'), { from: 0, to: OLDEST }),
    tiers: chosen(query, 'tier', tiers),
    kinds: chosen(query, 'kind', keysOf(kinds)),
    needs: chosen(query, 'need', keysOf(needs)),
    access: chosen(query, 'access', featureNames),
    times: chosen(query, 'when', keysOf(times)),
    days: chosen(query, 'day', days),
    parts: chosen(query, 'part', keysOf(parts)),
    from,
    until: isBackwards ? null : until,
    season: oneOf(keysOf(seasons), (season) => season === query.get('season')),
    accepts: chosen(query, 'pay', keysOf(payments)),
    isFree: query.get('free') === 'yes',
    upTo: priceOf(query.get('upto')),
    transport: oneOf(keysOf(transports), (transport) => transport === query.get('transport')),
    ratio: oneOf(ratios, (ratio) => ratio === query.get('ratio')),
    language: languageOf(query.get('language')),
    isWithoutReferral: query.get('join') === 'open',
    locality: shortText(query.get('locality'), 60),
    postcode: shortText(query.get('postcode'), 60),
    near: nearOf(query.get('near')),
    within: oneOf(distances, (distance) => String(distance) === query.get('within')),
    order: oneOf(orders, (order) => order === query.get('order')) ?? 'best',
    page: wholeNumber(query.get('page'), { from: 1, to: LAST_PAGE }) ?? 1,
  };
}

/** Writes a search as the query of an address: only what was asked, always in the same order. */
export function writeListingSearch(search: ListingSearch): URLSearchParams {
  const query = new URLSearchParams();
  const set = (name: string, value: string | number | null | undefined) => {
    if (value !== null && value !== undefined && value !== '') query.set(name, String(value));
  };
  const add = (name: string, values: readonly string[]) => {
    for (const value of values) query.append(name, value);
  };
  set('q', search.text);
  set('age', search.age);
  add('tier', search.tiers);
  add('kind', search.kinds);
  add('need', search.needs);
  add('access', search.access);
  add('when', search.times);
  add('day', search.days);
  add('part', search.parts);
  set('from', search.from?.toString());
  set('until', search.until?.toString());
  set('season', search.season);
  add('pay', search.accepts);
  set('free', search.isFree ? 'yes' : null);
  set('upto', search.upTo === null ? null : poundsOf(search.upTo));
  set('transport', search.transport);
  set('ratio', search.ratio);
  set('language', search.language);
  set('join', search.isWithoutReferral ? 'open' : null);
  set('locality', search.locality);
  set('postcode', search.postcode);
  set('near', search.near === null ? null : `${search.near.latitude},${search.near.longitude}`);
  set('within', search.within);
  set('order', search.order === 'best' ? null : search.order);
  set('page', search.page === 1 ? null : search.page);
  return query;
}

/** An amount as a family types it, without the sign: "12" or "12.50". */
export function poundsOf(amount: Pence): string {
  const rest = amount % 100;
  const whole = (amount - rest) / 100;
  return rest === 0 ? String(whole) : `${whole}.${String(rest).padStart(2, '0')}`;
}

function priceOf(typed: string | null): Pence | null {
  if (typed === null || typed.length > 20) return null;
  const read = parsePounds(typed);
  return read.ok && read.value >= 0 && read.value <= DEAREST ? read.value : null;
}

function dateOf(typed: string | null): Temporal.PlainDate | null {
  if (typed === null || !/^20\d\d-\d\d-\d\d$/.test(typed)) return null;
  try {
    return Temporal.PlainDate.from(typed);
  } catch {
    // A day that no calendar has, such as 30 February.
    return null;
  }
}

function languageOf(typed: string | null): string | null {
  return typed !== null && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/.test(typed) ? typed : null;
}

/** A place as a device says it, kept to three decimals: enough for a distance, and no front door. */
function nearOf(typed: string | null): ListingSearch['near'] {
  const found = /^(-?\d{1,2}(?:\.\d{1,12})?),(-?\d{1,3}(?:\.\d{1,12})?)$/.exec(typed ?? '');
  if (found === null) return null;
  const [latitude, longitude] = [toThreeDecimals(found[1]), toThreeDecimals(found[2])];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}

function toThreeDecimals(typed: string | undefined): number {
  return Math.round(Number(typed) * 1000) / 1000 + 0;
}

function shortText(typed: string | null, longest: number): string | null {
  const tidy = (typed ?? '').replace(/\s+/g, ' ').trim();
  const short = [...tidy].slice(0, longest).join('').trim();
  return short === '' ? null : short;
}

function wholeNumber(typed: string | null, { from, to }: { from: number; to: number }): number | null {
  const tidy = (typed ?? '').trim();
  const value = /^\d{1,4}$/.test(tidy) ? Number(tidy) : -1;
  return value >= from && value <= to ? value : null;
}

/** Gives those of the vocabulary that the query names, once each, in the order of the vocabulary. */
function chosen<T extends string>(query: URLSearchParams, name: string, vocabulary: readonly T[]): T[] {
  const values = query.getAll(name);
  if (values.length === 0) return [];
  const asked = new Set(values.flatMap((value) => value.split(',')));
  return vocabulary.filter((word) => asked.has(word));
}

function oneOf<T>(vocabulary: readonly T[], fits: (word: T) => boolean): T | null {
  return vocabulary.find(fits) ?? null;
}

function keysOf<T extends string>(labels: Readonly<Record<T, unknown>>): readonly T[] {
  return Object.keys(labels) as T[];
}
