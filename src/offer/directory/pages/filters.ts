import { type Feature, features } from '#offer/accessibility/index.ts';
import { type ConditionName, withoutCondition } from '../domain/conditions.ts';
import { kinds, needs, payments, times } from '../domain/listing.ts';
import { tierWords } from '../domain/listing-words.ts';
import type { ListingSearch } from '../domain/search.ts';
import { parts } from '../domain/when-it-runs.ts';
import * as words from './choice-words.ts';
import { formatDistance } from './distance.ts';

/** One thing that was asked for, in words, and the search without it. */
export type AppliedFilter = { readonly words: string; readonly without: ListingSearch };

type ListOf = Extract<
  {
    [Name in keyof ListingSearch]: ListingSearch[Name] extends readonly unknown[] ? Name : never;
  }[keyof ListingSearch],
  string
>;

/** Each value of one list of a search, with the search without it. */
function eachOf<Name extends ListOf>(
  search: ListingSearch,
  name: Name,
  inWords: (value: ListingSearch[Name][number]) => string,
): AppliedFilter[] {
  const values: readonly ListingSearch[Name][number][] = search[name];
  return values.map((value) => ({
    words: inWords(value),
    without: { ...search, page: 1, [name]: values.filter((other) => other !== value) },
  }));
}

/** Every filter of a search besides its words and postcode, each of which can be taken off by itself. */
export function appliedFilters(search: ListingSearch): readonly AppliedFilter[] {
  const single = (name: ConditionName): AppliedFilter[] => {
    const said = singleInWords(name, search);
    return said === null ? [] : [{ words: said, without: withoutCondition(search, name) }];
  };
  const near: AppliedFilter[] =
    search.near === null
      ? []
      : [{ words: 'Near where you are', without: { ...search, near: null, page: 1 } }];
  return [
    ...single('age'),
    ...eachOf(search, 'needs', (need) => needs[need]),
    ...eachOf(search, 'access', (feature) => features[feature].label),
    ...eachOf(search, 'kinds', (kind) => kinds[kind]),
    ...eachOf(search, 'times', (time) => times[time]),
    ...eachOf(search, 'days', (day) => words.dayWords[day]),
    ...eachOf(search, 'parts', (part) => parts[part]),
    ...single('season'),
    ...single('dates'),
    ...single('free'),
    ...single('upTo'),
    ...eachOf(search, 'accepts', words.paymentWords),
    ...eachOf(search, 'tiers', (tier) => tierWords[tier].short),
    ...single('ratio'),
    ...single('language'),
    ...single('referral'),
    ...single('transport'),
    ...single('locality'),
    ...near,
    ...single('within'),
  ];
}

/** What a condition with one value asks for; null where nothing of it was asked. */
function singleInWords(name: ConditionName, search: ListingSearch): string | null {
  switch (name) {
    case 'age':
      return search.age === null ? null : `Age ${search.age}`;
    case 'season':
      return search.season === null ? null : words.seasonWords[search.season];
    case 'dates':
      return words.datesInWords(search);
    case 'free':
      return search.isFree ? 'Free' : null;
    case 'upTo':
      return search.upTo === null ? null : words.priceWords(search.upTo);
    case 'ratio':
      return search.ratio === null ? null : words.ratioWords(search.ratio);
    case 'language':
      return search.language === null ? null : words.languageWords(search.language);
    case 'referral':
      return search.isWithoutReferral ? words.withoutReferralWords : null;
    case 'transport':
      return search.transport === null ? null : words.transportWords[search.transport];
    case 'locality':
      return search.locality;
    case 'within':
      return search.within === null ? null : formatDistance(search.within);
    default:
      return null;
  }
}

/** What a condition asks for, as a family would say it: "at weekends". */
export function conditionInWords(name: ConditionName, search: ListingSearch): string {
  if (name.startsWith('need:')) {
    const need = search.needs.find((asked) => `need:${asked}` === name);
    return need === undefined ? '' : needs[need];
  }
  if (name.startsWith('access:')) {
    const feature: Feature | undefined = search.access.find((asked) => `access:${asked}` === name);
    return feature === undefined ? '' : features[feature].label;
  }
  if (name.startsWith('pay:')) {
    const payment = search.accepts.find((asked) => `pay:${asked}` === name);
    return payment === undefined ? '' : `${payments[payment]} can pay`;
  }
  const list = (all: readonly string[]) => all.join(' or ');
  switch (name) {
    case 'words':
      return `“${search.text}”`;
    case 'tiers':
      return list(search.tiers.map((tier) => tierWords[tier].short));
    case 'kinds':
      return list(search.kinds.map((kind) => kinds[kind]));
    case 'times':
      return list(search.times.map((time) => times[time]));
    case 'days':
      return list(search.days.map((day) => words.dayWords[day]));
    case 'parts':
      return list(search.parts.map((part) => parts[part]));
    default:
      return singleInWords(name, search) ?? '';
  }
}
