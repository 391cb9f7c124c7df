import type { Listing } from '#offer/directory/index.ts';

type When = Listing['when'];
type Day = When['days'][number];
type Season = NonNullable<Listing['runs']['season']>;

const dayNames: readonly Day[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Words that say that it doesn't run each week. Which weeks it runs, the days of the week alone cannot tell. */
const notEachWeek =
  /\b(monthly|fortnightly|once a (month|term|year|fortnight)|twice a (month|term|year)|(each|every|per) (month|term|fortnight)|every (other|second|third|fourth|few) \w+|every (two|three|four|six) (weeks|months)|(first|second|third|fourth|last) (mon|tues|wednes|thurs|fri|satur|sun)day|alternate|termly|some weeks)\b/i;

/** A run that repeats on days of the week between two times of the day. */
export type Rhythm = {
  /** In the order of the week. */
  readonly days: readonly Day[];
  readonly from: Temporal.PlainTime;
  /** Not after `from` where it ends the next day. */
  readonly until: Temporal.PlainTime;
  readonly season: Season;
};

/** In which part of the year it runs: as it says, or else as its times do ("after school" is term time). */
export function seasonOf(listing: Pick<Listing, 'runs'>, when: Pick<When, 'times'>): Season {
  if (listing.runs.season !== null) return listing.runs.season;
  const times = when.times.filter((time) => time !== 'by-arrangement');
  if (times.length === 0) return 'all-year';
  if (times.every((time) => time === 'school-holidays')) return 'holidays';
  return times.every((time) => time === 'after-school' || time === 'school-day') ? 'term-time' : 'all-year';
}

/**
 * The rhythm in which a listing runs at one of its places, or null where nobody can know its days: it is by
 * arrangement, says no days or hours, or says that it does not run each week.
 */
export function rhythmOf(
  listing: Pick<Listing, 'runs' | 'summary' | 'description'>,
  when: When,
): Rhythm | null {
  const { days, from, until, times, note } = when;
  if (from === null || until === null || days.length === 0 || times.includes('by-arrangement')) return null;
  if ([listing.summary, listing.description, note ?? ''].some((text) => notEachWeek.test(text))) return null;
  return {
    days: dayNames.filter((day) => days.includes(day)),
    from,
    until,
    season: seasonOf(listing, when),
  };
}

/** The day of the week of a date, as listings name it. */
export function dayName(date: Temporal.PlainDate): Day {
  const name = dayNames[date.dayOfWeek - 1];
  if (name === undefined) throw new Error(`${date} has no day of the week`);
  return name;
}
