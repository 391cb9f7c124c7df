import { england } from '#kernel/clock.ts';
import { type SessionAhead, sessionsAhead, termDatesOf } from '#offer/sessions/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { Listing } from '../domain/listing.ts';
import { type TimeOnClock, type WeeklyRun, weeklyRuns } from '../domain/weekly-runs.ts';

/** A calendar file says when something runs for so many months ahead. */
const MONTHS_AHEAD = 12;

function onClock({ placeNumber, onDay, startsAt, endsAt }: SessionAhead): TimeOnClock {
  const start = startsAt.toZonedDateTimeISO(england);
  const end = endsAt.toZonedDateTimeISO(england);
  return {
    placeNumber,
    onDay,
    from: start.toPlainTime(),
    until: end.toPlainTime(),
    nights: onDay.until(end.toPlainDate()).days,
  };
}

/**
 * When a listing runs in the year from today, as runs that repeat each week: what its rhythm, its season, the terms
 * of the authority and its own dates say. None while nobody can know its days.
 */
export function timesOfListing(
  { authority, clock }: Pick<Visit, 'authority' | 'clock'>,
  listing: Listing,
): readonly WeeklyRun[] {
  const from = clock.today();
  const span = { from, until: from.add({ months: MONTHS_AHEAD }) };
  const { calendar } = termDatesOf(authority);
  return weeklyRuns(sessionsAhead(listing, { span, calendar }).map(onClock));
}
