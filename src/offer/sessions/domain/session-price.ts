import { type Pence, pence } from '#kernel/money.ts';
import type { Listing } from '#offer/directory/index.ts';

type When = Listing['when'];

/** How many minutes it lasts by the clock; hours that end before or when they begin go on into the next day. */
function minutesOf(hours: { readonly from: Temporal.PlainTime; readonly until: Temporal.PlainTime }): number {
  const minutes = hours.from.until(hours.until).total('minutes');
  return minutes > 0 ? minutes : minutes + 24 * 60;
}

/** How long each session of a place lasts, where all last equally long. */
function minutesEach(listing: Pick<Listing, 'dates'>, when: When, placeNumber: number): number | null {
  const { from, until } = when;
  const all = [
    ...(from === null || until === null ? [] : [{ from, until }]),
    ...(placeNumber === 0 ? listing.dates : []),
  ].map(minutesOf);
  const [first] = all;
  return first !== undefined && all.every((minutes) => minutes === first) ? first : null;
}

/**
 * What one session costs one child, or null where that is not known: the price is to be asked for, or is one of a
 * night, a week or longer, or the hours come to no whole pence.
 */
export function sessionPrice(
  listing: Pick<Listing, 'cost' | 'dates'>,
  { when, placeNumber }: { readonly when: When; readonly placeNumber: number },
): Pence | null {
  const { cost } = listing;
  if (cost.kind === 'free') return pence(0);
  if (cost.kind === 'ask') return null;
  if (cost.per === 'session' || cost.per === 'day') return cost.pence;
  if (cost.per !== 'hour') return null;
  const minutes = minutesEach(listing, when, placeNumber);
  if (minutes === null || (cost.pence * minutes) % 60 !== 0) return null;
  return pence((cost.pence * minutes) / 60);
}
