import type { Feature } from '#offer/accessibility/index.ts';
import { type Kind, kinds, type Listing, needs, seasons, times, transports } from '../listing.ts';
import { daysInWords, tierWords } from '../listing-words.ts';
import { daysOf, parts, partsOf } from '../when-it-runs.ts';
import { isSmallWord, searchWords } from '../words.ts';

/** How much a word weighs by where it stands. A title of many words says less with each. */
const weights = {
  title: 48,
  /** Above what its stem weighs there: the word as it is written in a title. */
  exactly: 16,
  provider: 22,
  kinds: 34,
  needs: 20,
  times: 20,
  summary: 16,
  place: 18,
  access: 10,
  facts: 8,
  description: 6,
  told: 3,
} as const;
type FieldName = Exclude<keyof typeof weights, 'exactly' | 'kinds'>;

/** Before a word as it stands in a title: it is found by that and not by its stem alone. */
const EXACTLY = '=';

/** How a word of a title is looked up as it is written. */
export function exactly(word: string): string {
  return `${EXACTLY}${word}`;
}

/** What the words of a listing are made with: how a word is stemmed, and what features are called. */
export type Wording = {
  readonly stem: (word: string) => string;
  readonly featureLabel: (feature: Feature) => string;
};

/** What is agreed with each family names no day: who asks for a Friday wants what is on then. */
function isByArrangementOnly({ when, otherPlaces, dates }: Listing): boolean {
  const names = when.days.length > 0 || otherPlaces.length > 0 || dates.length > 0;
  return !names && when.times.includes('by-arrangement');
}

function textOf(listing: Listing, wording: Wording): Readonly<Record<FieldName, readonly string[]>> {
  const { place, told, cost, join } = listing;
  const placesAt = [place, ...listing.otherPlaces.map((other) => other.place)].flatMap((one) =>
    one.kind === 'at' ? [one.name, one.locality] : [one.kind === 'area' ? one.area : 'online'],
  );
  const meets = Object.entries(listing.access).filter(([, offered]) => offered === 'meets');
  return {
    title: [listing.title],
    provider: [listing.provider],
    needs: listing.needs.map((need) => needs[need]),
    times: [
      ...listing.when.times.map((time) => times[time]),
      ...(isByArrangementOnly(listing) ? [] : daysOf(listing).map((day) => daysInWords([day]))),
      ...(isByArrangementOnly(listing) ? [] : partsOf(listing).map((part) => parts[part])),
    ],
    summary: [listing.summary],
    place: placesAt,
    access: meets.map(([feature]) => wording.featureLabel(feature as Feature)),
    facts: [
      tierWords[listing.tier].short,
      listing.transport === null || listing.transport === 'none' ? '' : transports[listing.transport],
      listing.runs.season === null ? '' : seasons[listing.runs.season],
      cost.kind === 'free' ? 'free' : '',
      join.note ?? '',
      listing.when.note ?? '',
    ],
    description: [listing.description],
    told: [told.session ?? '', told.staff ?? '', ...told.sensoryStory],
  };
}

/** The words of a listing: every one as it is written, and every stem with how much it weighs. */
export type WordsOfListing = {
  readonly words: ReadonlySet<string>;
  readonly stems: ReadonlyMap<string, number>;
};

/** Gives the words by which a listing is found. A word in two fields weighs as much as both. */
export function wordsOf(listing: Listing, wording: Wording): WordsOfListing {
  const words = new Set<string>();
  const stems = new Map<string, number>();
  const texts = textOf(listing, wording);
  const add = (text: string, weight: number) => {
    const inText = tellingWords(text);
    for (const word of inText) words.add(word);
    for (const stem of new Set(inText.map(wording.stem))) stems.set(stem, (stems.get(stem) ?? 0) + weight);
  };
  for (const name of Object.keys(texts) as FieldName[]) {
    const text = texts[name].join(' ');
    add(text, name === 'title' ? weights.title / (0.7 + 0.1 * tellingWords(text).length) : weights[name]);
  }
  for (const kind of listing.kinds) add(kinds[kind], weights.kinds / alternativesIn(kinds[kind]));
  for (const word of tellingWords(listing.title)) {
    stems.set(exactly(word), (stems.get(wording.stem(word)) ?? 0) + weights.exactly);
  }
  return { words, stems };
}

/** The stems of the words of a locality, by which the search knows that a place is asked for. */
export function stemsOfLocalities(listing: Listing, wording: Wording): readonly string[] {
  return [listing.place, ...listing.otherPlaces.map(({ place }) => place)].flatMap((place) =>
    place.kind === 'at' ? tellingWords(place.locality).map(wording.stem) : [],
  );
}

function tellingWords(text: string): readonly string[] {
  return searchWords(text).filter((word) => !isSmallWord(word));
}

/** How many things a label names of which a listing has one: "Arts, music and drama" names three. */
function alternativesIn(label: string): number {
  return label.split(/, | and /).length;
}

/** The stems of each name that a kind goes by: who types all of them asks for the kind. */
export function namesOfKinds(
  wording: Wording,
): readonly { readonly kind: Kind; readonly stems: readonly string[] }[] {
  return (Object.keys(kinds) as Kind[]).flatMap((kind) =>
    kinds[kind].split(' or ').map((name) => ({ kind, stems: tellingWords(name).map(wording.stem) })),
  );
}
