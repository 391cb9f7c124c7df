import type { ListingPlace } from '#offer/directory/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import { locate, type Postcode, parsePostcode } from '#platform/places/index.ts';
import type { Taken } from './taken.ts';

/** A place of a listing that has a postcode. */
export type At = Extract<ListingPlace, { kind: 'at' }>;

/** The locality of the authority that a postcode lies in; null for one elsewhere. */
export function localityOf(
  { localities }: Pick<Authority, 'localities'>,
  { sector, outward }: Postcode,
): string | null {
  const found = localities.find(
    ({ postcodes }) => (sector !== null && postcodes.includes(sector)) || postcodes.includes(outward),
  );
  return found?.name ?? null;
}

/** Gives the place of a postcode as typed, with a name; null where the postcode is none that is known. */
export function placeAt(
  authority: Authority,
  given: { readonly postcode: string; readonly name: string | null; readonly town: string | null },
): At | null {
  const read = parsePostcode(given.postcode, ['unit', 'sector', 'outward']);
  if (!read.ok) return null;
  const located = locate(read.value);
  if (located === null) return null;
  const locality = localityOf(authority, read.value);
  const town = given.town ?? located.authority;
  return {
    kind: 'at',
    name: given.name ?? given.town ?? read.value.text,
    locality: locality ?? town,
    postcode: read.value.text,
    isOutsideAuthority: locality === null,
  };
}

/** The records of a service that say where it is, with their addresses: both kinds of Open Referral, and the older one. */
function locationsOf(service: Taken): readonly Taken[] {
  return [
    ...service.records('locations'),
    ...service.records('service_at_locations').map((one) => one.record('location')),
  ];
}

function placeOf(authority: Authority, location: Taken): At | null {
  const [first, ...more] = location.records('addresses');
  const address = first ?? location;
  for (const other of more) other.odd('postal_code', 'A place has one address here; the first was taken.');
  const postcode = address.firstText('postal_code', 'postcode');
  const name = location.text('name') ?? address.text('address_1');
  const town = address.text('city');
  if (postcode === null) return null;
  const place = placeAt(authority, { postcode, name, town });
  if (place === null)
    address.odd('postal_code', 'It is no postcode that we know, so the place was not taken.');
  return place;
}

/** Where a service is: its places with a postcode, else the area that it names, else the publisher's. */
export function readPlaces(
  service: Taken,
  about: { readonly authority: Authority; readonly publisher: string },
): { readonly place: ListingPlace; readonly others: readonly At[] } {
  const [place, ...others] = locationsOf(service)
    .map((location) => placeOf(about.authority, location))
    .filter((one) => one !== null);
  if (place !== undefined) return { place, others };
  const areas = service
    .records('service_areas')
    .map((area) => area.text('name'))
    .filter((name) => name !== null);
  return { place: { kind: 'area', area: areas.length > 0 ? areas.join(', ') : about.publisher }, others: [] };
}
