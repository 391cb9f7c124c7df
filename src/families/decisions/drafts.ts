import { signedIn, type Visit } from '#platform/web/visit.ts';
import { type Draft, draftOf as storedDraft } from './store/drafts.ts';

export type { Draft } from './store/drafts.ts';

/** What the signed-in officer is about to decide of an application, if they have begun. */
export function draftOf(visit: Visit, applicationId: string): Promise<Draft | null> {
  return storedDraft(visit.transaction, {
    authorityId: visit.authority.id,
    applicationId,
    personId: signedIn(visit).id,
  });
}
