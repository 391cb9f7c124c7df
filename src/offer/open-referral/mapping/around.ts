import type { Authority } from '#platform/authorities/index.ts';

/** What an answer needs to know besides the listings: whose it is, where it is served, and which day it is. */
export type Around = {
  readonly authority: Pick<Authority, 'id' | 'name' | 'contact'>;
  /** Without a slash at the end. */
  readonly origin: string;
  readonly today: Temporal.PlainDate;
};

const london = 'Europe/London';

/** The area of a council by its name: of "Kent County Council" it is "Kent". */
export function areaOfCouncil(name: string): string {
  const area = name
    .replace(/(?:\s+(?:county|city|metropolitan|borough|district))*\s+council\s*$/i, '')
    .trim();
  return area === '' ? name : area;
}

/** Asked for at every time of every listing, and worked out once a day of the year; a few years are kept. */
const offsets = new Map<string, string>();

/** How far clocks in England stand from UTC at midday of that day, as RFC 3339 writes it: "Z", "+01:00". */
export function offsetOn(day: Temporal.PlainDate): string {
  const key = day.toString();
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const { offset } = day.toZonedDateTime({ timeZone: london, plainTime: '12:00' });
  const written = offset === '+00:00' ? 'Z' : offset;
  if (offsets.size > 2_000) offsets.clear();
  offsets.set(key, written);
  return written;
}

/** The instant at which a day begins in England. */
export function beginOf(day: Temporal.PlainDate): Temporal.Instant {
  return day.toZonedDateTime(london).toInstant();
}

/** The beginning of the day on which clocks in England were last changed, up to `today`. */
export function clocksChanged(today: Temporal.PlainDate): Temporal.Instant {
  const noon = today.toZonedDateTime({ timeZone: london, plainTime: '12:00' });
  const changed = noon.getTimeZoneTransition('previous');
  return beginOf((changed ?? noon).toPlainDate());
}
