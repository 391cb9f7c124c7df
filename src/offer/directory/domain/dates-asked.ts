import { type DateParts, parseDateParts } from '#kernel/local-date.ts';
import type { Result } from '#kernel/refusal.ts';

/** One end of a stretch of days as somebody typed it, and what is wrong with it. */
export type DateAsked = {
  readonly parts: DateParts;
  readonly date: Temporal.PlainDate | null;
  /** A sentence; null where there is nothing wrong. */
  readonly problem: string | null;
};

export type DatesAsked = { readonly from: DateAsked; readonly until: DateAsked };

/** The most characters of a box that are read: "September" has nine. */
const LONGEST = 20;

function partsIn(query: URLSearchParams, name: string): DateParts {
  const whole = /^(\d{4})-(\d\d)-(\d\d)$/.exec(query.get(name) ?? '');
  if (whole !== null)
    return { year: whole[1] ?? '', month: String(Number(whole[2])), day: String(Number(whole[3])) };
  const part = (which: string) => (query.get(`${name}-${which}`) ?? '').slice(0, LONGEST).trim();
  return { day: part('day'), month: part('month'), year: part('year') };
}

/** A year of two numbers is of this century; without a year it is the next such day. */
function withYear(parts: DateParts, today: Temporal.PlainDate): DateParts {
  if (/^\d\d$/.test(parts.year)) return { ...parts, year: `20${parts.year}` };
  if (parts.year !== '' || parts.day === '' || parts.month === '') return parts;
  const thisYear = { ...parts, year: String(today.year) };
  const read = parseDateParts(thisYear, 'It');
  const isOver = read.ok && Temporal.PlainDate.compare(read.value, today) < 0;
  return isOver ? { ...parts, year: String(today.year + 1) } : thisYear;
}

function asked(
  query: URLSearchParams,
  given: { name: string; what: string; today: Temporal.PlainDate },
): DateAsked {
  const parts = partsIn(query, given.name);
  if (parts.day === '' && parts.month === '' && parts.year === '')
    return { parts, date: null, problem: null };
  const read: Result<Temporal.PlainDate> = parseDateParts(withYear(parts, given.today), given.what);
  return read.ok ? { parts, date: read.value, problem: null } : { parts, date: null, problem: read.message };
}

/**
 * Reads the first and the last day of a search, from one value each (`from=2026-12-19`) or from three boxes
 * (`from-day`, `from-month`, `from-year`). A month may be a name, and a year may be left out. A last day before the
 * first is a problem of the last.
 */
export function readDatesAsked(query: URLSearchParams, today: Temporal.PlainDate): DatesAsked {
  const from = asked(query, { name: 'from', what: 'The first day', today });
  const until = asked(query, { name: 'until', what: 'The last day', today });
  if (from.date === null || until.date === null || Temporal.PlainDate.compare(from.date, until.date) <= 0)
    return { from, until };
  return { from, until: { ...until, date: null, problem: 'The last day must be the first day or after it' } };
}

/** The query with its days as one value each, as `parseListingSearch` reads them; a day that is none is left out. */
export function withDatesAsked(query: URLSearchParams, dates: DatesAsked): URLSearchParams {
  const names = ['from', 'until'] as const;
  const parts = names.flatMap((name) => [name, `${name}-day`, `${name}-month`, `${name}-year`]);
  const read = new URLSearchParams([...query].filter(([name]) => !parts.includes(name)));
  for (const name of names) {
    const { date } = dates[name];
    if (date !== null) read.set(name, date.toString());
  }
  return read;
}
