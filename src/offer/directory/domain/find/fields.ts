import type { Feature } from '#offer/accessibility/index.ts';
import { kinds, type Listing, needs, seasons, times, transports } from '../listing.ts';
import { tierWords } from '../listing-words.ts';
import { isSmallWord, searchWords } from '../words.ts';

/** How much a word weighs by where it stands. A title of many words says less with each. */
const weights = {
  title: 48,
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
type FieldName = keyof typeof weights;

/** What the words of a listing are made with: how a word is stemmed, and what features are called. */
export type Wording = {
  readonly stem: (word: string) => string;
  readonly featureLabel: (feature: Feature) => string;
};

function textOf(listing: Listing, wording: Wording): Readonly<Record<FieldName, readonly string[]>> {
  const { place, told, cost, join } = listing;
  const placesAt = [place, ...listing.otherPlaces.map((other) => other.place)].flatMap((one) =>
    one.kind === 'at' ? [one.name, one.locality] : [one.kind === 'area' ? one.area : 'online'],
  );
  const meets = Object.entries(listing.access).filter(([, offered]) => offered === 'meets');
  return {
    title: [listing.title],
    provider: [listing.provider],
    kinds: listing.kinds.map((kind) => kinds[kind]),
    needs: listing.needs.map((need) => needs[need]),
    times: listing.when.times.map((time) => times[time]),
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
  for (const name of Object.keys(weights) as FieldName[]) {
    const inField = searchWords(texts[name].join(' ')).filter((word) => !isSmallWord(word));
    for (const word of inField) words.add(word);
    const stemsOfField = new Set(inField.map(wording.stem));
    const weight = name === 'title' ? weights.title / (0.7 + 0.1 * stemsOfField.size) : weights[name];
    for (const stem of stemsOfField) stems.set(stem, (stems.get(stem) ?? 0) + weight);
  }
  return { words, stems };
}
