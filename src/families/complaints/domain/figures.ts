/** A row of counts; `shown` is null where a small number must not be told. */
export type Shown = { readonly label: string; readonly shown: number | null };

/** Fewer than this many people could be recognised; the figure is not told. */
export const fewest = 5;

/**
 * Hides small numbers: those from one to four, and, where just one of a group would be hidden, the next smallest
 * as well, for else it could be worked out from the sum. The total is told only where it gives nothing away.
 */
export function withoutSmallNumbers(counts: readonly { readonly label: string; readonly count: number }[]): {
  readonly rows: readonly Shown[];
  readonly total: number | null;
} {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const hidden = new Set(counts.flatMap(({ count }, index) => (count > 0 && count < fewest ? [index] : [])));
  let isTotalHidden = total > 0 && total < fewest;
  if (hidden.size === 1 && !isTotalHidden) {
    const next = counts
      .map(({ count }, index) => ({ count, index }))
      .filter(({ count, index }) => count > 0 && !hidden.has(index))
      .sort((one, other) => one.count - other.count)[0];
    // Nothing else is there to hide behind: then the total would tell it.
    if (next === undefined) isTotalHidden = true;
    else hidden.add(next.index);
  }
  return {
    rows: counts.map(({ label, count }, index) => ({ label, shown: hidden.has(index) ? null : count })),
    total: isTotalHidden ? null : total,
  };
}
