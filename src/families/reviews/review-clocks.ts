import { type Authority, lastDayBy } from '#platform/authorities/index.ts';
import type { ReviewClocks } from './domain/schedule.ts';

/** The clocks of a council by which awards are looked at again, and those of the law, each by what holds on its day. */
export function reviewClocksOf(authority: Authority): ReviewClocks {
  const by = (id: string) => (from: Temporal.PlainDate) => lastDayBy(authority, { id, from });
  return {
    second: by('award-review-second'),
    yearly: by('award-review-yearly'),
    section17: by('review-section-17'),
    section20First: by('review-section-20-first'),
    section20: by('review-section-20'),
  };
}
