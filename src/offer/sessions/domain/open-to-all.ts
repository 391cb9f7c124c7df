import type { Kind, Listing } from '#offer/directory/index.ts';
import { activityOf } from './activities.ts';
import { sessionPrice } from './session-price.ts';
import { placesOf } from './sessions-ahead.ts';

/** Kinds that are never told as activities that anybody could come to: nights, care in a family's home, and money. */
const neverOpen: readonly Kind[] = ['overnight', 'home-care', 'enabler', 'grant'];

/** Parts of a listing that open data would tell as facts. */
const toldAsFacts: readonly string[] = [
  'title',
  'when',
  'cost',
  'place',
  'ages',
  'runs',
  'dates',
  'other-places',
];

type Hours = { readonly from: Temporal.PlainTime | null; readonly until: Temporal.PlainTime | null };

function goesOnAfterMidnight({ from, until }: Hours): boolean {
  return from !== null && until !== null && Temporal.PlainTime.compare(until, from) <= 0;
}

/** Whether a listing has anything of a night or of care at home in it, at any of its places. */
function isPrivateCare(listing: Listing): boolean {
  return (
    listing.kinds.some((kind) => neverOpen.includes(kind)) ||
    placesOf(listing).some(({ when }) => when.times.includes('overnight') || goesOnAfterMidnight(when)) ||
    listing.dates.some(goesOnAfterMidnight)
  );
}

/**
 * Whether sessions of a listing at one of its places may leave as open data about activities: it has nothing of a night
 * or of care at home in it, is this council's own, asks for no referral, is an activity that the list knows, at a place
 * and a price that are known, and nothing about it was made up about a real provider.
 */
export function mayLeave(listing: Listing, placeNumber: number): boolean {
  const here = placesOf(listing)[placeNumber];
  const place = placeNumber === 0 ? listing.place : listing.otherPlaces[placeNumber - 1]?.place;
  if (here === undefined || place?.kind !== 'at' || isPrivateCare(listing)) return false;
  const isOwn = listing.neighbour === null && listing.provenance.kind !== 'feed';
  const isAskedFor = listing.join.how === 'referral' || listing.join.how === 'apply';
  const isMadeUp = listing.demonstrationFields.some((field) => toldAsFacts.includes(field));
  return (
    isOwn && !isAskedFor && !isMadeUp && activityOf(listing) !== null && sessionPrice(listing, here) !== null
  );
}
