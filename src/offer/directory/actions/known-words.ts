import type { Transaction } from '#platform/database/index.ts';
import { directoryState } from '../store/directory-rows.ts';
import { keptDirectory } from './kept-directory.ts';

/** What the directory knows of single words, as the search compares them. */
export type KnownWords = {
  /** How many listings that are shown have the word, in any of its forms. */
  listingsWith(word: string): number;
  /** Whether the word has other words that would do for it. */
  hasSynonyms(word: string): boolean;
};

/** Gives what the directory of an authority knows of words on a day. */
export async function knownWords(
  transaction: Transaction,
  given: { readonly authorityId: string; readonly today: Temporal.PlainDate },
): Promise<KnownWords> {
  const { authorityId, today } = given;
  const state = await directoryState(transaction, { authorityId, postcode: null });
  const { index } = await keptDirectory(transaction, { authorityId, state });
  const shown = index.shownOn(today);
  return {
    listingsWith: (word) =>
      index.postings.of(index.wording.stem(word)).listings.filter((at) => shown.has(at)).length,
    hasSynonyms: (word) => index.synonyms.has(word),
  };
}
