import { type Day, days, type Listing, type Time, type When } from './listing.ts';

/** The parts of a day, with the words that families read. */
export const parts = {
  morning: 'Morning',
  afternoon: 'Afternoon',
  evening: 'Evening',
  night: 'Overnight',
} as const;
export type Part = keyof typeof parts;

/** Where each part of the day begins and ends, in minutes of the day. The night is known by the kind of time. */
const HOURS: readonly (readonly [part: Part, from: number, until: number])[] = [
  ['morning', 0, 12 * 60],
  ['afternoon', 12 * 60, 17 * 60],
  ['evening', 17 * 60, 24 * 60],
];

const schoolDays: readonly Day[] = ['mon', 'tue', 'wed', 'thu', 'fri'];

/** The days that a time of the week means where a listing names none. */
const daysMeant: Readonly<Record<Time, readonly Day[]>> = {
  'after-school': schoolDays,
  'by-arrangement': days,
  evening: days,
  overnight: days,
  'school-day': schoolDays,
  'school-holidays': schoolDays,
  weekend: ['sat', 'sun'],
};

/** The parts of the day that a time means where a listing names no hours. */
const partsMeant: Readonly<Record<Time, readonly Part[]>> = {
  'after-school': ['afternoon'],
  'by-arrangement': ['morning', 'afternoon', 'evening'],
  evening: ['evening'],
  overnight: ['night'],
  'school-day': ['morning', 'afternoon'],
  'school-holidays': ['morning', 'afternoon'],
  weekend: ['morning', 'afternoon'],
};

function whensOf(listing: Listing): readonly When[] {
  return [listing.when, ...listing.otherPlaces.map(({ when }) => when)];
}

/** The days of its weeks: those that it names, else those that its times mean. Single dates are not among them. */
export function daysOfWeeks(listing: Listing): readonly Day[] {
  const named = whensOf(listing).flatMap((when) => when.days);
  if (named.length > 0) return days.filter((day) => named.includes(day));
  // What names single dates and no day of the week runs on those dates alone.
  if (listing.dates.length > 0) return [];
  const meant = whensOf(listing).flatMap((when) => when.times.flatMap((time) => daysMeant[time]));
  return days.filter((day) => meant.includes(day));
}

/** The days of the week on which it runs, by its weeks or by a single date. */
export function daysOf(listing: Listing): readonly Day[] {
  const dated = listing.dates.map(({ on }) => days[on.dayOfWeek - 1]);
  const weekly = daysOfWeeks(listing);
  return days.filter((day) => weekly.includes(day) || dated.includes(day));
}

const minutes = ({ hour, minute }: Temporal.PlainTime) => hour * 60 + minute;

function partsBetween(from: Temporal.PlainTime, until: Temporal.PlainTime): readonly Part[] {
  const [begin, end] = [minutes(from), minutes(until)];
  if (end <= begin) return ['night'];
  return HOURS.filter(([, first, last]) => begin < last && end > first).map(([part]) => part);
}

/** The parts of the day in which it runs: by its hours where it names them, else those that its times mean. */
export function partsOf(listing: Listing): readonly Part[] {
  const found = new Set<Part>();
  for (const when of whensOf(listing)) {
    const isNight = when.times.includes('overnight');
    const known =
      when.from !== null && when.until !== null
        ? partsBetween(when.from, when.until)
        : when.times.flatMap((time) => partsMeant[time]);
    for (const part of isNight ? [...known, 'night' as const] : known) found.add(part);
  }
  for (const { from, until } of listing.dates) for (const part of partsBetween(from, until)) found.add(part);
  return (Object.keys(parts) as Part[]).filter((part) => found.has(part));
}

/** A stretch of days, both included; null is open. */
export type DayRange = {
  readonly from: Temporal.PlainDate | null;
  readonly until: Temporal.PlainDate | null;
};

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0;

function isWithin(day: Temporal.PlainDate, { from, until }: DayRange): boolean {
  return (from === null || !isBefore(day, from)) && (until === null || !isBefore(until, day));
}

/** The part that two stretches of days have in common; null where there is none. */
function overlap(one: DayRange, other: DayRange): DayRange | null {
  const later = (a: Temporal.PlainDate | null, b: Temporal.PlainDate | null) =>
    a === null || (b !== null && isBefore(a, b)) ? b : a;
  const earlier = (a: Temporal.PlainDate | null, b: Temporal.PlainDate | null) =>
    a === null || (b !== null && isBefore(b, a)) ? b : a;
  const [from, until] = [later(one.from, other.from), earlier(one.until, other.until)];
  return from !== null && until !== null && isBefore(until, from) ? null : { from, until };
}

/**
 * Whether it runs at least once between two days: on one of its dates, or by the days of its weeks while it runs at
 * all and is not paused. Term dates are not looked at: a club of the term counts as running all the year.
 */
export function runsBetween(listing: Listing, asked: DayRange): boolean {
  if (listing.dates.some(({ on }) => isWithin(on, asked))) return true;
  const weekly = daysOfWeeks(listing);
  if (weekly.length === 0) return false;
  const runs = overlap(asked, listing.runs);
  const pausedUntil = listing.paused === null ? null : listing.pausedUntil;
  const left =
    runs === null || pausedUntil === null
      ? runs
      : overlap(runs, { from: pausedUntil.add({ days: 1 }), until: null });
  if (left === null) return false;
  if (left.from === null || left.until === null) return true;
  const length = left.from.until(left.until, { largestUnit: 'days' }).days + 1;
  if (length >= 7) return true;
  const first = left.from;
  return Array.from({ length }, (_none, index) => first.add({ days: index })).some((day) =>
    weekly.some((name) => days.indexOf(name) === day.dayOfWeek - 1),
  );
}
