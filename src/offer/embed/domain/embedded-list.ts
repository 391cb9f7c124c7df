/** What stands above the list, in the languages that it can stand in; each by its code of BCP 47. */
export const headings = {
  en: { language: 'English', words: 'Short breaks for disabled children' },
  cy: { language: 'Cymraeg (Welsh)', words: 'Seibiannau byr i blant anabl' },
  fr: { language: 'Français (French)', words: 'Des temps de répit pour les enfants handicapés' },
  pl: { language: 'Polski (Polish)', words: 'Krótkie przerwy dla dzieci z niepełnosprawnościami' },
  ro: { language: 'Română (Romanian)', words: 'Pauze scurte pentru copiii cu dizabilități' },
} as const;
export type HeadingLanguage = keyof typeof headings;

/** How many short breaks the list may show. */
export const sizes = [3, 5, 10] as const;
export type Size = (typeof sizes)[number];

/** How high the frame may be, in pixels. */
export const heights = { low: 320, middle: 480, high: 720 } as const;
export type Height = keyof typeof heights;

/** How somebody wants the list that stands in their page. */
export type ListOptions = { readonly most: Size; readonly heading: HeadingLanguage };

function isKeyOf<T extends object>(names: T, text: string | null): text is Extract<keyof T, string> {
  return text !== null && Object.hasOwn(names, text);
}

/** Reads the options out of an address; what is none of them is as usual: five, in English. */
export function readListOptions(query: URLSearchParams): ListOptions {
  const heading = query.get('heading');
  return {
    most: sizes.find((size) => String(size) === query.get('most')) ?? 5,
    heading: isKeyOf(headings, heading) ? heading : 'en',
  };
}

/** Reads how high the frame shall be; in the middle unless said otherwise. */
export function readHeight(query: URLSearchParams): Height {
  const height = query.get('height');
  return isKeyOf(heights, height) ? height : 'middle';
}

/** The address of a list: the search that it answers, then what is not as usual. */
export function listAddress(search: URLSearchParams, { most, heading }: ListOptions): string {
  const query = new URLSearchParams(search);
  for (const name of ['page', 'most', 'heading']) query.delete(name);
  if (most !== 5) query.set('most', String(most));
  if (heading !== 'en') query.set('heading', heading);
  return query.size === 0 ? '/embed/list' : `/embed/list?${query}`;
}

/** The search of an address of the directory that somebody pasted in; null where it is none. */
export function pastedSearch(address: string): URLSearchParams | null {
  if (!URL.canParse(address, 'https://this.service')) return null;
  const { pathname, searchParams } = new URL(address, 'https://this.service');
  return pathname === '/find' ? searchParams : null;
}
