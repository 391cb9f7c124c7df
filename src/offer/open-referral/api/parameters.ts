import { z } from 'zod';
import { type Result, refusal, success } from '#kernel/refusal.ts';
import { parsePostcode } from '#platform/places/index.ts';
import { furtherRead, type Parameter, parameter, textual, wholeNumber, yesOrNo } from './parameter.ts';
import { idPattern, searchWords } from './search-words.ts';
import { minutesOf } from './time-of-day.ts';

/** The most records on one page. Whoever wants all asks for ndjson. */
export const MOST_PER_PAGE = 500;
export const USUAL_PER_PAGE = 50;

function identifier(description: string, where: string): Parameter<string> {
  const schema = z.string().regex(idPattern).meta({ format: 'uuid' });
  const mend = `Give an identifier, which is a UUID; ${where}`;
  return parameter({ description, schema, from: (text) => text.toLowerCase(), mend });
}

const dayCodes: Readonly<Record<string, string>> = {
  ...{ mo: 'MO', mon: 'MO', monday: 'MO', tu: 'TU', tue: 'TU', tuesday: 'TU', we: 'WE', wed: 'WE' },
  ...{ wednesday: 'WE', th: 'TH', thu: 'TH', thursday: 'TH', fr: 'FR', fri: 'FR', friday: 'FR' },
  ...{ sa: 'SA', sat: 'SA', saturday: 'SA', su: 'SU', sun: 'SU', sunday: 'SU' },
};

/** An address turns a plus into a space; in an instant there is no other place for one. */
const withPlus = (text: string) => text.replace(/ (?=\d\d:?\d\d$)/, '+');

function instantOf(text: string): Result<Temporal.Instant> {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text))
      return success(Temporal.PlainDate.from(text).toZonedDateTime('Europe/London').toInstant());
    return success(Temporal.Instant.from(text));
  } catch {
    return refusal(
      'wrong-parameter',
      'Give an instant with its zone, like 2026-11-01T09:30:00Z, or a date, like 2026-11-01.',
    );
  }
}

const timeMend = 'Give a time of the day, like 09:30.';
const time = (description: string) =>
  furtherRead(
    parameter({
      description,
      schema: z.string().regex(/^\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?$/),
      from: withPlus,
      mend: timeMend,
    }),
    (text) => {
      const minutes = minutesOf(text);
      return minutes === null ? refusal('wrong-parameter', timeMend) : success(minutes);
    },
  );

/** Every parameter there is: what it asks for, and how it is read. */
export const parameters = {
  search: furtherRead(
    textual(
      'Full text search: records that have every word, or a longer word that begins with it.',
      z.string().min(1).max(200),
      'Give up to 200 characters.',
    ),
    (text) => {
      const words = searchWords(text);
      return words.length > 0 ? success(words) : refusal('wrong-parameter', 'Give at least one word.');
    },
  ),
  page: wholeNumber('Which page, from 1. A page after the last one is empty.', {
    ...{ least: 1, most: 1_000_000, unit: 'a whole number' },
  }),
  per_page: wholeNumber(`How many records on a page; ${USUAL_PER_PAGE} if not given.`, {
    ...{ least: 1, most: MOST_PER_PAGE, unit: 'a whole number' },
  }),
  format: parameter({
    description: 'json, by pages, or ndjson: every record on a line of its own, all of them, without pages.',
    schema: z.enum(['json', 'ndjson']),
    from: (text) => text.toLowerCase(),
    mend: 'Give json or ndjson.',
  }),
  minimal: yesOrNo(
    'Only id and modified_date of each service, and all services on one page unless per_page is given.',
  ),
  full: yesOrNo('Each record with everything that belongs to it.'),
  full_service: yesOrNo('Organizations with their services, each with everything that belongs to it.'),
  modified_after: furtherRead(
    parameter({
      description:
        'Records modified on or after this instant. A date is the beginning of the day in England.',
      schema: z.string().max(40).meta({ format: 'date-time' }),
      from: withPlus,
      mend: 'Give an instant, like 2026-11-01T09:30:00Z.',
    }),
    instantOf,
  ),
  taxonomy_term_id: identifier(
    'Services described by this term, or by a term below it.',
    'see /taxonomy_terms.',
  ),
  taxonomy_id: identifier(
    'Services described by any term of this taxonomy; of terms, those in it.',
    'see /taxonomies.',
  ),
  organization_id: identifier('Services that this organization gives.', 'see /organizations.'),
  parent_id: identifier('Terms directly below this one.', 'see /taxonomy_terms.'),
  top_only: yesOrNo('Only terms at the top: those below no other term.'),
  minimum_age: wholeNumber('Services whose minimum age is this or higher.', {
    ...{ least: 0, most: 130, unit: 'whole years' },
  }),
  maximum_age: wholeNumber('Services whose maximum age is this or lower.', {
    ...{ least: 0, most: 130, unit: 'whole years' },
  }),
  start_time: time(
    'Services that open at this time of the day or later, on the same schedule as end_time and day.',
  ),
  end_time: time(
    'Services that close at this time of the day or earlier, on the same schedule as start_time and day.',
  ),
  day: parameter({
    description: 'Services on this day of the week.',
    schema: z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']),
    from: (text) => dayCodes[text.toLowerCase()] ?? text,
    mend: 'Give a day of the week, like MO or Monday.',
  }),
  postcode: furtherRead(
    textual(
      'With proximity: where to measure from. Alone: services whose area the postcode lies in.',
      z.string().min(1).max(20),
      'Give a postcode in England, like ME7 1AB.',
    ),
    (text) => {
      const read = parsePostcode(text, ['unit', 'sector', 'outward']);
      return read.ok ? read : refusal(read.code, `${read.message}.`);
    },
  ),
  proximity: wholeNumber('Places within so many metres of the middle of the postcode, nearest first.', {
    ...{ least: 1, most: 1_000_000, unit: 'whole metres' },
  }),
} as const satisfies Readonly<Record<string, Parameter<unknown>>>;

export type ParameterName = keyof typeof parameters;

/** What was asked: the value of each parameter, null where it was not given. */
export type Given = {
  readonly [Name in ParameterName]:
    | Extract<ReturnType<(typeof parameters)[Name]['read']>, { readonly ok: true }>['value']
    | null;
};
