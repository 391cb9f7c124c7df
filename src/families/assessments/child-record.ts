import { type Child, childOf } from '#families/register/index.ts';
import { isId } from '#kernel/id.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { Assessment } from './domain/assessment.ts';
import type { SupportPlan } from './domain/plan.ts';
import { assessmentsOfChild } from './store/assessments.ts';
import { plansOfChild } from './store/plans.ts';

/** The child of the address, as far as whoever asks may see it. */
export async function familysChild(visit: Visit): Promise<Child | null> {
  const childId = visit.params.child ?? '';
  return isId(childId) ? childOf(visit.transaction, { authorityId: visit.authority.id, childId }) : null;
}

/** All assessments and plans of the child of the address, the newest first. */
export async function childRecordOf(visit: Visit): Promise<{
  readonly child: Child;
  readonly assessments: readonly Assessment[];
  readonly plans: readonly SupportPlan[];
} | null> {
  const child = await familysChild(visit);
  if (child === null) return null;
  const of = { authorityId: visit.authority.id, childId: child.id };
  return {
    child,
    assessments: await assessmentsOfChild(visit.transaction, of),
    plans: await plansOfChild(visit.transaction, of),
  };
}
