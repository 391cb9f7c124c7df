/** How many weeks before a letter lapses its family is reminded. */
export const reminderWeeks = [6, 2] as const;

/** Where a letter stands on a day. The last day on which it holds is still good. */
export type EvidenceLife = 'holds' | 'lapses-soon' | 'lapsed' | 'has-no-end' | 'not-yet';

type Dated = {
  readonly holdsFrom: Temporal.PlainDate | null;
  readonly holdsUntil: Temporal.PlainDate | null;
};

/** Gives where a letter stands on a day. */
export function lifeOf(letter: Dated, today: Temporal.PlainDate): EvidenceLife {
  if (letter.holdsFrom !== null && Temporal.PlainDate.compare(today, letter.holdsFrom) < 0) return 'not-yet';
  if (letter.holdsUntil === null) return 'has-no-end';
  if (Temporal.PlainDate.compare(letter.holdsUntil, today) < 0) return 'lapsed';
  return reminderDue(letter.holdsUntil, today) === null ? 'holds' : 'lapses-soon';
}

/**
 * Which reminder is due for a letter that holds until a day: the nearest whose time has come, in weeks; null
 * before the first, and once the letter has lapsed.
 */
export function reminderDue(until: Temporal.PlainDate, today: Temporal.PlainDate): 6 | 2 | null {
  if (Temporal.PlainDate.compare(until, today) < 0) return null;
  const due = reminderWeeks.filter(
    (weeks) => Temporal.PlainDate.compare(until.subtract({ weeks }), today) <= 0,
  );
  return due.at(-1) ?? null;
}
