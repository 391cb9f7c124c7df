import type { Synonyms } from '../synonyms.ts';
import { isSmallWord, searchWords } from '../words.ts';
import { exactly } from './fields.ts';

/** A stem that would do for a word, and how much of the word's worth it has: 1 for the word itself. */
export type WouldDo = { readonly stem: string; readonly share: number };

/** The words of a search as the directory understands them. */
export type WordsRead = {
  /** For each word typed, the stems that would do for it. */
  readonly groups: readonly (readonly WouldDo[])[];
  /** Words that nothing has, and the word that was taken in their place. */
  readonly slips: readonly { readonly typed: string; readonly meant: string }[];
  /** Words that nothing has and that are like no other, left out because the rest says enough. */
  readonly leftOut: readonly string[];
};

/** What words are read with. */
export type KnownWords = {
  readonly stem: (word: string) => string;
  readonly synonyms: Synonyms;
  /** Whether a listing that is shown has the stem. */
  isKnown(stem: string): boolean;
  beginningWith(typed: string): readonly string[];
  meantBy(typed: string): string | null;
};

/** So many words of a search are read; a hundred characters hold hardly more. */
const MOST_WORDS = 12;

/** A word of at least so many letters may be the beginning of a longer one. */
const SHORTEST_BEGINNING = 3;

/** What a synonym, the end of a word that was not typed, and a slip that was put right are worth beside the word itself. */
const shares = { synonym: 0.7, longer: 0.9, slip: 0.9 } as const;

/**
 * Reads the words of a search. A word that no listing has is taken as the beginning of one that some have ("tramp"),
 * else as a slip for the nearest of those ("autsim"), else it is left out, unless no word is known at all: then
 * nothing fits.
 */
export function readWords(text: string, known: KnownWords): WordsRead {
  const telling = searchWords(text).filter((word) => !isSmallWord(word));
  const typed = joined(telling.slice(0, MOST_WORDS), known);
  const read = typed.map((word) => readWord(word, known));
  const understood = read.filter(({ isUnknown }) => !isUnknown);
  const kept = understood.length > 0 ? understood : read;
  return {
    groups: kept.map(({ group }) => group),
    slips: kept.flatMap(({ slip }) => (slip === null ? [] : [slip])),
    leftOut: read.filter((one) => !kept.includes(one)).map(({ word }) => word),
  };
}

type WordRead = {
  readonly word: string;
  readonly group: readonly WouldDo[];
  readonly slip: WordsRead['slips'][number] | null;
  readonly isUnknown: boolean;
};

function readWord(word: string, known: KnownWords): WordRead {
  const read = (group: readonly WouldDo[]) => ({ word, group, slip: null, isUnknown: false });
  const itself = withSynonyms(word, known);
  if (itself.length > 0) return read(itself);
  if (word.length >= SHORTEST_BEGINNING) {
    const longer = known.beginningWith(word).map(known.stem).filter(known.isKnown);
    if (longer.length > 0) return read([...new Set(longer)].map((stem) => ({ stem, share: shares.longer })));
  }
  const meant = known.meantBy(word) ?? known.meantBy(known.stem(word));
  const group = meant === null ? [] : withSynonyms(meant, known);
  if (meant === null || group.length === 0)
    return { ...read([{ stem: known.stem(word), share: 1 }]), isUnknown: true };
  const slipped = group.map(({ stem, share }) => ({ stem, share: share * shares.slip }));
  return { ...read(slipped), slip: { typed: word, meant } };
}

/** The stems that would do for a word and that some listing has; the word's own first. */
function withSynonyms(word: string, known: KnownWords): readonly WouldDo[] {
  const own = known.stem(word);
  const stems = new Map<string, number>([
    [own, 1],
    [exactly(word), 1],
  ]);
  for (const meaning of (known.synonyms.get(word) ?? []).flatMap(searchWords)) {
    const stem = known.stem(meaning);
    if (!stems.has(stem)) stems.set(stem, shares.synonym);
  }
  return [...stems].filter(([stem]) => known.isKnown(stem)).map(([stem, share]) => ({ stem, share }));
}

/** Takes two words as one where the directory writes them so or families' words have them so: "basket ball". */
function joined(words: readonly string[], known: KnownWords): readonly string[] {
  const all: string[] = [];
  for (let place = 0; place < words.length; place++) {
    const [one = '', other = ''] = [words[place], words[place + 1]];
    const both = one + other;
    const isOne = other !== '' && (known.synonyms.has(both) || known.isKnown(known.stem(both)));
    all.push(isOne ? both : one);
    if (isOne) place += 1;
  }
  return all;
}
