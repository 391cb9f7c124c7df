import { applicationBy } from '#families/applications/index.ts';
import { awardWith } from '#families/awards/index.ts';
import { isId } from '#kernel/id.ts';
import type { Visit } from '#platform/web/visit.ts';
import { hasAssignment } from './store/assignments.ts';
import { decisionWith } from './store/decisions.ts';

/** The household of an application; null when there is none to be kept away from. */
export async function householdOfApplication(visit: Visit, applicationId: string): Promise<string | null> {
  if (!isId(applicationId)) return null;
  const named = { authorityId: visit.authority.id, applicationId };
  return (await applicationBy(visit.transaction, named))?.householdId ?? null;
}

/** The household of a decision. */
export async function householdOfDecision(visit: Visit, decisionId: string): Promise<string | null> {
  if (!isId(decisionId)) return null;
  const decision = await decisionWith(visit.transaction, { authorityId: visit.authority.id, decisionId });
  return decision === null ? null : householdOfApplication(visit, decision.applicationId);
}

/** The household of an award. */
export async function householdOfAward(visit: Visit, awardId: string): Promise<string | null> {
  if (!isId(awardId)) return null;
  const award = await awardWith(visit.transaction, { authorityId: visit.authority.id, awardId });
  return award?.householdId ?? null;
}

/** Whether a manager gave the signed-in practitioner a case of this household. */
export async function hasCaseIn(visit: Visit, householdId: string | null): Promise<boolean> {
  if (householdId === null || visit.person === null) return false;
  const authorityId = visit.authority.id;
  return hasAssignment(visit.transaction, { authorityId, householdId, personId: visit.person.id });
}

/** The child of the application, the decision or the award of the address; null where there is none. */
export async function childOfCase(visit: Visit): Promise<string | null> {
  const { authority, transaction, params } = visit;
  const authorityId = authority.id;
  const awardId = params.award ?? '';
  if (isId(awardId)) return (await awardWith(transaction, { authorityId, awardId }))?.childId ?? null;
  const decisionId = params.decision ?? '';
  const decision = isId(decisionId) ? await decisionWith(transaction, { authorityId, decisionId }) : null;
  const applicationId = decision?.applicationId ?? params.application ?? '';
  if (!isId(applicationId)) return null;
  return (await applicationBy(transaction, { authorityId, applicationId }))?.childId ?? null;
}
