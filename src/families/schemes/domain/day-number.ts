/** Days as whole numbers, and lengths of the calendar added to them, in whole numbers alone: windows try many days. */

/** A day of the calendar; a date of Temporal is one as well. */
export type Day = { readonly year: number; readonly month: number; readonly day: number };

/** The day that a date, with or without a time, as it is written ("2026-06-01") stands for. */
export function dayFrom(text: string): Day {
  return { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), day: Number(text.slice(8, 10)) };
}

/** How long a window is, in months (a year is 12) or in days (a week is 7). */
export type WindowLength = { readonly months: number } | { readonly days: number };

/** The number of a day: 1 January 1970 is nought. The years begin in March, so that leap days come last. */
export function dayNumber({ year, month, day }: Day): number {
  const years = month <= 2 ? year - 1 : year;
  const era = Math.floor(years / 400);
  const yearOfEra = years - era * 400;
  const dayOfYear = Math.trunc((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.trunc(yearOfEra / 4) - Math.trunc(yearOfEra / 100);
  return era * 146_097 + yearOfEra * 365 + leapDays + dayOfYear - 719_468;
}

/** The year, month and day of a number. */
export function dayOf(number: number): Day {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leapDays =
    Math.trunc(dayOfEra / 1_460) - Math.trunc(dayOfEra / 36_524) + Math.trunc(dayOfEra / 146_096);
  const yearOfEra = Math.trunc((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.trunc(yearOfEra / 4) - Math.trunc(yearOfEra / 100));
  const shiftedMonth = Math.trunc((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const day = dayOfYear - Math.trunc((153 * shiftedMonth + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** The day a window's length later, or earlier for `sign` -1; 31 January and a month is the last day of February. */
export function moved(number: number, { length, sign }: { length: WindowLength; sign: 1 | -1 }): number {
  if ('days' in length) return number + sign * length.days;
  const { year, month, day } = dayOf(number);
  const months = year * 12 + month - 1 + sign * length.months;
  const first = dayNumber({ year: Math.floor(months / 12), month: (months % 12) + 1, day: 1 });
  const next = dayNumber({ year: Math.floor((months + 1) / 12), month: ((months + 1) % 12) + 1, day: 1 });
  return Math.min(first + day, next) - 1;
}

/**
 * The day so many days or months later (earlier below nought), as it is written; null for what this arithmetic is
 * not for: a text that is no day of the calendar, and years before 1000 or after 9999.
 */
export function movedText(text: string, by: WindowLength): string | null {
  const from = dayFrom(text);
  const number = dayNumber(from);
  if (!isReal(from, number) || !Number.isSafeInteger('days' in by ? by.days : by.months)) return null;
  const to = dayOf(
    'days' in by
      ? number + by.days
      : moved(number, { length: { months: Math.abs(by.months) }, sign: by.months < 0 ? -1 : 1 }),
  );
  if (to.year < 1_000 || to.year > 9_999) return null;
  return `${to.year}-${twoFigures(to.month)}-${twoFigures(to.day)}`;
}

function isReal(day: Day, number: number): boolean {
  if (!Number.isSafeInteger(number) || day.year < 1_000) return false;
  const again = dayOf(number);
  return again.year === day.year && again.month === day.month && again.day === day.day;
}

function twoFigures(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
