import { england } from '#kernel/clock.ts';
import type { ListedSession } from '#offer/sessions/index.ts';
import type { Listing, ListingPlace, When } from '../../domain/listing.ts';
import { kinds } from '../../domain/listing.ts';
import { pictureAddress } from './told-parts.ts';

type Data = { readonly [key: string]: unknown };

/** Nothing is written where nobody has said anything: an empty property is an error to those who read this. */
function without(data: Data): Data {
  return Object.fromEntries(
    Object.entries(data).filter(([, value]) => value !== null && value !== undefined),
  );
}

function placeData(place: ListingPlace): Data {
  switch (place.kind) {
    case 'at':
      return {
        '@type': 'Place',
        name: place.name,
        address: {
          '@type': 'PostalAddress',
          addressLocality: place.locality,
          postalCode: place.postcode,
          addressCountry: 'GB',
        },
      };
    case 'area':
      return {
        '@type': 'Place',
        name: place.area,
        address: { '@type': 'PostalAddress', addressCountry: 'GB' },
      };
    case 'online':
      return { '@type': 'VirtualLocation', name: 'Online' };
  }
}

/** A price in pounds as text: "6.00". Pence are whole, so nothing is rounded. */
function price(pence: number): string {
  return `${Math.trunc(pence / 100)}.${String(pence % 100).padStart(2, '0')}`;
}

function offerData({ cost }: Listing, address: string): Data | null {
  if (cost.kind === 'ask') return null;
  return {
    '@type': 'Offer',
    price: cost.kind === 'free' ? '0' : price(cost.pence),
    priceCurrency: 'GBP',
    url: address,
    ...(cost.kind === 'amount' ? { description: `For each ${cost.per}` } : {}),
  };
}

const dayNames: Readonly<Record<When['days'][number], string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

function hours(when: When): Data | null {
  if (when.from === null || when.until === null || when.days.length === 0) return null;
  return {
    '@type': 'OpeningHoursSpecification',
    dayOfWeek: when.days.map((day) => `https://schema.org/${dayNames[day]}`),
    opens: when.from.toString({ smallestUnit: 'minute' }),
    closes: when.until.toString({ smallestUnit: 'minute' }),
  };
}

function providerData(listing: Listing): Data {
  const { contact } = listing;
  return without({
    '@type': 'Organization',
    name: listing.provider,
    telephone: contact.phone,
    email: contact.email,
    ...(contact.url !== null && /^https?:/i.test(contact.url) ? { url: contact.url } : {}),
  });
}

function eventData(listing: Listing, session: ListedSession, address: string): Data {
  const zoned = (at: Temporal.Instant) => at.toZonedDateTimeISO(england).toString({ timeZoneName: 'never' });
  const place =
    session.placeNumber === 0
      ? listing.place
      : (listing.otherPlaces[session.placeNumber - 1]?.place ?? listing.place);
  return without({
    '@type': 'Event',
    name: listing.title,
    description: listing.summary,
    startDate: zoned(session.startsAt),
    endDate: zoned(session.endsAt),
    eventStatus: `https://schema.org/${session.isCancelled ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: `https://schema.org/${place.kind === 'online' ? 'Online' : 'Offline'}EventAttendanceMode`,
    location: placeData(place),
    organizer: providerData(listing),
    offers: offerData(listing, address),
    url: address,
  });
}

/**
 * A listing as schema.org says it, for search engines: a place that families go to is a LocalBusiness with its hours
 * and price, anything else a Service; the next sessions are Events. Nothing is said of a child.
 */
export function linkedDataOf(
  listing: Listing,
  given: { readonly origin: string; readonly sessions: readonly ListedSession[] },
): object {
  const address = `${given.origin}/find/${listing.slug}`;
  const { place } = listing;
  const all = {
    '@id': address,
    name: listing.title,
    description: listing.summary,
    url: address,
    image:
      listing.told.pictures.length === 0
        ? null
        : listing.told.pictures.map(
            (_, number) => `${given.origin}${pictureAddress(listing.slug, number, 'large')}`,
          ),
  };
  const offer = offerData(listing, address);
  const main =
    place.kind === 'at'
      ? without({
          '@type': 'LocalBusiness',
          ...all,
          address: placeData(place).address,
          telephone: listing.contact.phone,
          email: listing.contact.email,
          openingHoursSpecification: hours(listing.when),
          parentOrganization: { '@type': 'Organization', name: listing.provider },
          makesOffer: offer,
        })
      : without({
          '@type': 'Service',
          ...all,
          serviceType: listing.kinds.map((kind) => kinds[kind]),
          provider: providerData(listing),
          areaServed: placeData(place),
          offers: offer,
        });
  const events =
    place.kind === 'area' ? [] : given.sessions.map((session) => eventData(listing, session, address));
  return { '@context': 'https://schema.org', '@graph': [main, ...events] };
}
