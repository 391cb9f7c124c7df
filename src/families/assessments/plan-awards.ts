import { awardDates, recordAward } from '#families/awards/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { PlanFile } from './plan-file.ts';

/** Makes an award of each line of an agreed plan. Each line makes one award; the database refuses a second. */
export async function awardLines(
  visit: Visit,
  given: { readonly file: PlanFile; readonly conditions: string; readonly at: Temporal.Instant },
): Promise<void> {
  const { plan, lines } = given.file;
  const today = visit.clock.today();
  const startsOn = Temporal.PlainDate.compare(plan.startsOn, today) < 0 ? today : plan.startsOn;
  const endsOn = Temporal.PlainDate.compare(plan.endsOn, startsOn) < 0 ? startsOn : plan.endsOn;
  const { reviews } = awardDates(visit.authority, startsOn);
  const reviewOn = Temporal.PlainDate.compare(reviews[0], endsOn) > 0 ? endsOn : reviews[0];
  for (const line of lines) {
    const { amount, breakKind, way } = line;
    if (amount === null || breakKind === null || way === null)
      throw new Error('a line of an agreed plan is complete');
    await recordAward(visit.transaction, {
      authorityId: visit.authority.id,
      householdId: plan.householdId,
      childId: plan.childId,
      by: { source: 'plan', sourceId: line.id },
      granted: {
        per: amount.per,
        ...(amount.measure === 'money' ? { amount: amount.amount } : {}),
        ...(amount.measure === 'hours' ? { minutes: amount.minutes } : {}),
        ...(amount.measure === 'nights' ? { nights: amount.nights } : {}),
      },
      breakKind,
      way,
      paidBy: line.paidBy,
      legalBasis: line.legalBasis,
      conditions: given.conditions,
      startsOn,
      endsOn,
      reviewOn,
      at: given.at,
    });
  }
}
