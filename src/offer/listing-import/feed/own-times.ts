import {
  type Day,
  days,
  type ListedDate,
  type Listing,
  seasons,
  times,
  type When,
} from '#offer/directory/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import { chosen, keysOf, type Said } from './own-terms.ts';
import { placeAt } from './read-place.ts';
import type { Taken } from './taken.ts';

const icalDays: Readonly<Record<string, Day>> = {
  MO: 'mon',
  TU: 'tue',
  WE: 'wed',
  TH: 'thu',
  FR: 'fri',
  SA: 'sat',
  SU: 'sun',
};

function timeOf(text: string | null): Temporal.PlainTime | null {
  const written = /^([01]\d|2[0-3]):[0-5]\d/.exec(text ?? '')?.[0];
  return written === undefined ? null : Temporal.PlainTime.from(written);
}

/** A date as it was written; null where it is none. */
export function dayOf(text: string | null): Temporal.PlainDate | null {
  try {
    return text === null ? null : Temporal.PlainDate.from(text);
  } catch {
    return null;
  }
}

/** A schedule as it was told: the regular times of one place, or one dated run. */
export type Told = {
  readonly placeId: string | null;
  readonly isDated: boolean;
  readonly validFrom: Temporal.PlainDate | null;
  readonly validTo: Temporal.PlainDate | null;
  readonly days: readonly Day[];
  readonly from: Temporal.PlainTime | null;
  readonly until: Temporal.PlainTime | null;
  readonly notes: string | null;
  readonly attending: string | null;
  readonly link: string | null;
};

/** Reads a schedule, every part of it. */
export function toldOf(schedule: Taken): Told {
  const codes = (schedule.text('byday') ?? '').split(',').map((code) => code.replace(/^-?\d+/, ''));
  const told = {
    placeId: schedule.text('service_at_location_id'),
    isDated: (schedule.text('description') ?? '').startsWith('Only on '),
    validFrom: dayOf(schedule.text('valid_from')),
    validTo: dayOf(schedule.text('valid_to')),
    days: days.filter((day) => codes.some((code) => icalDays[code] === day)),
    from: timeOf(schedule.text('opens_at')),
    until: timeOf(schedule.text('closes_at')),
    notes: schedule.text('notes'),
    attending: schedule.text('attending_type'),
    link: schedule.text('schedule_link'),
  };
  schedule.wholly();
  return told;
}

/** The dated runs among what was told. */
export function datesOf(all: readonly Told[]): readonly ListedDate[] {
  return all.flatMap(({ isDated, validFrom: on, from, until, notes }) => {
    if (!isDated || on === null || from === null || until === null) return [];
    const places = /^For (\d{1,4}) child/.exec(notes ?? '')?.[1];
    return [{ on, from, until, places: places === undefined ? null : Number(places) }];
  });
}

/** The times of a schedule; the sentence with the season was added to its note by who told it. */
function whenOf(told: Told | undefined, said: Said): When {
  const [season] = chosen(said, 'seasons', keysOf(seasons));
  const added = season === undefined ? null : `${seasons[season]}.`;
  const noted = (told?.notes ?? '').split('\n\n');
  const note = noted.slice(0, added !== null && noted.at(-1) === added ? -1 : undefined).join('\n\n');
  return {
    times: chosen(said, 'times', keysOf(times)),
    days: told?.days ?? [],
    from: told?.from ?? null,
    until: told?.until ?? null,
    note: note === '' ? null : note,
  };
}

/** The places with a postcode, by the identifier by which schedules name them. */
function placesIn(service: Taken, authority: Authority) {
  return service.records('service_at_locations').map((one) => {
    const id = one.text('id');
    const location = one.record('location');
    const [address] = location.records('addresses');
    const isOnline = location.text('location_type') === 'virtual';
    const postcode = address?.text('postal_code') ?? null;
    const name = location.text('name');
    const town = address?.text('city') ?? null;
    const found = postcode === null ? null : placeAt(authority, { postcode, name, town });
    if (isOnline || found !== null) one.wholly();
    return { id, place: isOnline ? ({ kind: 'online' } as const) : found };
  });
}

/** Where and when it is: its own place with its times, and its others with theirs. */
export function whereOf(
  service: Taken,
  given: {
    readonly authority: Authority;
    readonly publisher: string;
    readonly regular: readonly Told[];
    readonly said: Said;
  },
): Pick<Listing, 'place' | 'when' | 'otherPlaces'> {
  const { regular, said } = given;
  const [main] = regular;
  const whenAt = (id: string | null) =>
    whenOf(
      regular.find(({ placeId }) => placeId === id),
      said,
    );
  const all = placesIn(service, given.authority);
  const own = main?.placeId === null ? undefined : all.find(({ id }) => id === main?.placeId);
  const area = service.records('service_areas').map((one) => {
    one.wholly();
    return one.text('name');
  })[0];
  return {
    place: own?.place ?? { kind: 'area', area: area ?? given.publisher },
    when: whenOf(main, said),
    otherPlaces: all.flatMap(({ id, place }) =>
      id !== own?.id && place?.kind === 'at' ? [{ place, when: whenAt(id) }] : [],
    ),
  };
}
