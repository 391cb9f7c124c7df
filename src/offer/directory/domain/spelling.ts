/** How many slips of the finger a word of this length may have: short words are too like one another. */
export function slipsAllowed(length: number): number {
  if (length <= 3) return 0;
  if (length <= 5) return 1;
  return length <= 8 ? 2 : 3;
}

/**
 * Counts the slips between two words: a letter too many, too few, another one, or two that changed places
 * (optimal string alignment).
 */
export function slipsBetween(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_none, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1] && row > 1 && column > 1) {
        least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(least);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}

/**
 * Gives the word that was most likely meant, out of words that exist, likeliest first; null when none is near
 * enough. A word that stands earlier wins a tie.
 */
export function wordMeant(typed: string, candidates: readonly string[]): string | null {
  let best: string | null = null;
  let fewest = slipsAllowed(typed.length) + 1;
  for (const candidate of candidates) {
    const slips = slipsBetween(typed, candidate);
    if (slips < fewest) [best, fewest] = [candidate, slips];
  }
  return best;
}
