import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import type { Transaction } from '#platform/database/index.ts';
import type { SynonymChange } from '../domain/synonyms.ts';

/**
 * What staff have written of each word, newest change first: the word as the search compares it, what it means, and
 * who wrote it when.
 */
export async function synonymChanges(
  transaction: Transaction,
  authorityId: string,
): Promise<readonly SynonymChange[]> {
  const rows = await transaction
    .selectFrom('search_synonyms')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .orderBy('changed_in', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    word: row.word,
    means: row.means,
    isPutBack: row.is_put_back,
    at: row.changed_at,
    byName: row.changed_by_name,
  }));
}

/**
 * The synonyms that staff have written and that hold now, by word as the search compares it. A word with no meanings
 * means itself alone, also where the program begins with some; a word that is not here means what the program begins
 * with (`beginsWith` of domain/synonyms.ts; `synonymsInForce` puts the two together). A change of them raises
 * `directory_state.version`.
 */
export async function synonymsOf(
  transaction: Transaction,
  authorityId: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ word: string; means: string[]; is_put_back: boolean }>`
    select distinct on (word) word, means, is_put_back from search_synonyms
    where authority_id = ${authorityId} order by word, changed_in desc, id desc`.execute(transaction);
  return new Map(rows.filter((row) => !row.is_put_back).map(({ word, means }) => [word, means]));
}

/** Adds a change of one word; it holds from now on. */
export async function insertSynonym(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly word: string;
    readonly means: readonly string[];
    readonly isPutBack: boolean;
    readonly at: Temporal.Instant;
    readonly by: { readonly id: string; readonly name: string };
  },
): Promise<void> {
  await transaction
    .insertInto('search_synonyms')
    .values({
      authority_id: given.authorityId,
      id: newId(),
      word: given.word,
      means: [...given.means],
      is_put_back: given.isPutBack,
      changed_at: given.at,
      changed_by: given.by.id,
      changed_by_name: given.by.name,
    })
    .execute();
}
