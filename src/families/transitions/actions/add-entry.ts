import type { Child } from '#families/register/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { Entry } from '../domain/entry.ts';
import { insertEntry } from '../store/entries.ts';

/** Adds what was said or done; false where it was there already. */
export function addEntry(
  visit: Visit,
  child: Pick<Child, 'id' | 'householdId'>,
  entry: Pick<Entry, 'kind'> & Partial<Pick<Entry, 'milestone' | 'words' | 'details'>>,
): Promise<boolean> {
  return insertEntry(visit.transaction, {
    authorityId: visit.authority.id,
    childId: child.id,
    householdId: child.householdId,
    entry: {
      at: visit.clock.now(),
      personId: visit.person?.id ?? null,
      personName: visit.person?.name ?? '',
      kind: entry.kind,
      milestone: entry.milestone ?? null,
      words: entry.words ?? '',
      details: entry.details ?? {},
    },
  });
}
