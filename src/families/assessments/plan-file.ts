import {
  costOfPlanAwards,
  spendingAuthoritiesOn,
  type WayOfAgreeing,
  wayOfAgreeing,
} from '#families/awards/index.ts';
import { type Child, childOf } from '#families/register/index.ts';
import { isId } from '#kernel/id.ts';
import { type Pence, pence } from '#kernel/money.ts';
import type { Visit } from '#platform/web/visit.ts';
import {
  lineLacks,
  type PlanComment,
  type PlanLine,
  type PlanStep,
  planCost,
  type SupportPlan,
  type Wish,
} from './domain/plan.ts';
import type { Price } from './domain/prices.ts';
import { pricesOn } from './price-list.ts';
import { linesOf } from './store/plan-lines.ts';
import { paymentOf, planCommentsOf, planStepsOf, wishesOf } from './store/plan-parts.ts';
import { planWith } from './store/plans.ts';

/** A plan with everything that belongs to it, as far as whoever asks may see it. */
export type PlanFile = {
  readonly plan: SupportPlan;
  readonly child: Child;
  readonly lines: readonly PlanLine[];
  /** What the lines cost in a year, as far as they say it. */
  readonly cost: Pence;
  /** What the child has from other agreed plans at the same time, in a year. */
  readonly besides: Pence;
  readonly comments: readonly PlanComment[];
  readonly wishes: ReadonlyMap<string, Wish>;
  readonly steps: readonly PlanStep[];
  readonly payment: { readonly byName: string; readonly at: Temporal.Instant; readonly words: string } | null;
  readonly prices: readonly Price[];
  /** What is missing in its lines, each with its number. */
  readonly lacking: readonly string[];
};

/** The plan of an identifier; null where there is none that this person may see. */
export async function planFileWith(
  visit: Visit,
  planId: string,
  options: { readonly forChange?: boolean } = {},
): Promise<PlanFile | null> {
  if (!isId(planId)) return null;
  const { transaction } = visit;
  const of = { authorityId: visit.authority.id, planId };
  const plan = await planWith(transaction, { ...of, ...options });
  if (plan === null) return null;
  const child = await childOf(transaction, { authorityId: of.authorityId, childId: plan.childId });
  if (child === null) return null;
  const lines = await linesOf(transaction, of);
  return {
    plan,
    child,
    lines,
    cost: planCost(lines),
    besides: await besidesOf(visit, plan),
    comments: await planCommentsOf(transaction, of),
    wishes: await wishesOf(transaction, of),
    steps: await planStepsOf(transaction, of),
    payment: await paymentOf(transaction, of),
    prices: pricesOn(visit.authority, visit.clock.today()),
    lacking: lackingOfPlan(lines),
  };
}

/** What counts beside a plan before it is agreed, so that two plans are not agreed where one would go to the panel. */
async function besidesOf(visit: Visit, plan: SupportPlan): Promise<Pence> {
  if (plan.state === 'agreed' || plan.state === 'closed' || visit.person?.kind !== 'practitioner')
    return pence(0);
  const today = visit.clock.today();
  const from = Temporal.PlainDate.compare(plan.startsOn, today) < 0 ? today : plan.startsOn;
  return costOfPlanAwards(visit, { childId: plan.childId, from, until: plan.endsOn });
}

function lackingOfPlan(lines: readonly PlanLine[]): readonly string[] {
  if (lines.length === 0) return ['The plan has no line yet.'];
  return lines.flatMap((line, index) => {
    const lacks = lineLacks(line);
    if (lacks.length > 0) return [`Line ${index + 1} does not say ${lacks.join(', ')}.`];
    return line.isComplete ? [] : [`Line ${index + 1} is still a draft.`];
  });
}

/** The plan of the address; its page's or action's audit record is about it. */
export async function planFileOf(
  visit: Visit,
  options: { readonly forChange?: boolean } = {},
): Promise<PlanFile | null> {
  const file = await planFileWith(visit, visit.params.plan ?? '', options);
  if (file !== null) visit.concerns('plan', file.plan.id, { child: file.child.id });
  return file;
}

/** Whether somebody with these roles may agree the plan alone today, by the authority's own table. */
export function wayOf(visit: Visit, file: PlanFile, roles: readonly string[]): WayOfAgreeing {
  return wayOfAgreeing({
    roles,
    yearlyCost: file.cost,
    besides: file.besides,
    lines: file.lines,
    authorities: spendingAuthoritiesOn(visit.authority, visit.clock.today()),
  });
}
