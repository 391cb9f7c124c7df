import { formatPounds } from '#kernel/money.ts';
import type { AwardRhythm, Granted } from './award.ts';

const each: Record<AwardRhythm, string> = {
  period: '',
  week: ' a week',
  'four-weeks': ' every 4 weeks',
  month: ' a month',
  year: ' a year',
};

/** Writes whole minutes as hours for people: "40 hours", "1 hour", "2 hours 30 minutes", "45 minutes". */
export function formatHours(minutes: number): string {
  const rest = minutes % 60;
  const hours = (minutes - rest) / 60;
  const inHours = hours === 0 ? '' : `${hours} ${hours === 1 ? 'hour' : 'hours'}`;
  const inMinutes = rest === 0 ? '' : `${rest} ${rest === 1 ? 'minute' : 'minutes'}`;
  return inHours === '' && inMinutes === '' ? 'no hours' : [inHours, inMinutes].filter(Boolean).join(' ');
}

/** Writes what was granted for people: "£500", "40 hours a year", "£200 and 24 nights". */
export function formatGranted(granted: Granted): string {
  const parts = [
    granted.amount !== null && formatPounds(granted.amount),
    granted.minutes !== null && formatHours(granted.minutes),
    granted.nights !== null && `${granted.nights} ${granted.nights === 1 ? 'night' : 'nights'}`,
  ].filter((part) => part !== false);
  const last = parts.at(-1) ?? '';
  const words = parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
  return `${words}${each[granted.per]}`;
}
