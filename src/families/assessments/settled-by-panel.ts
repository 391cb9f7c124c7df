import { signedIn, type Visit } from '#platform/web/visit.ts';
import { agreePlan, giveBack } from './actions/settle-plan.ts';
import { type PlanFile, planFileWith } from './plan-file.ts';
import { hasWrittenPlan } from './store/plan-parts.ts';

/** The plan that a panel is about to settle, locked; null where it is not with the panel (any more). */
export async function planAtPanel(visit: Visit, planId: string): Promise<PlanFile | null> {
  const file = await planFileWith(visit, planId, { forChange: true });
  return file?.plan.state === 'at-panel' ? file : null;
}

/** Whether the one who is signed in assessed or wrote any part of a plan, and so has no say in agreeing it. */
export function hasWritten(visit: Visit, planId: string): Promise<boolean> {
  return hasWrittenPlan(visit.transaction, {
    authorityId: visit.authority.id,
    planId,
    personId: signedIn(visit).id,
  });
}

/** Carries out what a panel decided of a plan: agrees it with its awards, or returns it with the reasons. */
export async function settlePlanByPanel(
  visit: Visit,
  given: {
    readonly file: PlanFile;
    readonly isAgreed: boolean;
    readonly reasons: string;
    readonly conditions: string;
  },
): Promise<void> {
  const { file, reasons, conditions } = given;
  if (given.isAgreed) {
    const words = conditions === '' ? reasons : `${reasons}\nConditions: ${conditions}`;
    await agreePlan(visit, file, { words, conditions });
  } else await giveBack(visit, file, `The panel: ${reasons}${conditions === '' ? '' : ` ${conditions}`}`);
}
