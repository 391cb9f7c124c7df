import { england } from '#kernel/clock.ts';
import type { Listing } from '#offer/directory/index.ts';
import { dayName, type Rhythm, rhythmOf } from './rhythm.ts';
import { isClosedDay, type SchoolCalendar, type SchoolDay, schoolDay } from './school-calendar.ts';

/** One dated run of a listing, as it follows from what the listing says. */
export type SessionAhead = {
  /** 0 is the place of the listing itself, 1 the first of its other places. */
  readonly placeNumber: number;
  /** The day in England on which it starts. */
  readonly onDay: Temporal.PlainDate;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  /** How many children; null where nobody has said. */
  readonly places: number | null;
};

/** The days to look at, both included. */
export type Span = { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate };

type Hours = { readonly from: Temporal.PlainTime; readonly until: Temporal.PlainTime };

/** The places of a listing with their times, by place number. */
export function placesOf(
  listing: Pick<Listing, 'when' | 'otherPlaces'>,
): readonly { readonly placeNumber: number; readonly when: Listing['when'] }[] {
  return [listing, ...listing.otherPlaces].map(({ when }, placeNumber) => ({ placeNumber, when }));
}

/** Whether the listing says that it is not running on a day. */
export function isPausedOn(
  listing: Pick<Listing, 'paused' | 'pausedUntil'>,
  day: Temporal.PlainDate,
): boolean {
  if (listing.paused === null) return false;
  return listing.pausedUntil === null || Temporal.PlainDate.compare(day, listing.pausedUntil) <= 0;
}

/**
 * When a run of a day begins and ends. The hours are those on the clock in the hall: where the clocks change in
 * between, it lasts an hour more or less; a time that the clocks leave out counts as an hour later. Hours that end
 * before or when they begin go on into the next day.
 */
export function instantsOf(
  onDay: Temporal.PlainDate,
  { from, until }: Hours,
): Pick<SessionAhead, 'startsAt' | 'endsAt'> {
  const isOvernight = Temporal.PlainTime.compare(until, from) <= 0;
  const lastDay = isOvernight ? onDay.add({ days: 1 }) : onDay;
  const on = (day: Temporal.PlainDate, plainTime: Temporal.PlainTime) =>
    day.toZonedDateTime({ timeZone: england, plainTime }).toInstant();
  const startsAt = on(onDay, from);
  const endsAt = on(lastDay, until);
  if (Temporal.Instant.compare(endsAt, startsAt) > 0) return { startsAt, endsAt };
  // It begins in the hour that the clocks leave out and ends just after: it is as long as it says.
  return { startsAt, endsAt: startsAt.add(from.until(until)) };
}

/** A day with what decides whether a rhythm runs on it. */
type CalendarDay = {
  readonly date: Temporal.PlainDate;
  readonly name: ReturnType<typeof dayName>;
  readonly isClosed: boolean;
  readonly school: SchoolDay;
};

function runsOn(day: CalendarDay, { days, season }: Rhythm): boolean {
  if (!days.includes(day.name) || day.isClosed) return false;
  return season === 'all-year' || day.school === (season === 'term-time' ? 'term' : 'holidays');
}

function isBetween(
  day: Temporal.PlainDate,
  { from, until }: { from: Temporal.PlainDate | null; until: Temporal.PlainDate | null },
): boolean {
  return (
    (from === null || Temporal.PlainDate.compare(from, day) <= 0) &&
    (until === null || Temporal.PlainDate.compare(day, until) <= 0)
  );
}

function calendarDays({ from, until }: Span, calendar: SchoolCalendar): readonly CalendarDay[] {
  return Array.from({ length: Math.max(0, from.until(until).days + 1) }, (_, days) => {
    const date = from.add({ days });
    return {
      date,
      name: dayName(date),
      isClosed: isClosedDay(calendar, date),
      school: schoolDay(calendar, date),
    };
  });
}

/** The days looked at last: all listings of an authority are worked out for the same ones, one after the other. */
const daysSeen = new WeakMap<
  SchoolCalendar,
  { readonly key: string; readonly days: readonly CalendarDay[] }
>();

function daysOf(span: Span, calendar: SchoolCalendar): readonly CalendarDay[] {
  const key = `${span.from} ${span.until}`;
  const seen = daysSeen.get(calendar);
  if (seen?.key === key) return seen.days;
  const days = calendarDays(span, calendar);
  daysSeen.set(calendar, { key, days });
  return days;
}

/**
 * The sessions of a listing within a span of days, in the order in which they start. They follow from the days of its
 * rhythm, in its season and between its first and its last day, but never on a day when nearly all is closed,
 * on which nobody can be sure; and from the dates that it names. A date goes before the rhythm where both begin at the same time. While the
 * listing is paused there is none.
 */
export function sessionsAhead(
  listing: Listing,
  { span, calendar }: { readonly span: Span; readonly calendar: SchoolCalendar },
): readonly SessionAhead[] {
  const found = new Map<string, SessionAhead>();
  const add = (placeNumber: number, onDay: Temporal.PlainDate, hours: Hours & { places: number | null }) => {
    if (isPausedOn(listing, onDay)) return;
    const session = { placeNumber, onDay, ...instantsOf(onDay, hours), places: hours.places };
    found.set(`${placeNumber} ${session.startsAt}`, session);
  };
  const days = daysOf(span, calendar);
  for (const { placeNumber, when } of placesOf(listing)) {
    const rhythm = rhythmOf(listing, when);
    if (rhythm === null) continue;
    for (const day of days)
      if (runsOn(day, rhythm) && isBetween(day.date, listing.runs))
        add(placeNumber, day.date, { ...rhythm, places: null });
  }
  for (const date of listing.dates) if (isBetween(date.on, span)) add(0, date.on, date);
  return [...found.values()].sort(
    (one, other) =>
      Temporal.Instant.compare(one.startsAt, other.startsAt) || one.placeNumber - other.placeNumber,
  );
}
