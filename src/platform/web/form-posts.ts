import { isId } from '#kernel/id.ts';
import type { Transaction } from '#platform/database/index.ts';
import { type FormBody, firstValue } from './form.ts';

/** The hidden field that tells one showing of a form from another. */
export const formTokenField = '_form';

export type FirstOrAgain =
  | { readonly isFirst: true }
  | { readonly isFirst: false; readonly location: string | null };

/**
 * Takes note that a form came in. The same form sent twice (a second tap, a back button, a network that
 * tries again) is recognised by its token, also while the first is still under way: the second waits for it.
 */
export async function takeFormOnce(
  transaction: Transaction,
  post: { readonly authorityId: string; readonly form: FormBody; readonly at: Temporal.Instant },
): Promise<FirstOrAgain> {
  const token = firstValue(post.form, formTokenField);
  if (!isId(token)) return { isFirst: true };
  const inserted = await transaction
    .insertInto('form_posts')
    .values({ authority_id: post.authorityId, token, at: post.at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('token')
    .executeTakeFirst();
  if (inserted !== undefined) return { isFirst: true };
  const before = await transaction
    .selectFrom('form_posts')
    .select('location')
    .where('authority_id', '=', post.authorityId)
    .where('token', '=', token)
    .executeTakeFirst();
  return { isFirst: false, location: before?.location ?? null };
}

/** Keeps where the first answer led, for the second. */
export async function keepAnswer(
  transaction: Transaction,
  post: { readonly authorityId: string; readonly form: FormBody; readonly location: string },
): Promise<void> {
  const token = firstValue(post.form, formTokenField);
  if (!isId(token)) return;
  await transaction
    .updateTable('form_posts')
    .set({ location: post.location })
    .where('authority_id', '=', post.authorityId)
    .where('token', '=', token)
    .execute();
}
