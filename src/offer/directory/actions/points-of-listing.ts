import type { Transaction } from '#platform/database/index.ts';
import type { MapPoint } from '#platform/maps/index.ts';
import { parsePostcode } from '#platform/places/index.ts';
import type { Listing, ListingPlace } from '../domain/listing.ts';
import { placeInWords } from '../domain/listing-words.ts';
import { placeOfPostcode } from './place-of-postcode.ts';

/** Where the places of a listing are on a map; none for what has no place, or a postcode that nobody knows. */
export async function pointsOfListing(
  transaction: Transaction,
  listing: Pick<Listing, 'title' | 'place' | 'otherPlaces'>,
): Promise<readonly MapPoint[]> {
  const points: MapPoint[] = [];
  const places: readonly ListingPlace[] = [listing.place, ...listing.otherPlaces.map(({ place }) => place)];
  for (const place of places) {
    if (place.kind !== 'at') continue;
    const postcode = parsePostcode(place.postcode, ['unit', 'sector', 'outward']);
    const point = postcode.ok ? await placeOfPostcode(transaction, postcode.value) : null;
    if (point === null) continue;
    const { latitude, longitude, precision } = point;
    points.push({
      title: listing.title,
      place: placeInWords(place),
      latitude,
      longitude,
      isApproximate: precision !== 'unit',
    });
  }
  return points;
}
