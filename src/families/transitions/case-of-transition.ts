import { type Child, childOf } from '#families/register/index.ts';
import { isId } from '#kernel/id.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import { awardsTooLong, type TooLong } from './age-limit.ts';
import { type Entry, planOf, type TransitionPlan } from './domain/entry.ts';
import { type Milestone, type MilestoneState, milestonesOf, stateOn } from './domain/milestone.ts';
import { transitionRules } from './rules-of-transition.ts';
import { entriesOf } from './store/entries.ts';

/** A milestone of a child with where it stands today. */
export type StandingMilestone = Milestone & { readonly state: MilestoneState };

/** All that is known of a young person's growing up. */
export type CaseOfTransition = {
  readonly child: Child;
  readonly entries: readonly Entry[];
  readonly plan: TransitionPlan;
  readonly milestones: readonly StandingMilestone[];
  readonly tooLong: readonly TooLong[];
};

/** A child's milestones with where each stands today. */
export function standingMilestones(
  authority: Authority,
  of: {
    readonly bornOn: Temporal.PlainDate;
    readonly done: ReadonlySet<string>;
    readonly today: Temporal.PlainDate;
  },
): readonly StandingMilestone[] {
  return milestonesOf(transitionRules(authority), of.bornOn).map((milestone) => ({
    ...milestone,
    state: stateOn(milestone, { today: of.today, isDone: of.done.has(milestone.rule.id) }),
  }));
}

/** Gives the young person of the address (`:child`), or null. A family finds its own children alone. */
export async function caseOfTransition(visit: Visit): Promise<CaseOfTransition | null> {
  const childId = visit.params.child ?? '';
  if (!isId(childId)) return null;
  const authorityId = visit.authority.id;
  const child = await childOf(visit.transaction, { authorityId, childId });
  if (child === null) return null;
  visit.concerns('child', child.id);
  const entries =
    (await entriesOf(visit.transaction, { authorityId, childIds: [childId] })).get(childId) ?? [];
  const plan = planOf(entries);
  const today = visit.clock.today();
  return {
    child,
    entries,
    plan,
    milestones: standingMilestones(visit.authority, { bornOn: child.bornOn, done: plan.done, today }),
    tooLong: (await awardsTooLong(visit, [child])).get(childId) ?? [],
  };
}
