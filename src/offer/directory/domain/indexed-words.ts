import { kinds, type Listing, needs, times } from './listing.ts';
import { searchableText, searchWords } from './words.ts';

/** The words by which a listing is found, from the most telling to the least, and all of them once. */
export type IndexedWords = {
  readonly name: string;
  readonly labels: string;
  readonly summary: string;
  readonly description: string;
  readonly vocabulary: readonly string[];
};

/** Gives the words of a listing as the search compares them. */
export function indexedWords(listing: Listing): IndexedWords {
  const { place } = listing;
  const said = (...texts: readonly string[]) => searchWords(texts.join(' ')).join(' ');
  const labels = [
    ...listing.kinds.map((kind) => kinds[kind]),
    ...listing.needs.map((need) => needs[need]),
    ...listing.when.times.map((time) => times[time]),
  ];
  const where =
    place.kind === 'at' ? [place.name, place.locality] : [place.kind === 'area' ? place.area : 'online'];
  return {
    name: said(listing.title, listing.provider),
    labels: said(...labels),
    summary: said(listing.summary, ...where),
    description: said(listing.description),
    vocabulary: searchWords(searchableText(listing)),
  };
}
