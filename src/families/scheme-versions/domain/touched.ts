/** A decision as far as it matters here: what came of it, and how each criterion or row took part. */
export type Outcome = {
  readonly outcome: string;
  /** The award in words or figures that can be compared; null for none. */
  readonly award: string | null;
  /** The money in it, in pence; null where it is none. */
  readonly pence: number | null;
  /** How each criterion came out, by its id: "met" lets it through. */
  readonly criteria: ReadonlyMap<string, string>;
  /** The row of results that applied, if one did. */
  readonly row: string | null;
};

/** One current award, as the older version decides its facts and as the newer does. */
export type Compared = { readonly older: Outcome; readonly newer: Outcome };

/** What a newer version would do to the current awards. */
export type Effect = {
  readonly awards: number;
  readonly unchanged: number;
  /** Outcome or award would differ: more money, less, none any more, or something else about it. */
  readonly more: number;
  readonly less: number;
  readonly none: number;
  readonly other: number;
  /** The difference in money over all of them, in pence. */
  readonly pence: number;
  /** How many awards each criterion or row takes part in changing, by its id. */
  readonly touchedBy: ReadonlyMap<string, number>;
};

function isSame({ older, newer }: Compared): boolean {
  return older.outcome === newer.outcome && older.award === newer.award;
}

/**
 * The parts of the rules that make an award differ: the criteria that come out otherwise than before (one that there
 * was not, or is not any more, stopped nobody), the rows where another applies, and the row that still applies where
 * nothing else explains what it gives now.
 */
export function whatTouches(compared: Compared): readonly string[] {
  if (isSame(compared)) return [];
  const { older, newer } = compared;
  const ids = new Set([...older.criteria.keys(), ...newer.criteria.keys()]);
  const came = (outcome: Outcome, id: string) => outcome.criteria.get(id) ?? 'met';
  const criteria = [...ids].filter((id) => came(older, id) !== came(newer, id));
  const rows = [older.row, newer.row].filter((row) => row !== null);
  if (older.row !== newer.row) return [...criteria, ...rows];
  return criteria.length > 0 ? criteria : rows.slice(0, 1);
}

/** Adds up what would happen to each of the current awards. */
export function effectOf(all: readonly Compared[]): Effect {
  const touchedBy = new Map<string, number>();
  const counts = { unchanged: 0, more: 0, less: 0, none: 0, other: 0 };
  let pence = 0;
  for (const compared of all) {
    for (const id of whatTouches(compared)) touchedBy.set(id, (touchedBy.get(id) ?? 0) + 1);
    counts[kindOf(compared)] += 1;
    pence += (compared.newer.pence ?? 0) - (compared.older.pence ?? 0);
  }
  return { awards: all.length, ...counts, pence, touchedBy };
}

function kindOf(compared: Compared): 'unchanged' | 'more' | 'less' | 'none' | 'other' {
  if (isSame(compared)) return 'unchanged';
  const { older, newer } = compared;
  if (older.award !== null && newer.award === null) return 'none';
  const difference = (newer.pence ?? 0) - (older.pence ?? 0);
  return difference > 0 ? 'more' : difference < 0 ? 'less' : 'other';
}
