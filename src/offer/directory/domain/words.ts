import { kinds, type Listing, needs } from './listing.ts';

/** Words that say nothing about what is looked for. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an and are at be by can child children do for from have i in is it kid kids looking me my near of on or our some something son daughter that the to want we with'.split(
    ' ',
  ),
);

/** What families say, and the directory's own word for it. Both stay in the search. */
const ALSO_CALLED: ReadonlyMap<string, readonly string[]> = new Map([
  ['respite', ['overnight', 'break']],
  ['sleepover', ['overnight']],
  ['pa', ['enabler', 'assistant']],
  ['pas', ['enabler', 'assistant']],
  ['carer', ['enabler']],
  ['befriender', ['enabler']],
  ['asd', ['autism']],
  ['asc', ['autism']],
  ['autistic', ['autism']],
  ['add', ['adhd']],
  ['deaf', ['hearing']],
  ['blind', ['vision']],
  ['nonverbal', ['communication']],
  ['horse', ['riding']],
  ['pony', ['riding']],
  ['football', ['sport']],
  ['swim', ['swimming']],
  ['theatre', ['drama']],
  ['acting', ['drama']],
  ['computer', ['coding']],
  ['minecraft', ['coding']],
  ['halfterm', ['holiday']],
  ['playscheme', ['holiday', 'scheme']],
]);

/**
 * Gives the words of a text as the search compares them: lower case, without accents and apostrophes, without
 * a plural "s", in order and once each, with small words left out unless nothing else is there.
 */
export function searchWords(text: string): readonly string[] {
  const words = text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((word) => word !== '')
    .map(withoutPlural);
  const telling = words.filter((word) => !SMALL_WORDS.has(word));
  return [...new Set(telling.length > 0 ? telling : words)];
}

/**
 * Gives, for each word of a text, the words that would do for it: itself first, then what the directory
 * calls it. A listing fits a text when it holds one of each.
 */
export function wordsThatWouldDo(text: string): readonly (readonly string[])[] {
  return searchWords(text).map((word) => [word, ...(ALSO_CALLED.get(word) ?? [])]);
}

/** Gives all the text of a listing that a search looks through, with the most telling first. */
export function searchableText(listing: Listing): string {
  const place = listing.place.kind === 'at' ? `${listing.place.name} ${listing.place.locality}` : '';
  return [
    listing.title,
    listing.provider,
    ...listing.kinds.map((kind) => kinds[kind]),
    ...listing.needs.map((need) => needs[need]),
    listing.summary,
    listing.description,
    place,
  ].join(' ');
}

/** "clubs" to "club", "activities" to "activity", "sessions" to "session"; leaves "swimming", "bus" and "class". */
function withoutPlural(word: string): string {
  if (word.length <= 3 || /(ss|us|is)$/.test(word) || !word.endsWith('s')) return word;
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  return /(ch|sh|x|ss|zz)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}
