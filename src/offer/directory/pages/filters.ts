import { type ConditionName, withoutCondition } from '../domain/conditions.ts';
import { kinds, needs, payments, times } from '../domain/listing.ts';
import { tierWords } from '../domain/listing-words.ts';
import type { ListingSearch } from '../domain/search.ts';
import { formatDistance } from './distance.ts';

/** One thing that was asked for, in words, and the search without it. */
export type AppliedFilter = { readonly words: string; readonly without: ListingSearch };

function one<T>(
  values: readonly T[],
  given: { words(value: T): string; without(rest: readonly T[]): ListingSearch },
): AppliedFilter[] {
  return values.map((value) => ({
    words: given.words(value),
    without: given.without(values.filter((other) => other !== value)),
  }));
}

/** Every filter of a search besides its words and postcode, each of which can be taken off by itself. */
export function appliedFilters(search: ListingSearch): readonly AppliedFilter[] {
  const first = { ...search, page: 1 };
  const single = (name: ConditionName, words: string | null): AppliedFilter[] =>
    words === null ? [] : [{ words, without: withoutCondition(search, name) }];
  return [
    ...single('age', search.age === null ? null : `Age ${search.age}`),
    ...one(search.needs, { words: (need) => needs[need], without: (rest) => ({ ...first, needs: rest }) }),
    ...one(search.kinds, { words: (kind) => kinds[kind], without: (rest) => ({ ...first, kinds: rest }) }),
    ...one(search.times, { words: (time) => times[time], without: (rest) => ({ ...first, times: rest }) }),
    ...single('free', search.isFree ? 'Free' : null),
    ...one(search.accepts, {
      words: (payment) => `${payments[payment]} can pay`,
      without: (rest) => ({ ...first, accepts: rest }),
    }),
    ...one(search.tiers, {
      words: (tier) => tierWords[tier].short,
      without: (rest) => ({ ...first, tiers: rest }),
    }),
    ...single('locality', search.locality),
    ...single('within', search.within === null ? null : formatDistance(search.within)),
  ];
}

/** What a condition asks for, as a family would say it: "at weekends". */
export function conditionInWords(name: ConditionName, search: ListingSearch): string {
  if (name.startsWith('need:')) {
    const need = search.needs.find((asked) => `need:${asked}` === name);
    return need === undefined ? '' : needs[need];
  }
  if (name.startsWith('pay:')) {
    const payment = search.accepts.find((asked) => `pay:${asked}` === name);
    return payment === undefined ? '' : `${payments[payment]} can pay`;
  }
  const list = (words: readonly string[]) => words.join(' or ');
  switch (name) {
    case 'words':
      return `“${search.text}”`;
    case 'age':
      return `Age ${search.age}`;
    case 'tiers':
      return list(search.tiers.map((tier) => tierWords[tier].short));
    case 'kinds':
      return list(search.kinds.map((kind) => kinds[kind]));
    case 'times':
      return list(search.times.map((time) => times[time]));
    case 'free':
      return 'Free';
    case 'locality':
      return search.locality ?? '';
    default:
      return search.within === null ? '' : formatDistance(search.within);
  }
}
