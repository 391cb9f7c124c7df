import { type Application, applicationsReferredTo } from '#families/applications/index.ts';
import { householdsHiddenFrom } from '#families/register/index.ts';
import { signedIn, type Visit } from '#platform/web/visit.ts';
import type { Assessment } from './domain/assessment.ts';
import type { SupportPlan } from './domain/plan.ts';
import { assessmentOfApplication, assessmentsInStates } from './store/assessments.ts';
import { childNames } from './store/child-names.ts';
import { agreedPlansUnpaid, plansInStates } from './store/plans.ts';

/** Something on the list of assessments and plans, with the child's name. */
export type Named<T> = { readonly one: T; readonly childName: string };

/** What waits and what goes on, without what this person is kept away from. */
export type Desk = {
  readonly referred: readonly Named<Application>[];
  readonly assessments: readonly Named<Assessment>[];
  readonly plans: readonly Named<SupportPlan>[];
  /** Agreed plans whose payments nobody has arranged. */
  readonly toPay: readonly Named<SupportPlan>[];
};

type OfChild = { readonly childId: string | null; readonly householdId: string | null };

/** Everything that is open, for the list of assessments and plans. */
export async function deskOf(visit: Visit): Promise<Desk> {
  const { transaction } = visit;
  const authorityId = visit.authority.id;
  const hidden = new Set(await householdsHiddenFrom(visit, signedIn(visit)));
  const isShown = (one: OfChild) => one.householdId === null || !hidden.has(one.householdId);
  const referred: Application[] = [];
  for (const one of await applicationsReferredTo(transaction, { authorityId, to: 'assessment' })) {
    const known = await assessmentOfApplication(transaction, { authorityId, applicationId: one.id });
    if (known === null || known.state === 'agreed' || known.state === 'closed') referred.push(one);
  }
  const states = { authorityId, states: ['asked', 'in-progress', 'submitted'] } as const;
  const open = { authorityId, states: ['draft', 'ready', 'at-panel'] } as const;
  return {
    referred: await named(visit, referred.filter(isShown)),
    assessments: await named(visit, (await assessmentsInStates(transaction, states)).filter(isShown)),
    plans: await named(visit, (await plansInStates(transaction, open)).filter(isShown)),
    toPay: await named(visit, (await agreedPlansUnpaid(transaction, authorityId)).filter(isShown)),
  };
}

async function named<T extends OfChild>(visit: Visit, all: readonly T[]): Promise<readonly Named<T>[]> {
  const childIds = all.flatMap((one) => (one.childId === null ? [] : [one.childId]));
  const names = await childNames(visit.transaction, { authorityId: visit.authority.id, childIds });
  return all.map((one) => ({ one, childName: names.get(one.childId ?? '') ?? 'A child' }));
}
