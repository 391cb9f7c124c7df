/** Plain data, as it is stored with a decision. */
type Plain =
  | string
  | number
  | boolean
  | null
  | readonly Plain[]
  | { readonly [key: string]: Plain | undefined };

/** What came of reading the stored facts again. */
export type Replay = {
  /** Whether today's file of that version still says what it said: its hash is the same. */
  readonly isSameFile: boolean;
  /** Whether the version gives the same reading on the stored facts. */
  readonly isSameReading: boolean;
  /** Which parts of the reading differ. */
  readonly differences: readonly string[];
};

/** Writes data with its names in order, so that two copies of the same reading are the same text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, part: Plain) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

/** Compares the reading that stands with a decision to the reading that its facts give now. */
export function compareReadings(
  stored: { readonly hash: string; readonly reading: Readonly<Record<string, unknown>> },
  again: { readonly hash: string; readonly reading: Readonly<Record<string, unknown>> },
): Replay {
  const names = new Set([...Object.keys(stored.reading), ...Object.keys(again.reading)]);
  // The hash is a part of the reading as well; whether the file changed is told apart from what it says.
  names.delete('versionHash');
  const differences = [...names]
    .filter((name) => canonical(stored.reading[name]) !== canonical(again.reading[name]))
    .sort();
  return {
    isSameFile: stored.hash === again.hash,
    isSameReading: differences.length === 0,
    differences,
  };
}
