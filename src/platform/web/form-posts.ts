import { createHash } from 'node:crypto';
import { isId } from '#kernel/id.ts';
import type { Transaction } from '#platform/database/index.ts';
import { type FormBody, firstValue } from './form.ts';
import type { Upload } from './visit.ts';

/** The hidden field that tells one showing of a form from another. */
export const formTokenField = '_form';

export type FirstOrAgain =
  | { readonly isFirst: true }
  | { readonly isFirst: false; readonly location: string | null };

/** A form as it came in: whose it is, where it went, and what it holds. */
export type PostOfForm = {
  readonly authorityId: string;
  readonly personId: string | null;
  readonly path: string;
  readonly form: FormBody;
  readonly uploads: readonly Upload[];
};

/**
 * The name under which a post is known again; null for a form without a token. It is made of the person and
 * the path as well, so that nobody's form is answered with what another person's, or another page's, led to;
 * and of what it says, so that a change that somebody went back for is not taken for the same again.
 */
function nameOf({ personId, path, form, uploads }: PostOfForm): string | null {
  const token = firstValue(form, formTokenField);
  if (!isId(token)) return null;
  const typed = [...form].filter(([field]) => !field.startsWith('_'));
  const sum = createHash('sha256').update(JSON.stringify([personId, token.toLowerCase(), path, typed]));
  for (const { field, name, bytes } of uploads)
    sum.update(JSON.stringify([field, name, bytes.length])).update(bytes);
  const hash = sum.digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-${hash.slice(12, 16)}-${hash.slice(16, 20)}-${hash.slice(20, 32)}`;
}

/**
 * Takes note that a form came in. The same form sent twice (a second tap, a back button, a network that
 * tries again) is recognised by its token, also while the first is still under way: the second waits for it.
 */
export async function takeFormOnce(
  transaction: Transaction,
  post: PostOfForm & { readonly at: Temporal.Instant },
): Promise<FirstOrAgain> {
  const token = nameOf(post);
  if (token === null) return { isFirst: true };
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
  post: PostOfForm & { readonly location: string },
): Promise<void> {
  const token = nameOf(post);
  if (token === null) return;
  await transaction
    .updateTable('form_posts')
    .set({ location: post.location })
    .where('authority_id', '=', post.authorityId)
    .where('token', '=', token)
    .execute();
}
