import { england } from '#kernel/clock.ts';
import type { Day, Listing } from '#offer/directory/index.ts';
import { rhythmOf } from '#offer/sessions/index.ts';

const dayAddresses: Readonly<Record<Day, string>> = {
  mon: 'https://schema.org/Monday',
  tue: 'https://schema.org/Tuesday',
  wed: 'https://schema.org/Wednesday',
  thu: 'https://schema.org/Thursday',
  fri: 'https://schema.org/Friday',
  sat: 'https://schema.org/Saturday',
  sun: 'https://schema.org/Sunday',
};

type Hours = { readonly from: Temporal.PlainTime; readonly until: Temporal.PlainTime };

const hour = (time: Temporal.PlainTime) => time.toString({ smallestUnit: 'minute' });

function hours({ from, until }: Hours): object {
  return {
    startTime: hour(from),
    endTime: hour(until),
    duration: from.until(until).toString(),
    scheduleTimezone: england,
  };
}

/**
 * When a series runs, in general. The schedules are partial ones, for they do not know of holidays: what is certain
 * are the sessions themselves, in their own feed. Nothing here goes on after midnight, for such listings never leave.
 */
export function schedules(
  listing: Listing,
  { when, placeNumber }: { readonly when: Listing['when']; readonly placeNumber: number },
): readonly object[] {
  const rhythm = rhythmOf(listing, when);
  const { from, until } = listing.runs;
  const weekly =
    rhythm === null
      ? []
      : [
          {
            '@type': 'PartialSchedule',
            ...(from === null ? {} : { startDate: from.toString() }),
            ...(until === null ? {} : { endDate: until.toString() }),
            ...hours(rhythm),
            byDay: rhythm.days.map((day) => dayAddresses[day]),
            repeatFrequency: 'P1W',
          },
        ];
  const dated = (placeNumber === 0 ? listing.dates : []).map((date) => ({
    '@type': 'PartialSchedule',
    startDate: date.on.toString(),
    endDate: date.on.toString(),
    ...hours(date),
  }));
  return [...weekly, ...dated];
}

const seasonNotes: Readonly<Record<string, string>> = {
  'term-time': 'Term time only',
  holidays: 'School holidays only',
};

/** What there is to say about when a series runs besides its schedule; undefined where there is nothing. */
export function schedulingNote(listing: Listing, when: Listing['when']): string | undefined {
  const season = rhythmOf(listing, when)?.season;
  return season === undefined ? undefined : seasonNotes[season];
}
