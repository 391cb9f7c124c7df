import type { Visit } from '#platform/web/visit.ts';
import type { Application } from './domain/application.ts';
import { applicationsOfSitting } from './store/sittings.ts';

/** The drafts that are sent together with this one, this one among them, in the order in which they were begun. */
export async function draftsWith(
  visit: Visit,
  draft: Application,
  options: { readonly forChange?: boolean } = {},
): Promise<readonly Application[]> {
  if (draft.sittingId === null) return [draft];
  const all = await applicationsOfSitting(visit.transaction, {
    authorityId: visit.authority.id,
    sittingId: draft.sittingId,
    ...options,
  });
  return all.filter(({ state, personId }) => state === 'draft' && personId === draft.personId);
}
