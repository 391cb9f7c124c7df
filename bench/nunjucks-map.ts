// What the template needs of the map: the same points that our page gives the script.
import type { Authority } from '#platform/authorities/index.ts';
import { districtsOf, districtsPath } from '#platform/maps/index.ts';
import type { FindAnswer } from '../src/offer/directory/actions/answer-find.ts';
import { placeInWords } from '../src/offer/directory/domain/listing-words.ts';
import { listingAddress } from '../src/offer/directory/pages/addresses.ts';

/** The points as JSON, null where there are none, and where the districts are read from. */
export function mapPartsOf({ found, search }: FindAnswer, authority: Authority) {
  const points = found.listings.flatMap(({ listing, point, isApproximate }, index) => {
    if (point === null || listing.place.kind !== 'at') return [];
    return [
      {
        title: listing.title,
        place: placeInWords(listing.place),
        href: listingAddress(listing.slug, search),
        at: [point.latitude, point.longitude],
        about: isApproximate ? true : undefined,
        number: index + 1,
      },
    ];
  });
  const districts = districtsOf(authority);
  return {
    points: points.length === 0 ? null : JSON.stringify(points),
    districts: districts === null ? null : `${districtsPath}?${districts.version}`,
  };
}
