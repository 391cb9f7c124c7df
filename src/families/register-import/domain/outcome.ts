import type { RowSaid, Wrong } from './read-row.ts';

/** What loading does with a row that is right. */
export type Outcome = 'new' | 'maybe' | 'joined' | 'changed' | 'same';

/** How many rows there are of each outcome, and how many are wrong. */
export type Counts = Readonly<Record<Outcome | 'wrong', number>>;

/** A row that is right, and what would be done with it. */
export type GoodRow = {
  readonly number: number;
  readonly said: RowSaid;
  readonly outcome: Outcome;
  /** The child of the register that it is, or may be; null for a new one. */
  readonly child: { readonly id: string; readonly householdId: string; readonly name: string } | null;
  readonly reasons: readonly string[];
};

/** A row that cannot be loaded, with everything that is wrong in it. */
export type WrongRow = { readonly number: number; readonly wrongs: readonly Wrong[] };

/** How many rows there are of each. */
export function countsOf(good: readonly GoodRow[], wrong: readonly WrongRow[]): Counts {
  const counts = { new: 0, maybe: 0, joined: 0, changed: 0, same: 0, wrong: wrong.length };
  for (const { outcome } of good) counts[outcome] += 1;
  return counts;
}

/** The fields of which a row says something else than the row before. */
export function isSameRow(one: RowSaid, other: RowSaid): boolean {
  return canonical(one) === canonical(other);
}

/** The same text for the same content, in whichever order a database gives the keys. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`)
      .join(',')}}`;
  return JSON.stringify(value);
}
