import { pence } from '#kernel/money.ts';
import type { Transaction } from '#platform/database/index.ts';
import type { Choice } from '../domain/choice.ts';

type Whose = { readonly authorityId: string; readonly applicationId: string; readonly personId: string };

/** What an officer is about to decide, and when it was written down. */
export type Draft = Choice & { readonly savedAt: Temporal.Instant };

/** Gives what this officer is about to decide of an application, if they have begun. */
export async function draftOf(transaction: Transaction, whose: Whose): Promise<Draft | null> {
  const row = await transaction
    .selectFrom('decision_drafts')
    .selectAll()
    .where('authority_id', '=', whose.authorityId)
    .where('application_id', '=', whose.applicationId)
    .where('person_id', '=', whose.personId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    kind: row.choice as Choice['kind'],
    bandId: row.band_id,
    amount: row.amount_pence === null ? null : pence(row.amount_pence),
    minutes: row.minutes,
    nights: row.nights,
    because: row.because,
    wordsForFamily: row.words_for_family,
    savedAt: row.saved_at,
  };
}

/** Keeps what this officer is about to decide, over what they had written before. */
export async function saveDraft(
  transaction: Transaction,
  whose: Whose & { readonly choice: Choice; readonly at: Temporal.Instant },
): Promise<void> {
  const { choice } = whose;
  const columns = {
    choice: choice.kind,
    band_id: choice.bandId,
    amount_pence: choice.amount,
    minutes: choice.minutes,
    nights: choice.nights,
    because: choice.because,
    words_for_family: choice.wordsForFamily,
    saved_at: whose.at,
  };
  await transaction
    .insertInto('decision_drafts')
    .values({
      authority_id: whose.authorityId,
      application_id: whose.applicationId,
      person_id: whose.personId,
      ...columns,
    })
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'application_id', 'person_id']).doUpdateSet(columns),
    )
    .execute();
}

/** Forgets it: it has been decided. */
export async function removeDraft(transaction: Transaction, whose: Whose): Promise<void> {
  await transaction
    .deleteFrom('decision_drafts')
    .where('authority_id', '=', whose.authorityId)
    .where('application_id', '=', whose.applicationId)
    .where('person_id', '=', whose.personId)
    .execute();
}
