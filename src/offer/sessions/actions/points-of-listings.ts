import type { Listing } from '#offer/directory/index.ts';
import type { Transaction } from '#platform/database/index.ts';
import { type PostcodePoint, pointsOfPostcodes } from '../store/points-of-postcodes.ts';

/** The postcodes of a listing's places, its own first. */
export function postcodesOf({ place, otherPlaces }: Listing): readonly string[] {
  return [place, ...otherPlaces.map((other) => other.place)].flatMap((one) =>
    one.kind === 'at' ? [one.postcode] : [],
  );
}

/** Where the places of listings are, by whole postcode, as far as those were imported. */
export function pointsOfListings(
  transaction: Transaction,
  listings: readonly Listing[],
): Promise<ReadonlyMap<string, PostcodePoint>> {
  return pointsOfPostcodes(transaction, listings.flatMap(postcodesOf));
}
