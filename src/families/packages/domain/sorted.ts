/** How two things stand to each other: below nought where the first comes first. */
export type Compare<T> = (one: T, other: T) => number;

/**
 * Takes some things out of a sorted list and puts others in, each at its place. As good as sorting anew, and for a
 * few among many it takes a look at each and no more. The list itself stays as it is.
 */
export function exchanged<T>(
  sorted: readonly T[],
  change: { readonly gone: ReadonlySet<T>; readonly come: readonly T[] },
  compare: Compare<T>,
): readonly T[] {
  const come = change.come.toSorted(compare);
  const next: T[] = [];
  let placed = 0;
  let waiting = come[placed];
  for (const one of sorted) {
    if (change.gone.has(one)) continue;
    while (waiting !== undefined && compare(waiting, one) < 0) {
      next.push(waiting);
      placed++;
      waiting = come[placed];
    }
    next.push(one);
  }
  for (const one of come.slice(placed)) next.push(one);
  return next;
}

/**
 * Sorts things by a whole number, the least first; equal ones stay as they stand. Numbers are sorted many times
 * faster than things are compared: number and place become one number of 53 bits. Falls back on comparing where
 * they do not fit.
 */
export function byNumber<T>(all: readonly T[], numberOf: (one: T) => number): readonly T[] {
  const places = all.length + 1;
  const keys = new Float64Array(all.length);
  let fits = true;
  all.forEach((one, place) => {
    const number = numberOf(one);
    keys[place] = number * places + place;
    fits &&= Number.isInteger(number) && Number.isSafeInteger(keys[place]);
  });
  if (!fits) return all.toSorted((one, other) => compareNumbers(numberOf(one), numberOf(other)));
  const sorted: T[] = [];
  for (const key of keys.sort()) {
    const one = all[((key % places) + places) % places];
    if (one !== undefined) sorted.push(one);
  }
  return sorted;
}

/** Infinity less infinity is no number, and they are equal all the same. */
function compareNumbers(one: number, other: number): number {
  return one === other ? 0 : one - other;
}
