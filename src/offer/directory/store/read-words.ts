import { sql } from 'kysely';
import type { Transaction } from '#platform/database/index.ts';
import { wordMeant } from '../domain/spelling.ts';
import { wordsThatWouldDo } from '../domain/words.ts';

/** The words of a search as the directory understands them. */
export type WordsRead = {
  /** For each word typed, the words that would do for it. A listing fits when it has one of each. */
  readonly groups: readonly (readonly string[])[];
  /** Words that nothing has, and the word that was taken in their place. */
  readonly slips: readonly { readonly typed: string; readonly meant: string }[];
};

export const noWords: WordsRead = { groups: [], slips: [] };

/** So many words of a search are read; a hundred characters hold hardly more. */
const MOST_WORDS = 12;

type Looked = {
  readonly word: string;
  /** Whether the dictionary leaves the word out, as it does "the". */
  readonly is_empty: boolean;
  readonly is_known: boolean;
  /** Words of the directory that begin with it. */
  readonly longer: readonly string[];
  /** Words of the directory that look like it, likest first. */
  readonly alike: readonly string[];
};

/** Looks each word up in the directory: whether it is there, which words begin with it, which look like it. */
async function lookUp(
  transaction: Transaction,
  authorityId: string,
  words: readonly string[],
): Promise<readonly Looked[]> {
  const { rows } = await sql<Looked>`
    with live as (
      select words, vocabulary from listings where authority_id = ${authorityId} and withdrawn_at is null
    ), vocabulary as (select distinct unnest(vocabulary) as word from live)
    select typed.word,
      numnode(plainto_tsquery('english', typed.word)) = 0 as is_empty,
      exists (select from live where words @@ plainto_tsquery('english', typed.word)) as is_known,
      array(select word from vocabulary where starts_with(word, typed.word) order by word limit 10) as longer,
      array(select word from vocabulary where similarity(word, typed.word) >= 0.2
        order by similarity(word, typed.word) desc, word limit 20) as alike
    from unnest(${[...words]}::text[]) as typed(word)`.execute(transaction);
  return rows;
}

/**
 * Reads the words of a search. A word that no listing has is taken as the beginning of one that some have
 * ("tramp"), else as a slip for the nearest of those ("autsim"), else as it is: then nothing fits.
 */
export async function readWords(
  transaction: Transaction,
  given: { readonly authorityId: string; readonly text: string },
): Promise<WordsRead> {
  const asked = wordsThatWouldDo(given.text).slice(0, MOST_WORDS);
  if (asked.length === 0) return noWords;
  const looked = await lookUp(transaction, given.authorityId, [...new Set(asked.flat())]);
  const of = new Map(looked.map((one) => [one.word, one]));
  const groups: (readonly string[])[] = [];
  const slips: { typed: string; meant: string }[] = [];
  for (const group of asked) {
    const typed = group[0] ?? '';
    const found = of.get(typed);
    if (found === undefined || found.is_empty) continue;
    if (group.some((word) => of.get(word)?.is_known === true)) {
      groups.push(group);
      continue;
    }
    const meant = typed.length >= 3 && found.longer.length > 0 ? null : wordMeant(typed, found.alike);
    if (meant !== null) slips.push({ typed, meant });
    groups.push(
      meant !== null ? wordsThatWouldDo(meant).flat() : found.longer.length > 0 ? found.longer : group,
    );
  }
  return { groups, slips };
}
