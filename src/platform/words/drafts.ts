import type { Transaction } from '#platform/database/index.ts';
import type { Words } from './template.ts';

/** Words that somebody is writing, and why they change them. */
export type DraftWords = Words & { readonly note: string };

type Whose = { readonly authorityId: string; readonly templateId: string; readonly personId: string };

/** What a person has begun to write for a template; null when nothing. */
export async function draftOf(transaction: Transaction, whose: Whose): Promise<DraftWords | null> {
  const row = await transaction
    .selectFrom('word_drafts')
    .select(['subject', 'body', 'note'])
    .where('authority_id', '=', whose.authorityId)
    .where('template_id', '=', whose.templateId)
    .where('person_id', '=', whose.personId)
    .executeTakeFirst();
  return row ?? null;
}

/** Keeps what a person has written so far. */
export async function saveDraft(
  transaction: Transaction,
  draft: Whose & DraftWords & { readonly at: Temporal.Instant },
): Promise<void> {
  const values = { subject: draft.subject, body: draft.body, note: draft.note, saved_at: draft.at };
  await transaction
    .insertInto('word_drafts')
    .values({
      authority_id: draft.authorityId,
      template_id: draft.templateId,
      person_id: draft.personId,
      ...values,
    })
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'template_id', 'person_id']).doUpdateSet(values),
    )
    .execute();
}

/** Takes a draft away, once it is published. */
export async function removeDraft(transaction: Transaction, whose: Whose): Promise<void> {
  await transaction
    .deleteFrom('word_drafts')
    .where('authority_id', '=', whose.authorityId)
    .where('template_id', '=', whose.templateId)
    .where('person_id', '=', whose.personId)
    .execute();
}
