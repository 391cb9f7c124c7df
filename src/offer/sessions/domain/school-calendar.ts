/** A school term of an authority, with the week or two in its middle when schools are closed. All days are included. */
export type Term = {
  readonly name: string;
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
  readonly halfTerm: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate } | null;
};

/** When schools are open in an authority, as far as it is known, and the days on which nearly all is closed. */
export type SchoolCalendar = {
  /** In their order, none over another. */
  readonly terms: readonly Term[];
  /** Bank holidays as 2026-12-25. */
  readonly bankHolidays: ReadonlySet<string>;
};

/** Days on which nearly all is closed, also in a year in which their bank holiday is another day. */
const alwaysClosed: readonly string[] = ['12-25', '12-26', '01-01'];

/** Whether nearly all is closed on a day: a bank holiday, Christmas Day, Boxing Day or New Year's Day. */
export function isClosedDay(
  { bankHolidays }: Pick<SchoolCalendar, 'bankHolidays'>,
  day: Temporal.PlainDate,
): boolean {
  const written = day.toString();
  return bankHolidays.has(written) || alwaysClosed.includes(written.slice(5));
}

/** What a day is to schools; unknown before the first term that is known and after the last. */
export type SchoolDay = 'term' | 'holidays' | 'unknown';

function isWithin(
  day: Temporal.PlainDate,
  span: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate },
): boolean {
  return Temporal.PlainDate.compare(span.from, day) <= 0 && Temporal.PlainDate.compare(day, span.until) <= 0;
}

/**
 * Whether a day lies in term time or in the holidays. The weekends inside a term are term time, as clubs count them;
 * those of half-term are what the half-term's days say.
 */
export function schoolDay({ terms }: Pick<SchoolCalendar, 'terms'>, day: Temporal.PlainDate): SchoolDay {
  const [first, last] = [terms[0], terms[terms.length - 1]];
  if (first === undefined || last === undefined) return 'unknown';
  if (!isWithin(day, { from: first.from, until: last.until })) return 'unknown';
  const term = terms.find((one) => isWithin(day, one));
  if (term === undefined) return 'holidays';
  return term.halfTerm !== null && isWithin(day, term.halfTerm) ? 'holidays' : 'term';
}
