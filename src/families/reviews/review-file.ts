import type { Award } from '#families/awards/index.ts';
import { awardWith } from '#families/awards/index.ts';
import { type Child, childOf, fullName } from '#families/register/index.ts';
import { isId } from '#kernel/id.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { ReviewRecord, Views } from './domain/record.ts';
import { type DueReview, dueReviewsOf } from './due-reviews.ts';
import { recordsOf, viewsBefore } from './store/records.ts';

/** An award with its reviews: those that were held, and the one that comes next. */
export type ReviewFile = {
  readonly award: Award;
  readonly child: Child;
  readonly held: readonly ReviewRecord[];
  /** Null where the award ends before it would be looked at again. */
  readonly next: DueReview | null;
  /** What was written before the next review. */
  readonly views: { readonly child: Views | null; readonly carer: Views | null };
};

/** Gives the reviews of an award; null where there is no such award. A family finds its own household's only. */
export async function reviewFile(visit: Visit, awardId: string): Promise<ReviewFile | null> {
  if (!isId(awardId)) return null;
  const { transaction, authority } = visit;
  const authorityId = authority.id;
  const award = await awardWith(transaction, { authorityId, awardId });
  if (award === null) return null;
  const child = await childOf(transaction, { authorityId, childId: award.childId });
  if (child === null) throw new Error('an award is for a child of the register');
  const where = { authority, transaction, today: visit.clock.today() };
  const listed = { awardId, childId: child.id, childName: fullName(child), bornOn: child.bornOn };
  const [next = null] = await dueReviewsOf(where, [listed]);
  const held = (await recordsOf(transaction, { authorityId, awardIds: [awardId] })).get(awardId) ?? [];
  const nobody = { child: null, carer: null };
  const views =
    next === null ? nobody : await viewsBefore(transaction, { authorityId, awardId, dueOn: next.dueOn });
  return { award, child, held, next, views };
}
