import { type RawBuilder, sql } from 'kysely';

/** A listing that nobody checked for so many calendar months is not shown any more. */
export const HIDDEN_AFTER_MONTHS = 12;

/** Whether a row of listings is shown on a day: not withdrawn, between its days, and checked not too long ago. */
export function isShownOn(today: Temporal.PlainDate): RawBuilder<boolean> {
  return sql<boolean>`(withdrawn_at is null
    and (shown_from is null or shown_from <= ${today}) and (shown_until is null or shown_until >= ${today})
    and checked_on >= ${today.subtract({ months: HIDDEN_AFTER_MONTHS })})`;
}
