/** One thing that happened, for the chronology. */
export type Happening = {
  readonly at: Temporal.Instant;
  readonly where: string;
  readonly who: string;
  readonly what: string;
};

/** A table of the pack. */
export type Section = {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** Puts what happened in order; what happened at one moment stays in the order in which it was given. */
export function inOrder(happenings: readonly Happening[]): readonly Happening[] {
  return happenings.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at));
}

/** The path of a file inside the zip: numbered, and of letters that every system can keep. */
export function pathInPack(number: number, name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[-.]+/, '')
    .slice(-80);
  return `files/${String(number).padStart(2, '0')}-${plain === '' ? 'file' : plain}`;
}
