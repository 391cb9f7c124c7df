import type { Transaction } from '#platform/database/index.ts';
import { wordMeant } from '../domain/spelling.ts';
import { wordsThatWouldDo } from '../domain/words.ts';
import { type LookedUp, lookUpWords } from '../store/look-up-words.ts';

/** The words of a search as the directory understands them. */
export type WordsRead = {
  /** For each word typed, the words that would do for it. A listing fits when it has one of each. */
  readonly groups: readonly (readonly string[])[];
  /** Words that nothing has, and the word that was taken in their place. */
  readonly slips: readonly { readonly typed: string; readonly meant: string }[];
  /** Words that nothing has and that are like no other, left out because the rest says enough. */
  readonly leftOut: readonly string[];
};

/** So many words of a search are read; a hundred characters hold hardly more. */
const MOST_WORDS = 12;

/** A word of at least so many letters may be the beginning of a longer one. */
const SHORTEST_BEGINNING = 3;

/**
 * Reads the words of a search. A word that no listing has is taken as the beginning of one that some have
 * ("tramp"), else as a slip for the nearest of those ("autsim"), else it is left out, unless no word is known
 * at all: then nothing fits.
 */
export async function readWords(
  transaction: Transaction,
  given: { readonly authorityId: string; readonly text: string },
): Promise<WordsRead> {
  const asked = wordsThatWouldDo(given.text).slice(0, MOST_WORDS);
  if (asked.length === 0) return { groups: [], slips: [], leftOut: [] };
  const words = [...new Set(asked.flat())];
  const lookedUp = await lookUpWords(transaction, { authorityId: given.authorityId, words });
  const known = new Map(lookedUp.map((one) => [one.word, one]));
  const read = asked.map((group) => readGroup(group, known)).filter((one) => one !== null);
  const understood = read.filter(({ isUnknown }) => !isUnknown);
  const kept = understood.length > 0 ? understood : read;
  return {
    groups: kept.map(({ group }) => group),
    slips: kept.flatMap(({ slip }) => (slip === null ? [] : [slip])),
    leftOut: read.filter((one) => !kept.includes(one)).map(({ group }) => group[0] ?? ''),
  };
}

type GroupRead = {
  readonly group: readonly string[];
  readonly slip: WordsRead['slips'][number] | null;
  readonly isUnknown: boolean;
};

function readGroup(group: readonly string[], known: ReadonlyMap<string, LookedUp>): GroupRead | null {
  const typed = group[0] ?? '';
  const found = known.get(typed);
  if (found === undefined || found.isEmpty) return null;
  if (group.some((word) => known.get(word)?.isKnown === true)) return { group, slip: null, isUnknown: false };
  if (typed.length >= SHORTEST_BEGINNING && found.longer.length > 0) {
    return { group: found.longer, slip: null, isUnknown: false };
  }
  const meant = wordMeant(typed, found.alike);
  if (meant === null) return { group, slip: null, isUnknown: true };
  return { group: wordsThatWouldDo(meant).flat(), slip: { typed, meant }, isUnknown: false };
}
