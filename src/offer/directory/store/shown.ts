import { type RawBuilder, sql } from 'kysely';

/** A listing that nobody checked for so many calendar months is not shown, where the authority's file says nothing yet. */
export const HIDDEN_UNLESS_SAID = 12;

/**
 * Whether a row of listings is shown on a day: not withdrawn, between its days, and checked not longer ago than its
 * authority hides. A month back from 31 March is 28 February here as it is in memory.
 */
export function isShownOn(today: Temporal.PlainDate): RawBuilder<boolean> {
  return sql<boolean>`(withdrawn_at is null
    and (shown_from is null or shown_from <= ${today}) and (shown_until is null or shown_until >= ${today})
    and checked_on >= (${today}::date - make_interval(months => coalesce((select state.hidden_after_months
      from directory_state as state where state.authority_id = listings.authority_id), ${HIDDEN_UNLESS_SAID}))))`;
}
