import { formatPounds } from '#kernel/money.ts';
import { type Cost, type Day, days, type Listing, type Tier, times, type When } from './listing.ts';

/** How much support a tier means, in a few words and in a sentence. */
export const tierWords: Readonly<Record<Tier, { readonly short: string; readonly long: string }>> = {
  universal: { short: 'Open to all', long: 'Open to all children. You do not need an assessment.' },
  targeted: {
    short: 'Extra support',
    long: 'For disabled children who need extra support to join in.',
  },
  specialist: {
    short: 'Specialist support',
    long: 'For children with complex needs, after an assessment by the council.',
  },
};

const dayNames: Readonly<Record<Day, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

/** Joins words as a sentence does: "one", "one and two", "one, two and three". */
export function listInWords(words: readonly string[]): string {
  if (words.length <= 1) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

/** "Ages 5 to 12", "Age 16", "All ages up to 25". */
export function agesInWords({ from, to }: Listing['ages']): string {
  if (from === to) return `Age ${from}`;
  return from === 0 ? `All ages up to ${to}` : `Ages ${from} to ${to}`;
}

/** A time of day as people say it: "10am", "6:30pm", "midday", "midnight". */
export function timeInWords({ hour, minute }: Temporal.PlainTime): string {
  if (minute === 0 && hour === 12) return 'midday';
  if (minute === 0 && hour === 0) return 'midnight';
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/** "Saturdays", "Tuesdays and Thursdays", "Monday to Friday", "Every day". */
export function daysInWords(chosen: readonly Day[]): string {
  const inOrder = days.filter((day) => chosen.includes(day));
  if (inOrder.length === days.length) return 'Every day';
  const first = inOrder[0];
  const last = inOrder[inOrder.length - 1];
  if (first === undefined || last === undefined) return '';
  const isRun = days.indexOf(last) - days.indexOf(first) === inOrder.length - 1;
  if (isRun && inOrder.length > 2) return `${dayNames[first]} to ${dayNames[last]}`;
  return listInWords(inOrder.map((day) => `${dayNames[day]}s`));
}

/** "Weekends: Saturdays, 10am to 11am". The note stands apart. */
export function whenInWords(when: When): string {
  const kinds = when.times.map((time, index) => (index === 0 ? times[time] : times[time].toLowerCase()));
  const hours =
    when.from === null || when.until === null
      ? ''
      : `${timeInWords(when.from)} to ${timeInWords(when.until)}`;
  const exactly = [daysInWords(when.days), hours].filter((part) => part !== '').join(', ');
  return exactly === '' ? listInWords(kinds) : `${listInWords(kinds)}: ${exactly}`;
}

/** "Free", "£6 a session", or what there is to say. */
export function costInWords(cost: Cost): string {
  switch (cost.kind) {
    case 'free':
      return 'Free';
    case 'amount':
      return `${formatPounds(cost.pence)} ${cost.per === 'hour' ? 'an' : 'a'} ${cost.per}`;
    case 'ask':
      return cost.note;
  }
}

/** "Otters Pool, Gillingham", "Across Medway", "Online". */
export function placeInWords(place: Listing['place']): string {
  switch (place.kind) {
    case 'at':
      return `${place.name}, ${place.locality}`;
    case 'area':
      return place.area;
    case 'online':
      return 'Online';
  }
}

/** "1 member of staff to 2 children". */
export function ratioInWords(ratio: Listing['ratios'][number]): string {
  const [staff, children] = ratio.split(':');
  return `${staff === '1' ? '1 member' : `${staff} members`} of staff to ${children === '1' ? '1 child' : `${children} children`}`;
}
