import { england } from '#kernel/clock.ts';
import { context, seriesAddress } from './session-series.ts';

/** What a session must say of itself to be told as open data. */
export type SessionToTell = {
  readonly id: string;
  readonly seriesId: string;
  readonly slug: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly places: number | null;
  readonly placesLeft: number | null;
  readonly isCancelled: boolean;
};

/** An instant as the clock in the hall says it, with how far that is from UTC: "2026-12-05T10:00:00+00:00". */
function zoned(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO(england).toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** A dated session as Modelling Opportunity Data 2.0 describes it; what it shares with the others is in its series. */
export function scheduledSession(session: SessionToTell, origin: string): object {
  const { places, placesLeft } = session;
  return {
    '@context': context,
    '@type': 'ScheduledSession',
    '@id': `${origin}/openactive/scheduled-sessions/${session.id}`,
    superEvent: seriesAddress(origin, session.seriesId),
    startDate: zoned(session.startsAt),
    endDate: zoned(session.endsAt),
    duration: session.startsAt.until(session.endsAt, { largestUnit: 'hours' }).toString(),
    url: `${origin}/find/${session.slug}`,
    eventStatus: session.isCancelled
      ? 'https://schema.org/EventCancelled'
      : 'https://schema.org/EventScheduled',
    ...(places === null ? {} : { maximumAttendeeCapacity: places }),
    ...(placesLeft === null ? {} : { remainingAttendeeCapacity: placesLeft }),
  };
}
