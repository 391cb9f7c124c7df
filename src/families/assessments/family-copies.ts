import { childOf, fullName } from '#families/register/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { Assessment } from './domain/assessment.ts';
import type { SupportPlan } from './domain/plan.ts';
import { commentsOf } from './store/assessment-parts.ts';
import { assessmentsInStates } from './store/assessments.ts';
import { planCommentsOf } from './store/plan-parts.ts';
import { plansInStates } from './store/plans.ts';

/** Something that a family can read, and whether it has said anything about it. */
type Copy<T> = { readonly one: T; readonly childName: string; readonly isAnswered: boolean };

/**
 * The assessments and plans of the family that visits: those asked for or going on, and those to read. Which
 * they are is row-level security's affair; another family's are not there.
 */
export async function familysCopies(visit: Visit): Promise<{
  readonly assessments: readonly Copy<Assessment>[];
  readonly plans: readonly Copy<SupportPlan>[];
}> {
  const { transaction } = visit;
  const authorityId = visit.authority.id;
  const nameOf = async (childId: string) => {
    const child = await childOf(transaction, { authorityId, childId });
    return child === null ? 'Your child' : fullName(child);
  };
  const assessments: Copy<Assessment>[] = [];
  for (const one of await assessmentsInStates(transaction, {
    authorityId,
    states: ['asked', 'in-progress', 'submitted', 'agreed'],
  })) {
    const comments = await commentsOf(transaction, { authorityId, assessmentId: one.id });
    assessments.push({ one, childName: await nameOf(one.childId), isAnswered: comments.length > 0 });
  }
  const plans: Copy<SupportPlan>[] = [];
  for (const one of await plansInStates(transaction, {
    authorityId,
    states: ['ready', 'at-panel', 'agreed'],
  })) {
    const comments = await planCommentsOf(transaction, { authorityId, planId: one.id });
    plans.push({ one, childName: await nameOf(one.childId), isAnswered: comments.length > 0 });
  }
  return { assessments, plans };
}
