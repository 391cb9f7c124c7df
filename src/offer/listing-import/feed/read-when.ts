import { type Day, days, type Time, type When } from '#offer/directory/index.ts';
import type { Taken } from './taken.ts';

const icalDays: Readonly<Record<string, Day>> = {
  MO: 'mon',
  TU: 'tue',
  WE: 'wed',
  TH: 'thu',
  FR: 'fri',
  SA: 'sat',
  SU: 'sun',
};

type Run = { readonly on: readonly Day[]; readonly from: string | null; readonly until: string | null };

/** "10:00", "10:00:00" and "10:00Z" as "10:00"; null for what is no time of day. */
function timeOf(text: string | null): string | null {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)/.exec(text ?? '');
  return match === null ? null : `${(match[1] ?? '').padStart(2, '0')}:${match[2]}`;
}

function times(record: Taken, from: string, until: string): Pick<Run, 'from' | 'until'> {
  const opens = record.text(from);
  const closes = record.text(until);
  const read = { from: timeOf(opens), until: timeOf(closes) };
  if (opens !== null && read.from === null) record.odd(from, 'It is no time of day and was passed over.');
  if (closes !== null && read.until === null) record.odd(until, 'It is no time of day and was passed over.');
  if (read.from !== null && read.until !== null && read.until <= read.from) {
    record.odd(until, 'It ends before it begins, so the times were passed over.');
    return { from: null, until: null };
  }
  return read;
}

/** A schedule of Open Referral UK: days as RFC 5545 writes them. */
function scheduleRun(schedule: Taken): Run {
  const byday = schedule.text('byday') ?? '';
  // A monthly rule writes which of the month before the day: "1MO", "-1FR".
  const on = byday
    .split(',')
    .map(
      (day) =>
        icalDays[
          day
            .trim()
            .toUpperCase()
            .replace(/^[-+]?\d+/, '')
        ],
    )
    .filter((day) => day !== undefined);
  const frequency = schedule.text('freq');
  if (frequency !== null && !['WEEKLY', 'DAILY'].includes(frequency.toUpperCase()))
    schedule.odd(
      'freq',
      'A listing knows weeks alone; the days were taken and the rhythm stands in the note.',
    );
  return { on, ...times(schedule, 'opens_at', 'closes_at') };
}

/** A schedule of the older kind: one day by its English name. */
function weekdayRun(schedule: Taken): Run {
  const name = (schedule.text('weekday') ?? '').slice(0, 3).toLowerCase();
  const day = days.find((one) => one === name);
  return { on: day === undefined ? [] : [day], ...times(schedule, 'opens_at', 'closes_at') };
}

/** When of the week it runs, as the directory's filters know it; from the days and the hour at which it begins. */
function timesOf(runs: readonly Run[]): readonly Time[] {
  const found = new Set<Time>();
  for (const { on, from } of runs) {
    if (on.some((day) => day === 'sat' || day === 'sun')) found.add('weekend');
    if (!on.some((day) => day !== 'sat' && day !== 'sun') || from === null) continue;
    found.add(from < '15:00' ? 'school-day' : from < '17:30' ? 'after-school' : 'evening');
  }
  return found.size === 0 ? ['by-arrangement'] : [...found];
}

/**
 * When a service runs, out of its schedules. A listing has one time of day for all its days: where days have
 * different ones, they stand in the note in words.
 */
export function readWhen(service: Taken): When {
  const all = [
    ...service.records('schedules').map(scheduleRun),
    ...service.records('regular_schedules').map(weekdayRun),
  ];
  const runs = all.filter(({ on }) => on.length > 0);
  const hours = new Set(runs.map(({ from, until }) => `${from ?? '?'}–${until ?? '?'}`));
  const [first] = runs;
  const isOneTime = hours.size === 1 && first !== undefined && first.from !== null && first.until !== null;
  const on = days.filter((day) => runs.some((run) => run.on.includes(day)));
  const note =
    hours.size > 1
      ? runs.map((run) => `${run.on.join(', ')} ${run.from ?? '?'} to ${run.until ?? '?'}`).join('; ')
      : null;
  return {
    times: timesOf(runs),
    days: on,
    from: isOneTime && first.from !== null ? Temporal.PlainTime.from(first.from) : null,
    until: isOneTime && first.until !== null ? Temporal.PlainTime.from(first.until) : null,
    note,
  };
}
