import { england } from '#kernel/clock.ts';
import { ageOn } from '#kernel/local-date.ts';
import { isWorkingDay, workingDaysBetween } from '#kernel/working-days.ts';
import { movedText } from './day-number.ts';
import {
  type Calculation,
  type Calendar,
  type DateCalculation,
  type Stretch,
  type TimeUnit,
  weekdays,
} from './expressions.ts';
import type { FactValue } from './fact-value.ts';

type Work = (calculation: Calculation) => FactValue | null;

/** Works dates, times and ages out. Dates that the calendar of working days does not reach give null. */
export function calculateDate(calculation: DateCalculation, work: Work): FactValue | null {
  switch (calculation.kind) {
    case 'moved-time':
      return movedTime(calculation, work);
    case 'between':
      return between(calculation, work);
    case 'working-days-between':
      return workingDays(calculation, work);
    case 'age':
    case 'school-year': {
      const born = dateFrom(calculation.born, work);
      const on = dateFrom(calculation.on, work);
      if (!born || !on) return null;
      if (calculation.kind === 'school-year') return schoolYearOf(born, on);
      const age = ageOn(born, on);
      return age < 0 ? null : age;
    }
    case 'birthday': {
      const born = dateFrom(calculation.born, work);
      const years = numberFrom(calculation.age, work);
      return born && years !== null ? birthday(born, years) : null;
    }
    default:
      return fromOneDate(calculation, work);
  }
}

type FromOneDate = Exclude<
  DateCalculation,
  { kind: 'moved-time' | 'between' | 'working-days-between' | 'age' | 'school-year' | 'birthday' }
>;

function fromOneDate(calculation: FromOneDate, work: Work): FactValue | null {
  if (calculation.kind === 'moved') return movedDate(calculation, work);
  const date = dateFrom(calculation.date, work);
  if (!date) return null;
  switch (calculation.kind) {
    case 'moved-working-days': {
      const by = numberFrom(calculation.by, work);
      return by === null
        ? null
        : movedWorkingDays(date, { by: by * calculation.sign, calendar: calculation.calendar });
    }
    case 'near-working-day': {
      const { calendar, sign } = calculation;
      if (!isCovered(date, calendar)) return null;
      return isWorkingDay(date, calendar.holidays)
        ? date.toString()
        : movedWorkingDays(date, { by: sign, calendar });
    }
    case 'edge':
      return edgeOf(calculation.of, { edge: calculation.edge, date });
    case 'near-weekday': {
      const { sign, weekday, isOrOn } = calculation;
      const ahead = ((((weekday - date.dayOfWeek) * sign) % 7) + 7) % 7;
      return date.add({ days: sign * (ahead === 0 && !isOrOn ? 7 : ahead) }).toString();
    }
    case 'weekday-of':
      return weekdays[date.dayOfWeek - 1] ?? null;
    case 'day-of':
      return date.toString();
    case 'at-time':
      return `${date.toString()}T${calculation.time}`;
  }
}

const lengthOfUnit = { days: 1, weeks: 7, months: 1, years: 12 } as const;

/** In whole numbers where they reach, since lists of stays move many days; the calendar's own way for all others. */
function movedDate(
  { by, unit, sign, date }: Extract<DateCalculation, { kind: 'moved' }>,
  work: Work,
): string | null {
  const from = work(date);
  const count = numberFrom(by, work);
  if (typeof from !== 'string' || count === null) return null;
  const length = count * sign * lengthOfUnit[unit];
  const moved = movedText(from, unit === 'days' || unit === 'weeks' ? { days: length } : { months: length });
  return (
    moved ??
    Temporal.PlainDate.from(from.slice(0, 10))
      .add({ [unit]: count * sign })
      .toString()
  );
}

/** Somebody born on 29 February comes of an age on 1 March in a year without that day, as `ageOn` has it. */
function birthday(born: Temporal.PlainDate, years: number): string {
  const date = born.add({ years });
  return (date.day === born.day ? date : date.add({ days: 1 })).toString();
}

