import type { Pence } from '#kernel/money.ts';
import { type Listing, providerSlug } from '#offer/directory/index.ts';
import { activityList, activityOf, placesOf, sessionPrice } from '#offer/sessions/index.ts';
import { accessibilityInformation, accessibilitySupport, concept } from './accessibility-support.ts';
import { schedules, schedulingNote } from './schedule.ts';

/** Says what the terms of an item mean. */
export const context = 'https://openactive.io/';

/** The address by which a series is known for ever; there need be nothing at it. */
export function seriesAddress(origin: string, id: string): string {
  return `${origin}/openactive/session-series/${id}`;
}

/** An amount of pence as a number of pounds: written out as digits and read as one, never divided. */
export function poundsNumber(amount: Pence): number {
  const digits = String(amount).padStart(3, '0');
  return Number(`${digits.slice(0, -2)}.${digits.slice(-2)}`);
}

type Where = Extract<Listing['place'], { kind: 'at' }>;
type Point = { readonly latitude: number; readonly longitude: number };

/** The whole postcode's own middle, or nothing: the middle of a wider area is not where a hall stands. */
function location(place: Where, point: Point | undefined): object {
  return {
    '@type': 'Place',
    name: place.name,
    address: [place.name, place.locality, place.postcode].join(', '),
    ...(point === undefined ? {} : { geo: { '@type': 'GeoCoordinates', ...point } }),
  };
}

function offer(price: Pence, { cost }: Listing): object {
  return {
    '@type': 'Offer',
    name: 'One session for one child',
    price: poundsNumber(price),
    priceCurrency: 'GBP',
    ...(cost.note === null ? {} : { description: cost.note }),
  };
}

/**
 * A series of a listing at one of its places, as Modelling Opportunity Data 2.0 describes it. Null where it is no open
 * data: it has no place, price or activity that could be told. Nobody's telephone number or email address is in it.
 */
export function sessionSeries(given: {
  readonly origin: string;
  readonly id: string;
  readonly listing: Listing;
  readonly placeNumber: number;
  /** The places of whole postcodes, as far as they are known. */
  readonly points: ReadonlyMap<string, Point>;
}): object | null {
  const { origin, id, listing, placeNumber, points } = given;
  const here = placesOf(listing)[placeNumber];
  const place = placeNumber === 0 ? listing.place : listing.otherPlaces[placeNumber - 1]?.place;
  const activity = activityOf(listing);
  if (here === undefined || place?.kind !== 'at' || activity === null) return null;
  const price = sessionPrice(listing, here);
  if (price === null) return null;
  const support = accessibilitySupport(listing);
  const information = accessibilityInformation(listing);
  const note = schedulingNote(listing, here.when);
  return {
    '@context': context,
    '@type': 'SessionSeries',
    '@id': seriesAddress(origin, id),
    name: listing.title,
    description: `${listing.summary} ${listing.description}`,
    url: `${origin}/find/${listing.slug}`,
    activity: [concept({ id: activity.id, label: activity.label, scheme: activityList })],
    organizer: {
      '@type': 'Organization',
      '@id': `${origin}/openactive/organizations/${providerSlug(listing.provider)}`,
      name: listing.provider,
      ...(/^https?:/i.test(listing.contact.url ?? '') ? { url: listing.contact.url } : {}),
    },
    location: location(place, points.get(place.postcode)),
    ageRange: { '@type': 'QuantitativeValue', minValue: listing.ages.from, maxValue: listing.ages.to },
    genderRestriction: 'https://openactive.io/NoRestriction',
    isAccessibleForFree: price === 0,
    offers: [offer(price, listing)],
    eventStatus: 'https://schema.org/EventScheduled',
    eventSchedule: schedules(listing, here),
    ...(note === undefined ? {} : { schedulingNote: note }),
    ...(support.length === 0 ? {} : { accessibilitySupport: support }),
    ...(information === '' ? {} : { accessibilityInformation: information }),
  };
}
