import { mayOverspend } from '#families/decisions/index.ts';
import { financialYearOf } from '#kernel/local-date.ts';
import { formatPounds, type Pence, pence } from '#kernel/money.ts';
import { type Refusal, refusal } from '#kernel/refusal.ts';
import { type BudgetPosition, budgetPosition, withOneMore } from '#money/budgets/index.ts';
import { lockFundYear, promisedOfAward, recordCommitment, recordRelease } from '#money/ledger/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { AwardFile } from '../award-file.ts';
import type { AwardChange } from '../domain/change.ts';
import { differenceBy } from '../domain/promised.ts';

/**
 * Brings the money that is promised for an award to what the award comes to after a change: what is not needed
 * goes back to its fund, what is needed more is promised from it. Nothing where no fund pays the award. Refuses
 * (`fund-spent`; the caller then rolls back) more than the fund's year has left, by whoever may not overspend.
 */
export async function settleLedger(
  visit: Visit,
  file: AwardFile,
  change: AwardChange,
): Promise<Refusal | null> {
  const { transaction, authority } = visit;
  const named = { authorityId: authority.id, awardId: file.award.id };
  const promised = await promisedOfAward(transaction, named);
  const newest = promised[0];
  if (newest === undefined) return null;
  const difference = differenceBy(file.award, file.changes, [...file.changes, change]);
  const entry = {
    ...named,
    datedOn: visit.clock.today(),
    recordedAt: change.changedAt,
    recordedBy: change.changedBy,
    changeId: change.id,
  };
  if (difference > 0) {
    const refused = await roomFor(visit, { file, fund: newest.fund, amount: difference });
    if (refused !== null) return refused;
    await recordCommitment(transaction, {
      ...entry,
      fund: newest.fund,
      childId: file.award.childId,
      amount: difference,
    });
  }
  if (difference >= 0) return null;
  const there = promised.reduce((sum, { amount }) => sum + amount, 0);
  const amount = pence(Math.min(-difference, there));
  if (amount > 0) await recordRelease(transaction, { ...entry, amount });
  return null;
}

type More = { readonly file: AwardFile; readonly fund: string; readonly amount: Pence };

/**
 * Looks whether the fund's year has room for more, and holds it until the transaction ends, as a decision does: so
 * nobody else promises the same money meanwhile. Whoever may overspend does, and it is noted.
 */
async function roomFor(visit: Visit, { file, fund, amount }: More): Promise<Refusal | null> {
  const { authority, transaction, clock, person } = visit;
  const on = clock.today();
  const year = financialYearOf(on).name;
  await lockFundYear(transaction, { authorityId: authority.id, fund, year });
  const position = await budgetPosition(transaction, { authority, fund, year });
  const after = withOneMore(position, amount);
  if (!after.isOver) return null;
  if (!mayOverspend(authority, { roles: person?.roles ?? [], on })) return fundSpent(position);
  visit.note({
    event: 'budget.exceeded',
    subject: { kind: 'award', id: file.award.id },
    details: { fund, year, budgetPence: position.budget, committedPence: after.committed },
  });
  return null;
}

function fundSpent({ left, fundName, year }: BudgetPosition): Refusal {
  const rest = left === null || left <= 0 ? 'Nothing is left' : `Only ${formatPounds(left)} is left`;
  return refusal(
    'fund-spent',
    `${rest} of ${fundName} in ${year}, so this award cannot become more now. Ask somebody who may award more than is left.`,
  );
}
