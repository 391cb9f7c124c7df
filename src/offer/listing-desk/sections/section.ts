import { type Refusal, refusal } from '#kernel/refusal.ts';
import type { Listing } from '#offer/directory/index.ts';
import type { ParsedForm } from '#platform/web/form.ts';
import type { Html } from '#platform/web/html.ts';
import type { Visit } from '#platform/web/visit.ts';

/** A part of a listing that is written on one page. */
export type Section = {
  readonly key: string;
  readonly title: string;
  /** One sentence about why families read it. */
  readonly lead: string;
  /** The fields that it writes; none of any other does. */
  readonly owns: (field: string) => boolean;
  readonly questions: (visit: Visit, listing: Listing) => Html;
  /** The listing with what was typed, or what is wrong with it. */
  readonly read: (visit: Visit, listing: Listing) => ParsedForm<Listing>;
};

/** Whether a field is one of these. */
export function oneOf(...fields: readonly string[]): Section['owns'] {
  return (field) => fields.includes(field);
}

/** Options of a vocabulary, in its order. */
export function optionsOf<T extends string>(labels: Readonly<Record<T, string>>) {
  return (Object.keys(labels) as T[]).map((value) => ({ value, text: labels[value] }));
}

/** The values of a vocabulary. */
export function valuesOf<T extends string>(labels: Readonly<Record<T, string>>): readonly T[] {
  return Object.keys(labels) as T[];
}

/** Words, or null where nothing was typed. */
export function orNull(text: string): string | null {
  return text === '' ? null : text;
}

/** A form that is wrong in one thing. */
export function wrongIn(
  field: string,
  message: string,
): { readonly ok: false; readonly refusals: readonly Refusal[] } {
  return { ok: false, refusals: [refusal('not-valid', message, field)] };
}

/** A time as people type it: "9:30", "09.30", "0930"; null where nothing was typed, false where it is no time. */
export function timeTyped(text: string): Temporal.PlainTime | null | false {
  if (text === '') return null;
  const [, hour, minute] = /^([01]?\d|2[0-3])[:.]?([0-5]\d)$/.exec(text) ?? [];
  return hour === undefined ? false : Temporal.PlainTime.from({ hour: Number(hour), minute: Number(minute) });
}

/** A time as a field shows it: "09:30". */
export function timeShown(time: Temporal.PlainTime | null): string {
  return time === null ? '' : time.toString({ smallestUnit: 'minute' });
}
