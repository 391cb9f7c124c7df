import { kinds, needs } from '#offer/directory/index.ts';
import { type Authority, authorityOfPostcode } from '#platform/authorities/index.ts';
import { locate, milesBetween, type Point, type Postcode } from '#platform/places/index.ts';
import type { Offered } from '../mapping/offered.ts';
import { placesOf } from '../mapping/places.ts';
import { bydayOf, codeOf } from '../mapping/rhythm.ts';
import { termsOf } from '../mapping/service-parts.ts';
import { taxonomyOf } from '../mapping/taxonomies.ts';
import type { AtPlace, Feed } from './feed.ts';
import type { Given } from './parameters.ts';
import { hasWords, searchable } from './search-words.ts';
import { minutesInEngland } from './time-of-day.ts';

const METRES_PER_MILE = 1609.344;

/** What was asked of services, with what was looked up for it. */
export type Asked = {
  readonly given: Given;
  readonly authority: Authority;
  readonly today: Temporal.PlainDate;
  /** Where the postcode lies; null where none was given. */
  readonly from: Point | null;
};

const searchTexts = new WeakMap<Offered, string>();

function searchTextOf(offered: Offered): string {
  let text = searchTexts.get(offered);
  if (text === undefined) {
    const { listing, provider } = offered;
    const labels = [...listing.kinds.map((kind) => kinds[kind]), ...listing.needs.map((need) => needs[need])];
    const place = listing.place.kind === 'at' ? `${listing.place.name} ${listing.place.locality}` : null;
    const own = [listing.title, provider.name, listing.provider, listing.summary, listing.description];
    text = searchable(...own, ...labels, place, listing.told.session, listing.told.staff);
    searchTexts.set(offered, text);
  }
  return text;
}

/** One way in which a service runs: on which days, from when, until when, and where. */
type Occurrence = {
  readonly days: readonly string[];
  readonly opens: number | null;
  readonly closes: number | null;
  /** Null where it is not bound to a place. */
  readonly placeId: string | null;
};

const minutes = (time: Temporal.PlainTime | null) => (time === null ? null : time.hour * 60 + time.minute);

function occurrencesOf(
  offered: Offered,
  authority: Pick<Authority, 'id' | 'name' | 'contact'>,
): Occurrence[] {
  const places = placesOf(offered, { authority });
  const main = places.find(({ isMain }) => isMain)?.id ?? null;
  const whens = [
    { when: offered.listing.when, placeId: main },
    ...places.filter(({ isMain }) => !isMain).map(({ when, id }) => ({ when, placeId: id })),
  ];
  return [
    ...whens.map(({ when, placeId }) => ({
      days: (bydayOf(when) ?? '').split(','),
      opens: minutes(when.from),
      closes: minutes(when.until),
      placeId,
    })),
    ...offered.listing.dates.map(({ on, from, until }) => ({
      days: [codeOf(on)],
      opens: minutes(from),
      closes: minutes(until),
      placeId: main,
    })),
  ];
}

/** Whether one schedule of a service, at that place where one is named, fits day, start and end together. */
function fitsTimes(offered: Offered, asked: Asked, placeId: string | null): boolean {
  const { day, start_time: start, end_time: end } = asked.given;
  if (day === null && start === null && end === null) return true;
  const from = start === null ? null : minutesInEngland(start, asked.today);
  const until = end === null ? null : minutesInEngland(end, asked.today);
  return occurrencesOf(offered, asked.authority).some(
    (one) =>
      (placeId === null || one.placeId === null || one.placeId === placeId) &&
      (day === null || one.days.includes(day)) &&
      (from === null || (one.opens !== null && one.opens >= from)) &&
      (until === null || (one.closes !== null && one.closes <= until)),
  );
}

function fitsTerms(offered: Offered, { taxonomy_term_id: term, taxonomy_id: taxonomy }: Given): boolean {
  if (term === null && taxonomy === null) return true;
  const terms = termsOf(offered.listing);
  return (
    (term === null || terms.has(term)) &&
    (taxonomy === null || [...terms].some((one) => taxonomyOf(one) === taxonomy))
  );
}

/** A council's name as places carry it: "Kent County Council" is "kent". */
function areaName(name: string): string {
  return name
    .toLowerCase()
    .replace(/\b(?:metropolitan|borough|county|city|district|council|royal|london|of|the)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Whether a service is for families who live at a postcode: for those of the council whose directory this is, or of
 * the neighbour that it comes from. A listing's own words for its area ("Across Medway") are not measured.
 */
function covers({ listing }: Offered, postcode: Postcode, authority: Authority): boolean {
  const council = areaName(locate(postcode)?.authority ?? '');
  if (listing.neighbour !== null) return council !== '' && areaName(listing.neighbour) === council;
  return authorityOfPostcode([authority], postcode) !== null || areaName(authority.name) === council;
}

/** What is asked of a service whatever the place. */
function fitsService(offered: Offered, asked: Asked): boolean {
  const { given } = asked;
  const { ages } = offered.listing;
  return (
    (given.organization_id === null || offered.provider.id === given.organization_id) &&
    (given.minimum_age === null || ages.from >= given.minimum_age) &&
    (given.maximum_age === null || ages.to <= given.maximum_age) &&
    (given.modified_after === null ||
      Temporal.Instant.compare(offered.changedAt, given.modified_after) >= 0) &&
    fitsTerms(offered, given) &&
    (given.search === null || hasWords(searchTextOf(offered), given.search)) &&
    (given.postcode === null || given.proximity !== null || covers(offered, given.postcode, asked.authority))
  );
}

/** How many metres a place is from where the postcode is; null where the place has no point or nothing was asked. */
function metresTo(point: Point | null, { from }: Asked): number | null {
  return point === null || from === null ? null : milesBetween(from, point) * METRES_PER_MILE;
}

/** Services at places that fit everything asked: nearest first where a distance was, else in the order of the feed. */
export function fittingPlaces(feed: Feed, asked: Asked): readonly AtPlace[] {
  const { proximity } = asked.given;
  const fits = new Map<Offered, boolean>();
  const fitting = feed.atPlaces.filter(({ offered, place }) => {
    let fit = fits.get(offered);
    if (fit === undefined) {
      fit = fitsService(offered, asked);
      fits.set(offered, fit);
    }
    return fit && fitsTimes(offered, asked, place.id);
  });
  if (proximity === null) return fitting;
  return fitting
    .map((one) => ({ one, metres: metresTo(one.place.point, asked) }))
    .filter(({ metres }) => metres !== null && metres <= proximity)
    .toSorted((a, b) => (a.metres ?? 0) - (b.metres ?? 0))
    .map(({ one }) => one);
}

/** Services that fit everything asked; with a distance, those of which a place does, nearest first. */
export function fittingServices(feed: Feed, asked: Asked): readonly Offered[] {
  if (asked.given.proximity !== null)
    return [...new Set(fittingPlaces(feed, asked).map(({ offered }) => offered))];
  return feed.services.filter((offered) => fitsService(offered, asked) && fitsTimes(offered, asked, null));
}
