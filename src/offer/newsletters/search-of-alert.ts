import {
  appliedFilters,
  type ListingSearch,
  parseListingSearch,
  writeListingSearch,
} from '#offer/directory/index.ts';
import type { FormBody } from '#platform/web/form.ts';
import { ageByNow } from './domain/alert.ts';

/** The search as it is kept: from its first page, in the directory's own order of words. */
function kept(search: ListingSearch): string {
  const isSomewhere = search.postcode !== null || search.near !== null;
  const within = isSomewhere ? search.within : null;
  return writeListingSearch({ ...search, within, page: 1, order: 'best' }).toString();
}

/** The search that an address asks for, as it is kept. What the directory does not know is not in it. */
export function searchOfQuery(query: URLSearchParams): string {
  return kept(parseListingSearch(query));
}

/** The search that a posted form carries under the names that the directory's own form has. */
export function searchOfForm(form: FormBody): string {
  const query = new URLSearchParams();
  for (const [name, values] of form) for (const value of values) query.append(name, value);
  return searchOfQuery(query);
}

/** What a kept search looks for, in a few words. */
export function searchInWords(search: string): string {
  return inWords(parseListingSearch(new URLSearchParams(search)));
}

/**
 * The same for a message to an address of which nobody knows yet whose it is: in the words of the directory alone. What
 * was typed stays out, or anybody could have the council send a stranger words of their own.
 */
export function searchWithoutTyped(search: string): string {
  const asked = parseListingSearch(new URLSearchParams(search));
  const typed = [
    ...(asked.text === '' ? [] : ['the words that were typed']),
    ...(asked.postcode === null && asked.locality === null ? [] : ['near the place that was named']),
  ];
  const chosen = { ...asked, text: '', postcode: null, locality: null };
  const rest = typed.length > 0 && kept(chosen) === '' ? [] : [inWords(chosen)];
  return [...typed, ...rest].join(', ');
}

function inWords(asked: ListingSearch): string {
  const words = [
    ...(asked.text === '' ? [] : [`“${asked.text}”`]),
    ...appliedFilters(asked).map((filter) => filter.words),
    ...(asked.postcode === null ? [] : [`near ${asked.postcode}`]),
  ];
  return words.length === 0 ? 'everything' : words.join(', ');
}

/** The kept search for a day after it was asked for: the child has grown older with the years. */
export function searchByNow(
  given: { readonly search: string; readonly askedOn: Temporal.PlainDate },
  today: Temporal.PlainDate,
): URLSearchParams {
  const search = parseListingSearch(new URLSearchParams(given.search));
  const age = search.age === null ? null : ageByNow({ age: search.age, on: given.askedOn }, today);
  return writeListingSearch({ ...search, age });
}
