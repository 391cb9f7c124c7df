import type { FoundPoint, Listing, ListingPlace, When } from '#offer/directory/index.ts';
import { parsePostcode } from '#platform/places/index.ts';
import type { FullLocation, Location, PlaceOfService } from '../schema/records.ts';
import { type Around, areaOfCouncil } from './around.ts';
import { idOf } from './ids.ts';
import type { Offered } from './offered.ts';
import { attributeOf } from './taxonomies.ts';
import { paragraphs, plainWords, saying } from './values.ts';

/** One place of a service that has an address, or the one where there is none to go to: online. */
export type OfferedPlace = {
  readonly id: string;
  readonly serviceId: string;
  readonly locationId: string;
  readonly place: Exclude<ListingPlace, { kind: 'area' }>;
  readonly when: When;
  readonly point: FoundPoint | null;
  readonly isMain: boolean;
};

function locationKey(place: OfferedPlace['place']): string {
  if (place.kind === 'online') return 'online';
  return `${place.name} ${place.locality} ${place.postcode}`.toLowerCase().replace(/\s+/g, ' ').trim();
}

/**
 * The places at which a service is given; none for what comes to the family. Two services at the same place share
 * its identifier.
 */
export function placesOf(offered: Offered, around: Pick<Around, 'authority'>): readonly OfferedPlace[] {
  let places = worked.get(offered);
  if (places === undefined) {
    places = workedOut(offered, around);
    worked.set(offered, places);
  }
  return places;
}

/** A listing in memory is of one authority, and its places are asked for at every search: they are kept with it. */
const worked = new WeakMap<Offered, readonly OfferedPlace[]>();

function workedOut(offered: Offered, around: Pick<Around, 'authority'>): readonly OfferedPlace[] {
  const { id: serviceId, listing, point, otherPoints } = offered;
  const main =
    listing.place.kind === 'area' ? [] : [{ place: listing.place, when: listing.when, point, isMain: true }];
  const others = listing.otherPlaces.map(({ place, when }) => ({
    ...{ place, when, isMain: false },
    point: otherPoints.get(place.postcode) ?? null,
  }));
  const seen = new Set<string>();
  return [...main, ...others].flatMap((one) => {
    const locationId = idOf('location', around.authority.id, locationKey(one.place));
    // The same place twice, with other times, is one place.
    if (seen.has(locationId)) return [];
    seen.add(locationId);
    return [{ ...one, serviceId, locationId, id: idOf('place of service', serviceId, locationId) }];
  });
}

const middleOf: Readonly<Record<FoundPoint['precision'], string | null>> = {
  unit: null,
  sector: 'The point on the map is the middle of the postcode sector.',
  outward: 'The point on the map is the middle of the first part of the postcode.',
};

/** A place without what belongs to it, as a list tells it. */
export function locationOf({ locationId: id, place, point }: OfferedPlace): Location {
  if (place.kind === 'online') {
    return { id, location_type: 'virtual', name: 'Online', description: 'There is no place to go to.' };
  }
  return saying<Location>({
    id,
    location_type: 'physical',
    name: plainWords(place.name) ?? plainWords(place.locality) ?? 'The place',
    description: point === null ? null : middleOf[point.precision],
    latitude: point?.latitude,
    longitude: point?.longitude,
  });
}

function addressesOf({ locationId, place }: OfferedPlace, around: Around): FullLocation['addresses'] {
  if (place.kind === 'online') return undefined;
  const [line, city] = [plainWords(place.name), plainWords(place.locality)];
  const read = parsePostcode(place.postcode, ['unit', 'sector', 'outward']);
  const postcode = read.ok ? read.value.text : plainWords(place.postcode);
  if (postcode === null) return undefined;
  const council = areaOfCouncil(plainWords(around.authority.name) ?? 'England');
  return [
    {
      id: idOf('address', locationId),
      location_id: locationId,
      address_1: line ?? city ?? postcode,
      city: city ?? council,
      // Where in the country it is beyond this council's area, nobody has said.
      state_province: place.isOutsideAuthority ? 'England' : council,
      postal_code: postcode,
      country: 'GB',
      address_type: 'physical',
    },
  ];
}

/** What the features that have to do with a building say of the place: getting in, and sounds and lights there. */
function accessibilityOf(offered: Offered, one: OfferedPlace, origin: string): FullLocation['accessibility'] {
  const { meets, doesNotMeet } = offered.buildingFeatures;
  // Only the first place is meant for certain: what is at another one, nobody has said.
  if (!one.isMain || one.place.kind === 'online' || meets.length + doesNotMeet.length === 0) return undefined;
  const id = idOf('accessibility', one.id);
  const said = (intro: string, words: readonly string[]) =>
    words.length === 0 ? null : `${intro}: ${words.join('; ')}.`;
  const description = paragraphs(
    said(
      'Here',
      meets.map(({ label }) => label),
    ),
    said(
      'Not here',
      doesNotMeet.map(({ label }) => label),
    ),
  );
  const attributes = meets.map(({ key }) =>
    attributeOf({ of: id, vocabulary: 'accessibility', key, origin }),
  );
  return [
    saying<NonNullable<FullLocation['accessibility']>[number]>({
      id,
      location_id: one.locationId,
      description,
      url: `${origin}/find/${offered.listing.slug}`,
      attributes,
    }),
  ];
}

/** A place of a service with everything that belongs to it. */
export function fullLocationOf(offered: Offered, one: OfferedPlace, around: Around): FullLocation {
  return saying<FullLocation>({
    ...locationOf(one),
    addresses: addressesOf(one, around),
    accessibility: accessibilityOf(offered, one, around.origin),
  });
}

/** Every place of a service, as the service itself tells them. */
export function placesInService(offered: Offered, around: Around): PlaceOfService[] {
  return placesOf(offered, around).map((one) => ({
    id: one.id,
    service_id: one.serviceId,
    location_id: one.locationId,
    location: fullLocationOf(offered, one, around),
  }));
}

/** Where the postcodes of a listing's other places are, as they are written there. */
export function otherPostcodes(listing: Pick<Listing, 'otherPlaces'>): readonly string[] {
  return listing.otherPlaces.map(({ place }) => place.postcode);
}
