import { awardsOfChildren } from '#families/awards/index.ts';
import { type Child, childOf } from '#families/register/index.ts';
import { isId } from '#kernel/id.ts';
import type { Visit } from '#platform/web/visit.ts';
import { type ReviewFile, reviewFile } from './review-file.ts';

/** A child of the register with the reviews of each award, the newest award first; null where there is no such child. */
export async function childReviews(
  visit: Visit,
): Promise<{ readonly child: Child; readonly files: readonly ReviewFile[] } | null> {
  const childId = visit.params.child ?? '';
  if (!isId(childId)) return null;
  const named = { authorityId: visit.authority.id, childId };
  const child = await childOf(visit.transaction, named);
  if (child === null) return null;
  const awards = await awardsOfChildren(visit.transaction, {
    authorityId: named.authorityId,
    childIds: [childId],
  });
  const files: ReviewFile[] = [];
  for (const award of awards) {
    const file = await reviewFile(visit, award.id);
    if (file !== null) files.push(file);
  }
  return { child, files };
}
