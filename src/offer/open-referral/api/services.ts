import { placeOfPostcode } from '#offer/directory/index.ts';
import type { OpenAnswer, Visit } from '#platform/web/visit.ts';
import type { Around } from '../mapping/around.ts';
import type { Offered } from '../mapping/offered.ts';
import { fullLocationOf, locationOf } from '../mapping/places.ts';
import { schedulesAt } from '../mapping/schedules.ts';
import { fullServiceOf, serviceOf } from '../mapping/service.ts';
import { instantText } from '../mapping/values.ts';
import { idIn, listAnswer, oneAnswer } from './answers.ts';
import { type Endpoint, endpoints } from './endpoints.ts';
import { type AtPlace, type Feed, feedOf, listChangedAt, tagOf } from './feed.ts';
import { type Asked, fittingPlaces, fittingServices } from './filters.ts';
import { noSuchRecord, wrongParameters } from './problems.ts';
import { readGiven } from './read-given.ts';

function aroundOf({ authority, origin }: Visit, { today }: Feed): Around {
  return { authority, origin, today };
}

/** Reads what was asked of services and looks up where the postcode lies; or says what is wrong. */
async function askedOf(visit: Visit, endpoint: Endpoint, feed: Feed): Promise<Asked | OpenAnswer> {
  const read = readGiven(visit.query, endpoint);
  if (!read.ok) return wrongParameters(visit, read.errors);
  const given = read.value;
  const { postcode } = given;
  const from = postcode === null ? null : await placeOfPostcode(visit.transaction, postcode);
  if (postcode !== null && from === null) {
    const detail = `postcode is “${postcode.text}”, and no place with it is known here. Check it, or give only its first part, like ${postcode.outward}.`;
    return wrongParameters(visit, [{ parameter: 'postcode', detail }]);
  }
  return { given, authority: visit.authority, today: feed.today, from };
}

function knownBy(visit: Visit, feed: Feed) {
  return { etag: tagOf(visit, feed), lastModified: listChangedAt(feed) };
}

/** `/services` */
export async function listServices(visit: Visit): Promise<OpenAnswer> {
  const feed = await feedOf(visit);
  const asked = await askedOf(visit, endpoints.services, feed);
  if ('kind' in asked) return asked;
  const around = aroundOf(visit, feed);
  const { given } = asked;
  const tell = (offered: Offered): object => {
    if (given.minimal === true) return { id: offered.id, modified_date: instantText(offered.changedAt) };
    return given.full === true ? fullServiceOf(offered, around) : serviceOf(offered, around);
  };
  return listAnswer(given, { items: fittingServices(feed, asked), tell, ...knownBy(visit, feed) });
}

/** `/services/{id}` */
export async function showService(visit: Visit): Promise<OpenAnswer> {
  const read = readGiven(visit.query, endpoints.service);
  if (!read.ok) return wrongParameters(visit, read.errors);
  const feed = await feedOf(visit);
  const offered = feed.byId.get(idIn(visit));
  if (offered === undefined) return noSuchRecord(visit, '/services');
  const known = { etag: tagOf(visit, feed), lastModified: offered.changedAt };
  return oneAnswer(fullServiceOf(offered, aroundOf(visit, feed)), known);
}

function atPlaceOf({ offered, place }: AtPlace, around: Around): object {
  const { id, serviceId, locationId } = place;
  return {
    ...{ id, service_id: serviceId, location_id: locationId },
    location: locationOf(place),
    service: serviceOf(offered, around),
  };
}

function fullAtPlaceOf({ offered, place }: AtPlace, around: Around): object {
  const { id, serviceId, locationId } = place;
  const { service_at_locations: _places, schedules, ...service } = fullServiceOf(offered, around);
  return {
    ...{ id, service_id: serviceId, location_id: locationId },
    location: fullLocationOf(offered, place, around),
    service: { ...service, schedules: schedulesAt(schedules, place) },
  };
}

/** `/service_at_locations` */
export async function listServiceAtLocations(visit: Visit): Promise<OpenAnswer> {
  const feed = await feedOf(visit);
  const asked = await askedOf(visit, endpoints.serviceAtLocations, feed);
  if ('kind' in asked) return asked;
  const around = aroundOf(visit, feed);
  const tell = (one: AtPlace) =>
    asked.given.full === true ? fullAtPlaceOf(one, around) : atPlaceOf(one, around);
  return listAnswer(asked.given, { items: fittingPlaces(feed, asked), tell, ...knownBy(visit, feed) });
}

/** `/service_at_locations/{id}` */
export async function showServiceAtLocation(visit: Visit): Promise<OpenAnswer> {
  const read = readGiven(visit.query, endpoints.serviceAtLocation);
  if (!read.ok) return wrongParameters(visit, read.errors);
  const feed = await feedOf(visit);
  const one = feed.placesById.get(idIn(visit));
  if (one === undefined) return noSuchRecord(visit, '/service_at_locations');
  const known = { etag: tagOf(visit, feed), lastModified: one.offered.changedAt };
  return oneAnswer(fullAtPlaceOf(one, aroundOf(visit, feed)), known);
}
