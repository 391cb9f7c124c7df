import { type Day, days, type When } from '#offer/directory/index.ts';

/** How often something comes back, as RFC 5545 says it. */
export type Rhythm = {
  readonly freq: 'WEEKLY' | 'MONTHLY';
  /** "SA", "MO,WE", "1SU". */
  readonly byday: string;
};

const codes: Readonly<Record<Day, string>> = {
  mon: 'MO',
  tue: 'TU',
  wed: 'WE',
  thu: 'TH',
  fri: 'FR',
  sat: 'SA',
  sun: 'SU',
};
const ordinals: ReadonlyMap<string, number> = new Map([
  ['first', 1],
  ['1st', 1],
  ['second', 2],
  ['2nd', 2],
  ['third', 3],
  ['3rd', 3],
  ['fourth', 4],
  ['4th', 4],
  ['last', -1],
]);
const ordinal = [...ordinals.keys()].join('|');

/** "First and third Saturday of the month": the ordinals, and the three letters of the day. */
const monthly = new RegExp(
  `\\b((?:${ordinal})(?:(?:\\s*,\\s*|\\s+and\\s+|\\s*&\\s*)(?:${ordinal}))*)\\s+(mon|tue|wed|thu|fri|sat|sun)[a-z]*\\s+(?:of|in|each|every)?\\s*(?:the|each|every|a)?\\s*month`,
  'i',
);

/** Words by which something does not come each week, though its days of the week are given. */
const notWeekly =
  /\b(?:month|months|monthly|fortnight\w*|alternate|alternating|every other|every second|every (?:two|three|four|2|3|4) weeks|once a (?:term|year|quarter)|termly|some (?:mon|tues|wednes|thurs|fri|satur|sun)days)\b/i;

/** The days of the week as RFC 5545 writes them, in the order of the week: "MO,SA"; null where there are none. */
export function bydayOf(when: Pick<When, 'days'>): string | null {
  const on = days.filter((day) => when.days.includes(day)).map((day) => codes[day]);
  return on.length === 0 ? null : on.join(',');
}

/** The code of the day of the week on which a date falls. */
export function codeOf(date: Temporal.PlainDate): string {
  return codes[days[date.dayOfWeek - 1] ?? 'mon'];
}

/**
 * The rule by which a listing's times come back; null where its words say that they do not come each week and no
 * rule can be read from them: "once a month" names no day that a calendar could hold.
 */
export function rhythmOf(when: Pick<When, 'days' | 'note'>): Rhythm | null {
  const byday = bydayOf(when);
  if (byday === null) return null;
  const [, which, day] = monthly.exec(when.note ?? '') ?? [];
  const only = when.days.length === 1 ? when.days[0] : undefined;
  if (which !== undefined && only !== undefined && day?.toLowerCase() === only) {
    const numbers = [...which.matchAll(new RegExp(ordinal, 'gi'))].map(([word]) =>
      ordinals.get(word.toLowerCase()),
    );
    return { freq: 'MONTHLY', byday: numbers.map((number) => `${number}${codes[only]}`).join(',') };
  }
  return notWeekly.test(when.note ?? '') ? null : { freq: 'WEEKLY', byday };
}

/** The first date on or after `from` that falls on one of the days. */
export function firstOn(from: Temporal.PlainDate, on: readonly Day[]): Temporal.PlainDate | null {
  for (let ahead = 0; ahead < 7; ahead++) {
    const date = from.add({ days: ahead });
    if (on.some((day) => codes[day] === codeOf(date))) return date;
  }
  return null;
}
