import { sql } from 'kysely';
import type { Transaction } from '#platform/database/index.ts';

/** What the directory knows of a word. */
export type LookedUp = {
  readonly word: string;
  /** Whether the dictionary leaves the word out, as it does "the". */
  readonly isEmpty: boolean;
  readonly isKnown: boolean;
  /** Words of the directory that begin with it, at most ten. */
  readonly longer: readonly string[];
  /** Words of the directory that look like it, likest first. */
  readonly alike: readonly string[];
};

/** Below this likeness (pg_trgm) a word cannot be a slip for another. */
const LEAST_LIKENESS = 0.2;

/** Looks each word up in the directory: whether it is there, which words begin with it, which look like it. */
export async function lookUpWords(
  transaction: Transaction,
  given: { readonly authorityId: string; readonly words: readonly string[] },
): Promise<readonly LookedUp[]> {
  const { rows } = await sql<LookedUp>`
    with live as (
      select words, vocabulary from listings where authority_id = ${given.authorityId} and withdrawn_at is null
    ), vocabulary as (select distinct unnest(vocabulary) as word from live)
    select typed.word,
      numnode(plainto_tsquery('english', typed.word)) = 0 as "isEmpty",
      exists (select from live where words @@ plainto_tsquery('english', typed.word)) as "isKnown",
      array(select word from vocabulary where starts_with(word, typed.word) order by word limit 10) as longer,
      array(select word from vocabulary where similarity(word, typed.word) >= ${LEAST_LIKENESS}
        order by similarity(word, typed.word) desc, word limit 20) as alike
    from unnest(${[...given.words]}::text[]) as typed(word)`.execute(transaction);
  return rows;
}
