/** A row of a comparison: what each listing says, in the order of the listings. */
export type ComparedRow = { readonly name: string; readonly answers: readonly string[] };

/** Whether the listings of a row say different things; told in words, so that nobody has to look for it. */
export function isDifferent({ answers }: ComparedRow): boolean {
  return new Set(answers).size > 1;
}

/** How many rows differ, as a sentence. */
export function differencesInWords(rows: readonly ComparedRow[]): string {
  const count = rows.filter(isDifferent).length;
  if (count === 0) return 'They are the same in everything that we know.';
  return count === 1 ? 'They differ in 1 thing.' : `They differ in ${count} things.`;
}
