import { type Award, awardDates, recordAward, worthOf } from '#families/awards/index.ts';
import { financialYearOf } from '#kernel/local-date.ts';
import { budgetPosition, fundOfAward } from '#money/budgets/index.ts';
import { recordCommitment } from '#money/ledger/index.ts';
import { signedIn, type Visit } from '#platform/web/visit.ts';
import type { PlanFile } from './plan-file.ts';

/**
 * Makes an award of each line of an agreed plan, and promises its money from the fund whose file names such awards.
 * Each line makes one award; the database refuses a second.
 */
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
    const award = await recordAward(visit.transaction, {
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
      unitPrice: amount.measure === 'money' ? null : amount.unit,
      startsOn,
      endsOn,
      reviewOn,
      at: given.at,
    });
    await promise(visit, award);
  }
}

/**
 * Promises what an award of a plan comes to. A need that was assessed is met also when its fund has no room left
 * (Children Act 1989, section 17; Chronically Sick and Disabled Persons Act 1970, section 2): the trail then says so.
 */
async function promise(visit: Visit, award: Award): Promise<void> {
  const { authority, transaction } = visit;
  const fund = fundOfAward(authority, award);
  const amount = worthOf(award, []);
  if (fund === null || amount === 0) return;
  await recordCommitment(transaction, {
    authorityId: authority.id,
    fund: fund.id,
    amount,
    awardId: award.id,
    childId: award.childId,
    datedOn: award.startsOn,
    recordedAt: award.createdAt,
    recordedBy: signedIn(visit).id,
  });
  const { name: year } = financialYearOf(award.startsOn);
  const position = await budgetPosition(transaction, { authority, fund: fund.id, year });
  if (!position.isOver) return;
  visit.note({
    event: 'budget.exceeded',
    subject: { kind: 'award', id: award.id },
    details: { fund: fund.id, year, budgetPence: position.budget, committedPence: position.committed },
  });
}
