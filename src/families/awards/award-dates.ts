import { type Authority, lastDayBy } from '#platform/authorities/index.ts';
import { lastDayBefore } from './domain/award.ts';

/** The days of an award: its first and last, and those within it on which it is looked at again. */
export type AwardDates = {
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  /** In order; at least one. */
  readonly reviews: readonly [Temporal.PlainDate, ...Temporal.PlainDate[]];
};

/** Gives the days of an award that starts on a day, by the clocks of the council that hold on that day. */
export function awardDates(authority: Authority, startsOn: Temporal.PlainDate): AwardDates {
  const from = startsOn;
  const endsOn = lastDayBefore(startsOn, lastDayBy(authority, { id: 'award-lasts', from }));
  const first = lastDayBy(authority, { id: 'award-review-first', from });
  const second = lastDayBy(authority, { id: 'award-review-second', from });
  return {
    startsOn,
    endsOn,
    reviews: Temporal.PlainDate.compare(second, endsOn) <= 0 ? [first, second] : [first],
  };
}
