import { type Result, refusal, success } from './refusal.ts';

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** The three boxes of a date question, as typed. */
export type DateParts = { readonly day: string; readonly month: string; readonly year: string };

/** Writes a date the way GOV.UK does: "5 November 2026". */
export function formatDate(date: Temporal.PlainDate): string {
  return `${date.day} ${monthNames[date.month - 1]} ${date.year}`;
}

/** Nobody whom the service knows, and no letter they hold, is older than this. */
const firstYear = 1900;

function monthNumber(typed: string): number {
  if (/^\d{1,2}$/.test(typed)) return Number(typed);
  const wanted = typed.toLowerCase();
  return wanted.length < 3 ? 0 : monthNames.findIndex((name) => name.toLowerCase().startsWith(wanted)) + 1;
}

/**
 * Reads a date from three boxes. The month may be a number or a name. Refuses with `date-missing`,
 * `date-incomplete` (and which part), or `date-unreal` (also before 1900); `what` begins the sentence ("Date of birth").
 */
export function parseDateParts(parts: DateParts, what: string): Result<Temporal.PlainDate> {
  const day = parts.day.trim();
  const month = parts.month.trim();
  const year = parts.year.trim();
  if (!day && !month && !year) return refusal('date-missing', `Enter ${lowerFirst(what)}`);
  const absent = [!day && 'day', !month && 'month', !year && 'year'].filter((part) => part !== false);
  if (absent.length > 0)
    return refusal('date-incomplete', `${what} must include a ${absent.join(' and a ')}`);
  if (!/^\d{4}$/.test(year))
    return refusal('date-unreal', `${what} must have a year of four numbers, like 2017`);
  const number = monthNumber(month);
  try {
    if (!/^\d{1,2}$/.test(day) || Number(year) < firstYear) throw new RangeError('day or year');
    return success(
      Temporal.PlainDate.from(
        { year: Number(year), month: number, day: Number(day) },
        { overflow: 'reject' },
      ),
    );
  } catch {
    return refusal('date-unreal', `${what} must be a real date, like 27 3 2017`);
  }
}

/** Makes a sentence's first letter small for the middle of another, but not that of "DLA letter". */
function lowerFirst(text: string): string {
  if (/^\p{Lu}{2}/u.test(text)) return text;
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/**
 * The age in whole years on a date. Somebody born on 29 February comes of each age on 1 March in a year
 * without that day.
 */
export function ageOn(born: Temporal.PlainDate, on: Temporal.PlainDate): number {
  const hadBirthday = on.month > born.month || (on.month === born.month && on.day >= born.day);
  return on.year - born.year - (hadBirthday ? 0 : 1);
}

/** An English financial year, 1 April to 31 March. */
export type FinancialYear = {
  /** As printed: "2026-27". */
  readonly name: string;
  readonly startsOn: Temporal.PlainDate;
  /** The last day, 31 March. */
  readonly endsOn: Temporal.PlainDate;
};

/** The financial year that a date falls in. */
export function financialYearOf(date: Temporal.PlainDate): FinancialYear {
  const first = date.month >= 4 ? date.year : date.year - 1;
  return {
    name: `${first}-${String((first + 1) % 100).padStart(2, '0')}`,
    startsOn: new Temporal.PlainDate(first, 4, 1),
    endsOn: new Temporal.PlainDate(first + 1, 3, 31),
  };
}