/** The school year group on a date: nought for Reception, 1 for Year 1, 11 for Year 11; below nought before that. */
function schoolYearOf(born: Temporal.PlainDate, on: Temporal.PlainDate): number {
  const autumnOf = (date: Temporal.PlainDate) => (date.month >= 9 ? date.year : date.year - 1);
  return autumnOf(on) - autumnOf(born) - 5;
}

function edgeOf(of: Stretch, at: { edge: 'start' | 'end'; date: Temporal.PlainDate }): string {
  const start = startOf(of, at.date);
  if (at.edge === 'start') return start.toString();
  const length = { year: { years: 1 }, quarter: { months: 3 }, month: { months: 1 }, week: { days: 7 } };
  return start.add(length[of.kind]).subtract({ days: 1 }).toString();
}

function startOf(of: Stretch, date: Temporal.PlainDate): Temporal.PlainDate {
  if (of.kind === 'week') return date.subtract({ days: date.dayOfWeek - 1 });
  if (of.kind === 'month') return date.with({ day: 1 });
  if (of.kind === 'quarter') return date.with({ day: 1, month: Math.trunc((date.month - 1) / 3) * 3 + 1 });
  if (of.kind !== 'year') return date;
  const start = new Temporal.PlainDate(date.year, of.month, of.day);
  return Temporal.PlainDate.compare(start, date) <= 0 ? start : start.subtract({ years: 1 });
}

function isCovered(date: Temporal.PlainDate, calendar: Calendar): boolean {
  const text = date.toString();
  return text >= calendar.from && text <= calendar.until;
}

function movedWorkingDays(
  date: Temporal.PlainDate,
  { by, calendar }: { by: number; calendar: Calendar },
): string | null {
  const step = { days: by < 0 ? -1 : 1 };
  let moved = date;
  for (let left = Math.abs(by); left > 0; ) {
    moved = moved.add(step);
    if (!isCovered(moved, calendar)) return null;
    if (isWorkingDay(moved, calendar.holidays)) left -= 1;
  }
  return isCovered(date, calendar) ? moved.toString() : null;
}

function workingDays(
  { from, to, calendar }: Extract<DateCalculation, { kind: 'working-days-between' }>,
  work: Work,
): number | null {
  const [first, last] = [dateFrom(from, work), dateFrom(to, work)];
  if (!first || !last || !isCovered(first, calendar) || !isCovered(last, calendar)) return null;
  return workingDaysBetween({ from: first, to: last, holidays: calendar.holidays });
}

/** An hour is an hour that passes, also in the night in which the clocks change. */
function movedTime(
  { by, unit, sign, time }: Extract<DateCalculation, { kind: 'moved-time' }>,
  work: Work,
): string | null {
  const [start, count] = [timeFrom(time, work), numberFrom(by, work)];
  if (!start || count === null) return null;
  return start
    .add({ [unit]: count * sign })
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

function between(
  { unit, from, to }: Extract<DateCalculation, { kind: 'between' }>,
  work: Work,
): number | null {
  if (unit === 'hours' || unit === 'minutes') return timeBetween({ unit, from, to }, work);
  const [first, last] = [dateFrom(from, work), dateFrom(to, work)];
  return first && last ? first.until(last, { largestUnit: unit })[unit] : null;
}

function timeBetween(
  span: { unit: TimeUnit; from: Calculation; to: Calculation },
  work: Work,
): number | null {
  const [first, last] = [timeFrom(span.from, work), timeFrom(span.to, work)];
  return first && last ? first.until(last, { largestUnit: span.unit })[span.unit] : null;
}

function numberFrom(calculation: Calculation, work: Work): number | null {
  const value = work(calculation);
  return typeof value === 'number' ? value : null;
}

function dateFrom(calculation: Calculation, work: Work): Temporal.PlainDate | null {
  const value = work(calculation);
  return typeof value === 'string' ? Temporal.PlainDate.from(value.slice(0, 10)) : null;
}

function timeFrom(calculation: Calculation, work: Work): Temporal.ZonedDateTime | null {
  const value = work(calculation);
  return typeof value === 'string' ? Temporal.PlainDateTime.from(value).toZonedDateTime(england) : null;
}
