/** How often somebody wants to be told. */
export const frequencies = { weekly: 'Once a week', monthly: 'Once a month' } as const;
export type Frequency = keyof typeof frequencies;

/** A request to be told of what is new. */
export type Alert = {
  readonly id: string;
  readonly email: string;
  /** The query of a search of the directory, and how often; null for the newsletter alone. */
  readonly wanted: { readonly search: string; readonly frequency: Frequency } | null;
  readonly wantsNewsletter: boolean;
  readonly askedAt: Temporal.Instant;
  readonly confirmedAt: Temporal.Instant | null;
  /** What came up to then was told already. */
  readonly toldUntil: Temporal.Instant;
};

/** A request that nobody confirms is kept for so many days. */
export const unconfirmedDays = 7;

/** One address may ask so many times a day: nobody fills another's letter box. */
export const asksADay = 5;

/**
 * The first day on which a digest may go to somebody who was told on a day. A month has its own length: told on 31
 * January, the next comes on 28 February (29 in a leap year), as `Temporal` counts months.
 */
export function nextDigestOn(toldOn: Temporal.PlainDate, frequency: Frequency): Temporal.PlainDate {
  return frequency === 'weekly' ? toldOn.add({ weeks: 1 }) : toldOn.add({ months: 1 });
}

/**
 * The age that a search means some time after it was asked for: a child of whom "8" was said a year ago is about 9.
 * Whole years since, and never above 25, where short breaks end.
 */
export function ageByNow(
  asked: { readonly age: number; readonly on: Temporal.PlainDate },
  today: Temporal.PlainDate,
): number {
  const years = asked.on.until(today, { largestUnit: 'years' }).years;
  return Math.min(25, asked.age + Math.max(0, years));
}
