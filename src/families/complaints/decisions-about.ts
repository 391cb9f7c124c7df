import type { Visit } from '#platform/web/visit.ts';
import { decisionsOfChild } from './store/people-and-files.ts';

/** The decisions about a child that a complaint could be about; none where it names no child. */
export async function decisionsAbout(visit: Visit, childId: string | null) {
  if (childId === null) return [];
  return decisionsOfChild(visit.transaction, { authorityId: visit.authority.id, childId });
}
