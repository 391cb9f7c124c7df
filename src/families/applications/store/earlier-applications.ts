import { ofChild, type Transaction } from '#platform/database/index.ts';
import type { Answers } from '../domain/answers.ts';
import type { Application } from '../domain/application.ts';
import { toApplication } from './applications.ts';

/** What was said of a child in the last application that was sent, and by whom; null when there is none. */
export async function lastAnswersFor(
  transaction: Transaction,
  about: { readonly authorityId: string; readonly childId: string },
): Promise<{ readonly answers: Answers; readonly personId: string } | null> {
  const row = await transaction
    .selectFrom('applications')
    .select(['answers', 'person_id'])
    .where('authority_id', '=', about.authorityId)
    .where(ofChild('child_id', about))
    .where('sent_at', 'is not', null)
    .orderBy('sent_at', 'desc')
    .executeTakeFirst();
  return row === undefined ? null : { answers: row.answers as Answers, personId: row.person_id };
}

/** The answers of the last application that a person sent; null when there is none. */
export async function lastAnswersOf(
  transaction: Transaction,
  whose: { readonly authorityId: string; readonly personId: string },
): Promise<Answers | null> {
  const row = await transaction
    .selectFrom('applications')
    .select('answers')
    .where('authority_id', '=', whose.authorityId)
    .where('person_id', '=', whose.personId)
    .where('sent_at', 'is not', null)
    .orderBy('sent_at', 'desc')
    .executeTakeFirst();
  return row === undefined ? null : (row.answers as Answers);
}

/** The last application that was sent for a child under a scheme and not taken back; null when there is none. */
export async function lastSentFor(
  transaction: Transaction,
  about: { readonly authorityId: string; readonly childId: string; readonly schemeId: string },
): Promise<Application | null> {
  const row = await transaction
    .selectFrom('applications')
    .selectAll()
    .where('authority_id', '=', about.authorityId)
    .where(ofChild('child_id', about))
    .where('scheme_id', '=', about.schemeId)
    .where('sent_at', 'is not', null)
    .where('state', '<>', 'withdrawn')
    .orderBy('sent_at', 'desc')
    .executeTakeFirst();
  return row === undefined ? null : toApplication(row);
}
