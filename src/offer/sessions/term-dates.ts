import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Authority, holidaysOf, isoDate, readYaml } from '#platform/authorities/index.ts';
import type { SchoolCalendar, Term } from './domain/school-calendar.ts';

/** How many weeks ahead sessions are known where the authority says nothing. */
const USUAL_WEEKS_AHEAD = 8;

/** No school holiday is longer: then a term is missing from the file. */
const LONGEST_HOLIDAY_DAYS = 70;

const span = z
  .strictObject({ from: isoDate, until: isoDate })
  .refine(({ from, until }) => Temporal.PlainDate.compare(from, until) <= 0, 'from must not be after until');

const term = z
  .strictObject({
    name: z.string().min(1),
    from: isoDate,
    until: isoDate,
    'half-term': span.optional(),
    source: z.string().min(1),
  })
  .refine(
    ({ from, until }) => Temporal.PlainDate.compare(from, until) < 0,
    'its first day must be before its last',
  )
  .refine(
    ({ from, until, 'half-term': half }) =>
      half === undefined ||
      (Temporal.PlainDate.compare(from, half.from) < 0 && Temporal.PlainDate.compare(half.until, until) < 0),
    'half-term must lie inside the term',
  )
  .transform(({ name, from, until, 'half-term': halfTerm }): Term => {
    return { name, from, until, halfTerm: halfTerm ?? null };
  });

const termDatesFile = z.strictObject({
  'weeks-ahead': z
    .int()
    .min(1)
    .max(52, 'must be from 1 to 52: open data may look a year ahead')
    .default(USUAL_WEEKS_AHEAD),
  terms: z.array(term).superRefine((terms, context) => {
    terms.slice(1).forEach((later, index) => {
      const earlier = terms[index];
      if (earlier === undefined) return;
      const days = earlier.until.until(later.from).days;
      const path = [index + 1, 'from'];
      if (days <= 0) context.addIssue({ code: 'custom', path, message: `must be after ${earlier.until}` });
      if (days > LONGEST_HOLIDAY_DAYS)
        context.addIssue({
          code: 'custom',
          path,
          message: `comes ${days} days after the end of ${earlier.name}: write the term that is missing`,
        });
    });
  }),
});

/** The school year of an authority, with how far ahead its sessions are worked out. */
export type TermDates = { readonly calendar: SchoolCalendar; readonly weeksAhead: number };

const kept = new WeakMap<Authority, TermDates>();

/**
 * The term dates of an authority, by its term-dates.yaml, read once a process. Without the file nothing is known of its
 * terms, so that what runs in term time or in the holidays has no dated sessions. Throws where the file is wrong.
 */
export function termDatesOf(authority: Authority): TermDates {
  const known = kept.get(authority);
  if (known !== undefined) return known;
  const path = join(authority.folder, 'term-dates.yaml');
  const file = existsSync(path)
    ? readYaml(path, termDatesFile)
    : { terms: [], 'weeks-ahead': USUAL_WEEKS_AHEAD };
  const read = {
    // An authority without a folder has no files at all, and none beside it.
    calendar: {
      terms: file.terms,
      bankHolidays: existsSync(authority.folder) ? holidaysOf(authority) : new Set<string>(),
    },
    weeksAhead: file['weeks-ahead'],
  };
  kept.set(authority, read);
  return read;
}
