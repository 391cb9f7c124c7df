import type { Entry } from '../entry.ts';
import { mostToPay } from '../fits-filters.ts';
import { days } from '../listing.ts';
import { daysOfWeeks } from '../when-it-runs.ts';

/** Stands for "no end" in a column of days, and for "one must ask" in the column of prices. */
export const OPEN_FROM = -(2 ** 31);
export const OPEN_UNTIL = 2 ** 31 - 1;

/** Where a listing is, as a number that a column can hold. */
export const places = { at: 0, area: 1, online: 2 } as const;

/** The days of a listing's dated sessions, as day numbers, rising, and the last of which anything is known. */
export type DatedDays = { readonly planned: readonly number[]; readonly last: number };

const epoch = Temporal.PlainDate.from('1970-01-01');

/** A day as a number: days since 1 January 1970. */
export function dayNumber(date: Temporal.PlainDate): number {
  return epoch.until(date, { largestUnit: 'days' }).days;
}

const orOpen = (date: Temporal.PlainDate | null, open: number) => (date === null ? open : dayNumber(date));

function grown<T extends Int32Array | Float64Array | Uint8Array>(column: T, count: number): T {
  const next = new (column.constructor as new (length: number) => T)(count);
  next.set(column);
  return next;
}

/**
 * The facts of all listings by which they are compared, one column of numbers each, since a hundred thousand objects
 * would take ten times the memory. A listing is a place in these columns.
 */
export class Facts {
  /** Prices in pence; the dearest number there is where one must ask. */
  price = new Int32Array(64);
  runsFrom = new Int32Array(64);
  runsUntil = new Int32Array(64);
  /** The last day of a pause that is known. */
  pausedUntil = new Int32Array(64);
  shownFrom = new Int32Array(64);
  shownUntil = new Int32Array(64);
  checkedOn = new Int32Array(64);
  /** Seconds since 1970. */
  createdAt = new Float64Array(64);
  /** The place on a ball of radius one; not a number where there is none. */
  x = new Float64Array(64);
  y = new Float64Array(64);
  z = new Float64Array(64);
  place = new Uint8Array(64);
  isPaused = new Uint8Array(64);
  /** The days of its weeks, one bit each from Monday. */
  weekDays = new Uint8Array(64);
  /** How many years of age it takes in: a narrower range fits an age better. */
  ageSpan = new Uint8Array(64);
  /** Single dates, of the few listings that have any. */
  readonly dates = new Map<number, readonly number[]>();

  /** The days of dated sessions, of the listings that have any. */
  readonly dated = new Map<number, { readonly planned: Int32Array; readonly last: number }>();

  /** Writes the facts of a listing at its place. */
  put(at: number, entry: Entry, dated?: DatedDays): void {
    if (at >= this.price.length) this.#grow();
    const { listing, point } = entry;
    this.price[at] = mostToPay(listing) ?? OPEN_UNTIL;
    this.runsFrom[at] = orOpen(listing.runs.from, OPEN_FROM);
    this.runsUntil[at] = orOpen(listing.runs.until, OPEN_UNTIL);
    this.pausedUntil[at] = orOpen(listing.paused === null ? null : listing.pausedUntil, OPEN_FROM);
    this.shownFrom[at] = orOpen(entry.shownFrom, OPEN_FROM);
    this.shownUntil[at] = orOpen(entry.shownUntil, OPEN_UNTIL);
    this.checkedOn[at] = dayNumber(listing.checkedOn);
    this.createdAt[at] = Math.floor(entry.createdAt.epochMilliseconds / 1000);
    const onBall = pointOnBall(point);
    this.x[at] = onBall.x;
    this.y[at] = onBall.y;
    this.z[at] = onBall.z;
    this.place[at] = places[listing.place.kind];
    this.isPaused[at] = listing.paused === null ? 0 : 1;
    this.weekDays[at] = daysOfWeeks(listing).reduce((mask, day) => mask | (1 << days.indexOf(day)), 0);
    this.ageSpan[at] = listing.ages.to - listing.ages.from;
    if (dated !== undefined)
      this.dated.set(at, { planned: Int32Array.from(dated.planned), last: dated.last });
    if (listing.dates.length > 0) {
      this.dates.set(
        at,
        listing.dates.map(({ on }) => dayNumber(on)),
      );
    }
  }

  #grow(): void {
    const count = this.price.length * 2;
    this.price = grown(this.price, count);
    this.runsFrom = grown(this.runsFrom, count);
    this.runsUntil = grown(this.runsUntil, count);
    this.pausedUntil = grown(this.pausedUntil, count);
    this.shownFrom = grown(this.shownFrom, count);
    this.shownUntil = grown(this.shownUntil, count);
    this.checkedOn = grown(this.checkedOn, count);
    this.createdAt = grown(this.createdAt, count);
    this.x = grown(this.x, count);
    this.y = grown(this.y, count);
    this.z = grown(this.z, count);
    this.place = grown(this.place, count);
    this.isPaused = grown(this.isPaused, count);
    this.weekDays = grown(this.weekDays, count);
    this.ageSpan = grown(this.ageSpan, count);
  }
}

/** A place on a ball of radius one. */
export type OnBall = { readonly x: number; readonly y: number; readonly z: number };

/** Turns degrees into a place on a ball of radius one; not numbers where there is no point. */
export function pointOnBall(point: { readonly latitude: number; readonly longitude: number } | null): OnBall {
  if (point === null) return { x: Number.NaN, y: Number.NaN, z: Number.NaN };
  const [north, east] = [(point.latitude * Math.PI) / 180, (point.longitude * Math.PI) / 180];
  return { x: Math.cos(north) * Math.cos(east), y: Math.cos(north) * Math.sin(east), z: Math.sin(north) };
}

/** Degrees for a place on a ball of radius one, to five decimals, about a metre; null where there is no point. */
export function pointFromBall({ x, y, z }: OnBall): { latitude: number; longitude: number } | null {
  if (Number.isNaN(z)) return null;
  const degrees = (angle: number) => Math.round((angle * 180 * 1e5) / Math.PI) / 1e5;
  return { latitude: degrees(Math.asin(z)), longitude: degrees(Math.atan2(y, x)) };
}

/** The mean diameter of the earth in miles, of the radius of 6,371.0088 km that src/platform/places measures with. */
const EARTH_MILES = (2 * 6371.0088) / 1.609344;

/** The straight line through the ball between two places, squared, for distances of so many miles. */
export function chordOf(miles: number): number {
  return (2 * Math.sin(miles / EARTH_MILES)) ** 2;
}

/** The miles over the ground for the straight line through the ball, squared. */
export function milesOf(squaredChord: number): number {
  return EARTH_MILES * Math.asin(Math.min(1, Math.sqrt(squaredChord) / 2));
}
