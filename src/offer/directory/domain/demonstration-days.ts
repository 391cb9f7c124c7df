import type { Listing } from './listing.ts';

/** The newest check of a demonstration is kept no older than so many days. */
const NEWEST = 14;

/**
 * Moves the days of checking of a demonstration's listings, which are made up, all by the same number of days, so that
 * the newest is at most two weeks old and the others are as far behind it as they were. It moves by whole weeks: a
 * demonstration that starts each day is another one once a week.
 */
export function checkedLately(listings: readonly Listing[], today: Temporal.PlainDate): readonly Listing[] {
  const [newest] = listings
    .map(({ checkedOn }) => checkedOn)
    .sort((one, other) => Temporal.PlainDate.compare(other, one));
  if (newest === undefined) return listings;
  const { days: age } = newest.until(today, { largestUnit: 'day' });
  const days = Math.ceil((age - NEWEST) / 7) * 7;
  if (days <= 0) return listings;
  return listings.map((listing) => ({ ...listing, checkedOn: listing.checkedOn.add({ days }) }));
}
