import { applicationBy } from '#families/applications/index.ts';
import { childInPath, householdOfChild, practitionersOfHousehold } from '#families/register/index.ts';
import { isId } from '#kernel/id.ts';
import { hasRole, type Role } from '#platform/people/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import { assessmentWith } from './store/assessments.ts';
import { planWith } from './store/plans.ts';

const writers: readonly [Role, ...Role[]] = ['social-worker', 'short-breaks-officer', 'team-manager'];

async function householdOfAssessment(visit: Visit): Promise<string | null> {
  const assessmentId = visit.params.assessment ?? '';
  if (!isId(assessmentId)) return null;
  const named = { authorityId: visit.authority.id, assessmentId };
  return (await assessmentWith(visit.transaction, named))?.householdId ?? null;
}

async function householdOfPlan(visit: Visit): Promise<string | null> {
  const planId = visit.params.plan ?? '';
  if (!isId(planId)) return null;
  return (
    (await planWith(visit.transaction, { authorityId: visit.authority.id, planId }))?.householdId ?? null
  );
}

async function householdOfApplication(visit: Visit): Promise<string | null> {
  const applicationId = visit.params.application ?? '';
  if (!isId(applicationId)) return null;
  const named = { authorityId: visit.authority.id, applicationId };
  return (await applicationBy(visit.transaction, named))?.householdId ?? null;
}

/** The child that the address is about, by itself, its assessment, its plan or its application; null for none. */
export async function childOfDesk(visit: Visit): Promise<string | null> {
  const { transaction, params } = visit;
  const authorityId = visit.authority.id;
  const { assessment: assessmentId = '', plan: planId = '', application: applicationId = '' } = params;
  if (isId(assessmentId))
    return (await assessmentWith(transaction, { authorityId, assessmentId }))?.childId ?? null;
  if (isId(planId)) return (await planWith(transaction, { authorityId, planId }))?.childId ?? null;
  if (isId(applicationId))
    return (await applicationBy(transaction, { authorityId, applicationId }))?.childId ?? null;
  return childInPath(visit);
}

/** Who sees the list of assessments and plans; what each person is kept away from is left out of it. */
export const onTheList = hasRole('social-worker', 'short-breaks-officer', 'team-manager', 'finance-officer');

export const writerOfChild = practitionersOfHousehold(writers, householdOfChild);
export const writerOfApplication = practitionersOfHousehold(writers, householdOfApplication);
export const writerOfAssessment = practitionersOfHousehold(writers, householdOfAssessment);
export const approverOfAssessment = practitionersOfHousehold(['team-manager'], householdOfAssessment);
export const readerOfPlan = practitionersOfHousehold([...writers, 'finance-officer'], householdOfPlan);
export const writerOfPlan = practitionersOfHousehold(writers, householdOfPlan);
export const approverOfPlan = practitionersOfHousehold(['team-manager'], householdOfPlan);
export const payerOfPlan = practitionersOfHousehold(['finance-officer'], householdOfPlan);
