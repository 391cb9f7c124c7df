import type { Visit } from '#platform/web/visit.ts';
import type { Entry } from './domain/entry.ts';
import { entriesOf } from './store/entries.ts';

/** What was said and done while one child grew up, oldest first. */
export async function transitionEntriesOf(visit: Visit, childId: string): Promise<readonly Entry[]> {
  const entries = await entriesOf(visit.transaction, {
    authorityId: visit.authority.id,
    childIds: [childId],
  });
  return entries.get(childId) ?? [];
}
