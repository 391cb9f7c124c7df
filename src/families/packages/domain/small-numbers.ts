/**
 * The cells of a count that are not told where numbers below `fewest` must not be: the small ones, and with them the
 * next smallest until what is hidden could be of several cells and of at least `fewest`. Else the one that is
 * missing would be known by what is left.
 */
export function hiddenCells(counts: ReadonlyMap<string, number>, fewest: number): ReadonlySet<string> {
  const smallestFirst = [...counts].toSorted(([, one], [, other]) => one - other);
  const hidden = new Set<string>();
  let children = 0;
  for (const [cell, count] of smallestFirst) {
    const isEnough = hidden.size === 0 || (hidden.size > 1 && children >= fewest);
    if (count >= fewest && isEnough) break;
    hidden.add(cell);
    children += count;
  }
  return hidden;
}

/** Where a child is told to be by who may not know whom it is: nothing that only a few children share. */
export type Placed = { readonly band: string | null; readonly locality: string | null };

/**
 * Gives for each child the age band and the locality that may be told: the band where enough children are in it, the
 * locality where enough children of that band live there.
 */
export function placedApart<T>(
  all: readonly T[],
  told: { readonly band: (one: T) => string; readonly locality: (one: T) => string },
  fewest: number,
): ReadonlyMap<T, Placed> {
  const bands = Map.groupBy(all, told.band);
  const hiddenBands = hiddenCells(sizesOf(bands), fewest);
  const placed = new Map<T, Placed>();
  for (const [band, children] of bands) {
    const places = Map.groupBy(children, told.locality);
    const hiddenPlaces = hiddenCells(sizesOf(places), fewest);
    for (const one of children) {
      const locality = told.locality(one);
      const isTold = !hiddenBands.has(band);
      placed.set(one, {
        band: isTold ? band : null,
        locality: isTold && !hiddenPlaces.has(locality) ? locality : null,
      });
    }
  }
  return placed;
}

function sizesOf<T>(groups: ReadonlyMap<string, readonly T[]>): ReadonlyMap<string, number> {
  return new Map([...groups].map(([name, { length }]) => [name, length]));
}
