import { isId } from '#kernel/id.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { PublishedComment } from './domain/voices.ts';
import {
  type CommentWithSteps,
  commentsWithSteps,
  daysOfPublished,
  publishedComments,
} from './store/comments.ts';
import { type ProblemWithSteps, problemsWithSteps } from './store/problems.ts';

export type { CommentWithSteps, ProblemWithSteps };

/** The comments on a listing that the public may read, the newest first. */
export function commentsOnListing(visit: Visit, slug: string): Promise<readonly PublishedComment[]> {
  return publishedComments(visit.transaction, { authorityId: visit.authority.id, listingSlug: slug });
}

/** The published comments of a calendar year. */
export function commentsOfYear(visit: Visit, year: number): Promise<readonly PublishedComment[]> {
  return publishedComments(visit.transaction, {
    authorityId: visit.authority.id,
    from: Temporal.PlainDate.from({ year, month: 1, day: 1 }),
    until: Temporal.PlainDate.from({ year, month: 12, day: 31 }),
  });
}

/** The years that have published comments, the latest first. */
export async function yearsOfComments(visit: Visit): Promise<readonly number[]> {
  const days = await daysOfPublished(visit.transaction, visit.authority.id);
  if (days === null) return [];
  return Array.from({ length: days.last.year - days.first.year + 1 }, (_, back) => days.last.year - back);
}

/** All comments, for staff. */
export function allComments(visit: Visit): Promise<readonly CommentWithSteps[]> {
  return commentsWithSteps(visit.transaction, { authorityId: visit.authority.id });
}

/** The comment that the address names, for staff; null where there is none. */
export async function commentOf(visit: Visit): Promise<CommentWithSteps | null> {
  const commentId = visit.params.comment ?? '';
  if (!isId(commentId)) return null;
  const [found] = await commentsWithSteps(visit.transaction, { authorityId: visit.authority.id, commentId });
  return found ?? null;
}

/** All problems, for staff. */
export function allProblems(visit: Visit): Promise<readonly ProblemWithSteps[]> {
  return problemsWithSteps(visit.transaction, { authorityId: visit.authority.id });
}

/** The problem that the address names, for staff; null where there is none. */
export async function problemOf(visit: Visit): Promise<ProblemWithSteps | null> {
  const problemId = visit.params.problem ?? '';
  if (!isId(problemId)) return null;
  const [found] = await problemsWithSteps(visit.transaction, { authorityId: visit.authority.id, problemId });
  return found ?? null;
}
