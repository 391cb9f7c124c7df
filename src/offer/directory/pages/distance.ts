import { formatMiles } from '#platform/places/index.ts';
import type { FoundPoint } from '../domain/point.ts';
import type { Distance } from '../domain/search.ts';

/** "Within 5 miles". */
export function formatDistance(within: Distance): string {
  return `Within ${within} miles`;
}

/** "about 2 miles away"; "about" because a point may be only the middle of a few streets. */
export function milesAway(
  found: { readonly miles: number | null; readonly isApproximate: boolean },
  from: FoundPoint | null,
): string | null {
  if (found.miles === null || from === null) return null;
  const approximate = found.isApproximate || from.precision !== 'unit';
  return `${formatMiles(found.miles, { approximate })} away`;
}
