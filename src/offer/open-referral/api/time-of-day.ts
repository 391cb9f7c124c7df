import { offsetOn } from '../mapping/around.ts';

/** A time of the day as it was asked: minutes after midnight, and how far it stands from UTC where that was said. */
export type AskedTime = { readonly minutes: number; readonly offset: string | null };

/** Reads "09:30", "09:30:00", "09:30Z" or "09:30+01:00"; null for a time that no clock shows. */
export function minutesOf(text: string): AskedTime | null {
  const [, hour, minute, offset] = /^(\d\d):(\d\d)(?::[0-5]\d)?(Z|[+-]\d\d:\d\d)?$/.exec(text) ?? [];
  if (Number(hour) > 23 || Number(minute) > 59 || hour === undefined) return null;
  return { minutes: Number(hour) * 60 + Number(minute), offset: offset ?? null };
}

function minutesOfOffset(offset: string): number {
  if (offset === 'Z') return 0;
  const sign = offset.startsWith('-') ? -1 : 1;
  return sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6)));
}

/** The minutes after midnight that clocks in England show at that time today. */
export function minutesInEngland({ minutes, offset }: AskedTime, today: Temporal.PlainDate): number {
  if (offset === null) return minutes;
  const shown = minutes - minutesOfOffset(offset) + minutesOfOffset(offsetOn(today));
  return ((shown % 1440) + 1440) % 1440;
}
