import { type Application, applicationBy } from '#families/applications/index.ts';
import { isId } from '#kernel/id.ts';
import type { Visit } from '#platform/web/visit.ts';
import { type Assignment, assignmentsOf } from './store/assignments.ts';

/** An application as a manager gives it to somebody: no more of it than that needs. */
export type CaseToGive = {
  readonly application: Application & { readonly householdId: string };
  readonly assignments: readonly Assignment[];
};

/** Gives the application of the address for its manager; null when it was never sent. */
export async function caseToGive(
  visit: Visit,
  options: { readonly forChange?: boolean } = {},
): Promise<CaseToGive | null> {
  const applicationId = visit.params.application ?? '';
  if (!isId(applicationId)) return null;
  const named = { authorityId: visit.authority.id, applicationId };
  const application = await applicationBy(visit.transaction, { ...named, ...options });
  if (application === null || application.householdId === null) return null;
  const { householdId } = application;
  return {
    application: { ...application, householdId },
    assignments: await assignmentsOf(visit.transaction, named),
  };
}
