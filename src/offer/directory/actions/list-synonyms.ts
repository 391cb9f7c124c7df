import type { Visit } from '#platform/web/visit.ts';
import { type SynonymChange, type Synonyms, synonymsInForce } from '../domain/synonyms.ts';
import { alsoCalled } from '../domain/words.ts';
import { synonymChanges, synonymsOf } from '../store/synonyms.ts';
import { type KnownWords, knownWords } from './known-words.ts';

/** One word, what would do for it, and where that comes from. */
export type SynonymLine = {
  readonly word: string;
  /** Empty where staff took away what the program begins with. */
  readonly means: readonly string[];
  /** The change that made it so; null where the program begins with it. */
  readonly change: SynonymChange | null;
  /** What the program begins with; null where it has nothing for the word. */
  readonly beginsWith: readonly string[] | null;
};

export type SynonymList = {
  readonly lines: readonly SynonymLine[];
  /** Newest first. */
  readonly changes: readonly SynonymChange[];
  readonly known: KnownWords;
};

/** Every word that means others, by the alphabet, with those from which staff took their meanings. */
export async function listSynonyms(
  visit: Pick<Visit, 'transaction' | 'authority' | 'clock'>,
): Promise<SynonymList> {
  const { transaction, authority, clock } = visit;
  const authorityId = authority.id;
  const written = await synonymsOf(transaction, authorityId);
  const changes = await synonymChanges(transaction, authorityId);
  const inForce: Synonyms = synonymsInForce(alsoCalled, written);
  const all = [...new Set([...alsoCalled.keys(), ...written.keys()])];
  return {
    lines: all
      .filter((word) => inForce.has(word) || alsoCalled.has(word))
      .toSorted((a, b) => a.localeCompare(b, 'en'))
      .map((word) => ({
        word,
        means: inForce.get(word) ?? [],
        change: written.has(word) ? (changes.find((one) => one.word === word) ?? null) : null,
        beginsWith: alsoCalled.get(word) ?? null,
      })),
    changes,
    known: await knownWords(transaction, { authorityId, today: clock.today() }),
  };
}
