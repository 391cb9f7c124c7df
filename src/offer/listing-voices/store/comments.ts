import type { Transaction } from '#platform/database/index.ts';
import type { Comment, CommentStep, Outcome, PublishedComment, Sayer } from '../domain/voices.ts';

/** Keeps a comment as it was written. */
export async function insertComment(
  transaction: Transaction,
  given: { readonly authorityId: string; readonly comment: Comment; readonly at: Temporal.Instant },
): Promise<void> {
  const { comment } = given;
  await transaction
    .insertInto('listing_comments')
    .values({
      authority_id: given.authorityId,
      id: comment.id,
      listing_slug: comment.listingSlug,
      said_by: comment.saidBy,
      words: comment.words,
      email: comment.email,
      made_on: comment.madeOn,
      created_at: given.at,
    })
    .execute();
}

/** Adds what staff did. Its number says which steps whoever did it had seen. */
export async function insertCommentStep(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly id: string;
    readonly commentId: string;
    readonly step: CommentStep;
    readonly byId: string;
  },
): Promise<void> {
  const { step } = given;
  await transaction
    .insertInto('listing_comment_steps')
    .values({
      authority_id: given.authorityId,
      id: given.id,
      comment_id: given.commentId,
      number: step.number,
      kind: step.kind,
      words: step.words,
      outcome: step.kind === 'answered' ? step.outcome : null,
      on_day: step.onDay,
      at: step.at,
      by_id: given.byId,
      by_name: step.byName,
    })
    .execute();
}

export type CommentWithSteps = Comment & { readonly steps: readonly CommentStep[] };

/** Comments with their steps, the oldest first; one of them where its id is given. */
export async function commentsWithSteps(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly commentId?: string },
): Promise<readonly CommentWithSteps[]> {
  const { authorityId, commentId } = wanted;
  let query = transaction.selectFrom('listing_comments').selectAll().where('authority_id', '=', authorityId);
  if (commentId !== undefined) query = query.where('id', '=', commentId);
  const rows = await query.orderBy('made_on').orderBy('id').execute();
  let taken = transaction
    .selectFrom('listing_comment_steps')
    .selectAll()
    .where('authority_id', '=', authorityId);
  if (commentId !== undefined) taken = taken.where('comment_id', '=', commentId);
  const steps = Map.groupBy(await taken.orderBy('number').execute(), (step) => step.comment_id);
  return rows.map((row) => ({
    id: row.id,
    listingSlug: row.listing_slug,
    saidBy: row.said_by as Sayer,
    words: row.words,
    email: row.email,
    madeOn: row.made_on,
    steps: (steps.get(row.id) ?? []).map(stepOf),
  }));
}

function stepOf(row: {
  readonly number: number;
  readonly kind: string;
  readonly at: Temporal.Instant;
  readonly by_name: string;
  readonly words: string;
  readonly on_day: Temporal.PlainDate;
  readonly outcome: string | null;
}): CommentStep {
  const all = { number: row.number, at: row.at, byName: row.by_name, words: row.words, onDay: row.on_day };
  return row.outcome === null
    ? { ...all, kind: row.kind as 'published' | 'not-published' | 'taken-down' }
    : { ...all, kind: 'answered', outcome: row.outcome as Outcome };
}

/** Makes public what may be read of a comment now, or takes it away where nothing may. */
export async function savePublished(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly commentId: string;
    readonly published: PublishedComment | null;
  },
): Promise<void> {
  const { authorityId, commentId, published } = given;
  await transaction
    .deleteFrom('published_comments')
    .where('authority_id', '=', authorityId)
    .where('comment_id', '=', commentId)
    .execute();
  if (published === null) return;
  await transaction
    .insertInto('published_comments')
    .values({
      authority_id: authorityId,
      comment_id: commentId,
      listing_slug: published.listingSlug,
      said_by: published.saidBy,
      said_on: published.saidOn,
      words: published.words,
      published_on: published.publishedOn,
      answer: published.answer?.words ?? null,
      outcome: published.answer?.outcome ?? null,
      answered_on: published.answer?.on ?? null,
    })
    .execute();
}

/** The published comments of a listing, or of a span of days, the newest first. */
export async function publishedComments(
  transaction: Transaction,
  wanted: {
    readonly authorityId: string;
    readonly listingSlug?: string;
    readonly from?: Temporal.PlainDate;
    readonly until?: Temporal.PlainDate;
  },
): Promise<readonly PublishedComment[]> {
  let query = transaction
    .selectFrom('published_comments')
    .selectAll()
    .where('authority_id', '=', wanted.authorityId);
  if (wanted.listingSlug !== undefined) query = query.where('listing_slug', '=', wanted.listingSlug);
  if (wanted.from !== undefined) query = query.where('said_on', '>=', wanted.from);
  if (wanted.until !== undefined) query = query.where('said_on', '<=', wanted.until);
  const rows = await query.orderBy('said_on', 'desc').orderBy('comment_id', 'desc').execute();
  return rows.map((row) => ({
    id: row.comment_id,
    listingSlug: row.listing_slug,
    saidBy: row.said_by as Sayer,
    saidOn: row.said_on,
    words: row.words,
    publishedOn: row.published_on,
    answer:
      row.answer === null || row.answered_on === null
        ? null
        : { words: row.answer, outcome: row.outcome as Outcome, on: row.answered_on },
  }));
}

/** The first and the last day of the comments that are published; null while there are none. */
export async function daysOfPublished(
  transaction: Transaction,
  authorityId: string,
): Promise<{ readonly first: Temporal.PlainDate; readonly last: Temporal.PlainDate } | null> {
  const row = await transaction
    .selectFrom('published_comments')
    .select(({ fn }) => [fn.min('said_on').as('first'), fn.max('said_on').as('last')])
    .where('authority_id', '=', authorityId)
    .executeTakeFirst();
  return row?.first == null || row.last == null ? null : { first: row.first, last: row.last };
}

/** Forgets the email address of who commented, once they have heard the last of it. */
export async function forgetCommentEmail(
  transaction: Transaction,
  named: { readonly authorityId: string; readonly commentId: string },
): Promise<void> {
  await transaction
    .updateTable('listing_comments')
    .set({ email: null })
    .where('authority_id', '=', named.authorityId)
    .where('id', '=', named.commentId)
    .execute();
}
