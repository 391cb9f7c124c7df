import ical from 'ical-generator';
import { england } from '#kernel/clock.ts';
import type { Listing } from './domain/listing.ts';
import { costInWords, placeInWords } from './domain/listing-words.ts';
import { daysOfRun, type WeeklyRun } from './domain/weekly-runs.ts';

/** The rules of the clock in England since 1996, as RFC 5545 (3.6.5) writes them. */
const timeZone = [
  'BEGIN:VTIMEZONE',
  `TZID:${england}`,
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'DTSTART:19960331T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

function compact(date: Temporal.PlainDate): string {
  return date.toString().replaceAll('-', '');
}

function at(day: Temporal.PlainDate, plainTime: Temporal.PlainTime): Temporal.ZonedDateTime {
  return day.toZonedDateTime({ timeZone: england, plainTime });
}

function onClock(moment: Temporal.ZonedDateTime): string {
  return `${compact(moment.toPlainDate())}T${moment.toPlainTime().toString({ smallestUnit: 'second' }).replaceAll(':', '')}`;
}

/** The rule of a run, or nothing for a single time. The end is told in UTC, as RFC 5545 (3.3.10) asks. */
function repeating(run: WeeklyRun): string | null {
  if (daysOfRun(run).length === 1) return null;
  const end = onClock(at(run.last, run.from).withTimeZone('UTC'));
  const rule = `RRULE:FREQ=WEEKLY;BYDAY=${run.weekdays.map((day) => weekdays[day - 1]).join(',')};UNTIL=${end}Z`;
  const except = run.except.map((day) => onClock(at(day, run.from)));
  return except.length === 0 ? rule : `${rule}\r\nEXDATE;TZID=${england}:${except.join(',')}`;
}

function placeOf(listing: Listing, placeNumber: number): string {
  const place =
    placeNumber === 0 ? listing.place : (listing.otherPlaces[placeNumber - 1]?.place ?? listing.place);
  return `${placeInWords(place)}${place.kind === 'at' ? `, ${place.postcode}` : ''}`;
}

/** Words on one line: whatever else ends a line or steers a printer could begin an entry of its own in the file. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/**
 * The times of a listing as a calendar file (iCalendar, RFC 5545): one entry a run, in the time of the clock in
 * England, so that "10am" stays 10am when the clocks change. `address` is the page of the listing.
 */
export function timesFile(
  listing: Listing,
  given: { readonly runs: readonly WeeklyRun[]; readonly address: string; readonly stamp: Temporal.Instant },
): string {
  // The library writes its stamp in the calendar's own time zone, where the standard wants UTC; so the calendar has
  // none, each event names its zone, and the zone's rules are put in below.
  const calendar = ical({
    name: oneLine(listing.title),
    prodId: { company: 'Daybreak', product: 'Short breaks', language: 'EN' },
  });
  for (const run of given.runs) {
    const repeats = repeating(run);
    calendar.createEvent({
      id: `${compact(run.first)}T${onClock(at(run.first, run.from)).slice(9)}-${run.placeNumber}@${new URL(given.address).hostname}${new URL(given.address).pathname}`,
      stamp: given.stamp.toZonedDateTimeISO('UTC'),
      timezone: england,
      start: at(run.first, run.from),
      end: at(run.first.add({ days: run.nights }), run.until),
      summary: oneLine(listing.title),
      description: [
        `${oneLine(listing.summary)}\n`,
        oneLine(`By ${listing.provider}. ${costInWords(listing.cost)}.`),
        `Ask before you go: ${given.address}`,
      ].join('\n'),
      location: oneLine(placeOf(listing, run.placeNumber)),
      url: given.address,
      ...(repeats === null ? {} : { repeating: repeats }),
    });
  }
  return calendar.toString().replace('BEGIN:VEVENT', `${timeZone}\r\nBEGIN:VEVENT`);
}
