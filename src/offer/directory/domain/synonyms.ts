/** A change of what one word means, as somebody of the council wrote it. */
export type SynonymChange = {
  /** As the search compares it. */
  readonly word: string;
  readonly means: readonly string[];
  /** Whether the word went back to what the program begins with. */
  readonly isPutBack: boolean;
  readonly at: Temporal.Instant;
  readonly byName: string;
};

/** Words, each with what else would do for it. */
export type Synonyms = ReadonlyMap<string, readonly string[]>;

/**
 * The synonyms that a search uses: what staff wrote goes before what the program begins with. A word to which staff
 * gave no meanings has none.
 */
export function synonymsInForce(beginsWith: Synonyms, written: Synonyms): Synonyms {
  const all = [...new Map([...beginsWith, ...written])];
  return new Map(all.filter(([, means]) => means.length > 0));
}
