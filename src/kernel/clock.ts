/** Where the time comes from. Only the edge of the program asks the machine; everything else is given a clock. */
export type Clock = {
  /** The instant now. */
  now(): Temporal.Instant;
  /** The date now in England, where the clocks change. */
  today(): Temporal.PlainDate;
};

/** The time zone of every authority that Daybreak serves. */
export const england = 'Europe/London';

/** The date in England at an instant. */
export function dateInEngland(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(england).toPlainDate();
}

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Temporal.Now.instant().round('millisecond'),
  today: () => Temporal.Now.plainDateISO(england),
};

/** A clock for tests and demonstrations that stands at `instant` until it is moved. */
export function settableClock(instant: Temporal.Instant): Clock & { moveTo(next: Temporal.Instant): void } {
  let current = instant;
  return {
    now: () => current,
    today: () => dateInEngland(current),
    moveTo(next) {
      current = next;
    },
  };
}
