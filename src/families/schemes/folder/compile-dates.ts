import type { Calculation, Calendar, DateUnit, Stretch, TimeUnit } from '../domain/expressions.ts';
import { weekdays } from '../domain/expressions.ts';
import { type Place, report } from './compiling.ts';
import { units } from './shapes.ts';
import { counts, dates, type Parts, part, type Typed } from './typed.ts';

/** Compiles the operations on dates, times and ages. */
export function compileDate(place: Place, tools: Parts): Typed | null {
  const { raw } = tools;
  if ('age of' in raw) return aged(place, { tools, name: 'age of', kind: 'age' });
  if ('school year group of' in raw)
    return aged(place, { tools, name: 'school year group of', kind: 'school-year' });
  if ('birthday' in raw) {
    const age = part(place, { tools, name: 'birthday', types: counts });
    const born = part(place, { tools, name: 'of', types: dates });
    return age && born && dated({ kind: 'birthday', age: age.calculation, born: born.calculation });
  }
  const unit = units.find((one) => one in raw || `${one}s` in raw);
  if (unit) return moved(place, { tools, unit });
  const measured = units.find((one) => `${one}s from` in raw);
  if (measured) return between(place, { tools, unit: measured });
  if ('first' in raw || 'last' in raw) return nearDay(place, tools);
  return fromOne(place, tools);
}

function dated(calculation: Calculation): Typed {
  return { calculation, type: 'date' };
}

function aged(
  place: Place,
  { tools, name, kind }: { tools: Parts; name: string; kind: 'age' | 'school-year' },
): Typed | null {
  const born = part(place, { tools, name, types: dates });
  const on = part(place, { tools, name: 'on', types: dates });
  if (!born || !on) return null;
  return { calculation: { kind, born: born.calculation, on: on.calculation }, type: 'whole number' };
}

type Unit = (typeof units)[number];
const dateUnits = { day: 'days', week: 'weeks', month: 'months', year: 'years' } as const;
const timeUnits = { hour: 'hours', minute: 'minutes' } as const;

function dateUnitOf(unit: Unit): DateUnit | null {
  return unit in dateUnits ? dateUnits[unit as keyof typeof dateUnits] : null;
}

function timeUnitOf(unit: Unit): TimeUnit {
  return unit === 'minute' ? timeUnits.minute : timeUnits.hour;
}

function moved(place: Place, { tools, unit }: { tools: Parts; unit: Unit }): Typed | null {
  const by = part(place, { tools, name: unit in tools.raw ? unit : `${unit}s`, types: counts });
  const sign = 'before' in tools.raw ? -1 : 1;
  const isTime = unit === 'hour' || unit === 'minute';
  const types = isTime ? (['date and time'] as const) : dates;
  const start = part(place, { tools, name: sign < 0 ? 'before' : 'after', types });
  if (!by || !start) return null;
  const [count, date] = [by.calculation, start.calculation];
  if (isTime) {
    const calculation = { kind: 'moved-time', by: count, unit: timeUnitOf(unit), sign, time: date } as const;
    return { calculation, type: 'date and time' };
  }
  const dateUnit = dateUnitOf(unit);
  if (dateUnit) return dated({ kind: 'moved', by: count, unit: dateUnit, sign, date });
  const calendar = calendarAt(place);
  return calendar && dated({ kind: 'moved-working-days', by: count, sign, date, calendar });
}

function between(place: Place, { tools, unit }: { tools: Parts; unit: Unit }): Typed | null {
  const types = unit === 'hour' || unit === 'minute' ? (['date and time'] as const) : dates;
  const first = part(place, { tools, name: `${unit}s from`, types });
  const last = part(place, { tools, name: 'to', types });
  if (!first || !last) return null;
  const [from, to] = [first.calculation, last.calculation];
  if (unit === 'working day') {
    const calendar = calendarAt(place);
    return (
      calendar && { calculation: { kind: 'working-days-between', from, to, calendar }, type: 'whole number' }
    );
  }
  const passed = dateUnitOf(unit) ?? timeUnitOf(unit);
  return { calculation: { kind: 'between', unit: passed, from, to }, type: 'whole number' };
}

/** The working days by which the scheme counts; reports when the scheme has none. */
function calendarAt(place: Place): Calendar | null {
  const { calendar } = place.compiling;
  if (calendar) return calendar;
  const message =
    'Working days need a calendar: write "calendar: NAME" in scheme.yaml, with a file of that name.';
  return report(place, 'unknown-name', message);
}

/** "last: thursday, before: …" does not take the day itself; "last: thursday, by: …" does. */
function nearDay(place: Place, tools: Parts): Typed | null {
  const { raw } = tools;
  const sign = 'last' in raw ? -1 : 1;
  const name = ['after', 'from', 'before', 'by'].find((word) => word in raw) ?? 'after';
  const isOrOn = name === 'from' || name === 'by';
  const start = part(place, { tools, name, types: dates });
  if (!start) return null;
  const day = String(raw.first ?? raw.last);
  const date = start.calculation;
  if (day !== 'working day') {
    const names: readonly string[] = weekdays;
    const weekday = names.indexOf(day) + 1;
    return dated({ kind: 'near-weekday', weekday, sign, isOrOn, date });
  }
  const calendar = calendarAt(place);
  if (!calendar) return null;
  if (isOrOn) return dated({ kind: 'near-working-day', sign, date, calendar });
  return dated({ kind: 'moved-working-days', by: { kind: 'value', value: 1 }, sign, date, calendar });
}

function fromOne(place: Place, tools: Parts): Typed | null {
  const { raw } = tools;
  if ('weekday of' in raw) {
    const date = part(place, { tools, name: 'weekday of', types: dates });
    return date && { calculation: { kind: 'weekday-of', date: date.calculation }, type: 'text' };
  }
  if ('day of' in raw) {
    const date = part(place, { tools, name: 'day of', types: dates });
    return date && dated({ kind: 'day-of', date: date.calculation });
  }
  if ('time' in raw) {
    const date = part(place, { tools, name: 'on', types: dates });
    const time = String(raw.time);
    return date && { calculation: { kind: 'at-time', time, date: date.calculation }, type: 'date and time' };
  }
  const date = part(place, { tools, name: 'with', types: dates });
  const edge = 'start of' in raw ? 'start' : 'end';
  const of = stretchOf(String(raw['start of'] ?? raw['end of']));
  if (!of)
    return report(place, 'wrong-value', 'This is no day of the year. Write one like "year from 1 July".');
  return date && dated({ kind: 'edge', edge, of, date: date.calculation });
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

function stretchOf(words: string): Stretch | null {
  if (words === 'quarter' || words === 'month' || words === 'week') return { kind: words };
  if (words === 'financial year') return { kind: 'year', month: 4, day: 1 };
  if (words === 'school year') return { kind: 'year', month: 9, day: 1 };
  if (words === 'calendar year') return { kind: 'year', month: 1, day: 1 };
  const [, day, name] = /^year from (\d{1,2}) ([A-Z][a-z]+)$/.exec(words) ?? [];
  const month = months.indexOf(name ?? '') + 1;
  const isReal = month > 0 && Number(day) >= 1 && Number(day) <= 28;
  return isReal ? { kind: 'year', month, day: Number(day) } : null;
}
