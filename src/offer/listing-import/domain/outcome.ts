/** What a row of an import comes to: `like` seems to be there already under another name, and waits for a choice. */
export const outcomes = ['new', 'changed', 'same', 'like', 'wrong'] as const;
export type Outcome = (typeof outcomes)[number];

/** What tells whether two listings may be the same: names and places without what people write in different ways. */
export type Alike = {
  readonly title: string;
  readonly provider: string;
  /** Null for a listing with no one place. */
  readonly postcode: string | null;
};

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b(the|a|an|and|of|for|at|in)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Keys of a listing: two listings that share one may be the same short break. One is the name with the postcode, the
 * other the name with the provider; so neither a moved club nor one under an old provider's name is missed.
 */
export function likenessKeys({ title, provider, postcode }: Alike): readonly string[] {
  const name = plain(title);
  if (name === '') return [];
  return [
    ...(postcode === null ? [] : [`${name} | ${postcode.replace(/\s/g, '').toUpperCase()}`]),
    `${name} | ${plain(provider)}`,
  ];
}

/** How many rows came to what. */
export type Counts = Readonly<Record<Outcome, number>>;

/** Counts rows by what they come to. */
export function countsOf(all: readonly Outcome[]): Counts {
  const counts = { new: 0, changed: 0, same: 0, like: 0, wrong: 0 };
  for (const outcome of all) counts[outcome] += 1;
  return counts;
}
