import { financialYearOf } from '#kernel/local-date.ts';
import { formatPounds, type Pence, pence } from '#kernel/money.ts';
import { type Refusal, refusal } from '#kernel/refusal.ts';
import { type BudgetPosition, budgetPosition, fundFor, withOneMore } from '#money/budgets/index.ts';
import { lockFundYear } from '#money/ledger/index.ts';
import type { Decider, Desk } from './desk.ts';
import { mayOverspend } from './practice.ts';

type Looking = Pick<Desk, 'authority' | 'transaction' | 'clock'>;

/** Gives where the year's money stands for the fund that pays a scheme's awards; null where none does. */
export async function fundNow(desk: Looking, schemeId: string): Promise<BudgetPosition | null> {
  const fund = fundFor(desk.authority, schemeId);
  if (fund === null) return null;
  const year = financialYearOf(desk.clock.today()).name;
  return budgetPosition(desk.transaction, { authority: desk.authority, fund: fund.id, year });
}

/** The same, held until the transaction ends, so that nobody else promises the same money meanwhile. */
export async function fundHeld(desk: Looking, schemeId: string): Promise<BudgetPosition | null> {
  const fund = fundFor(desk.authority, schemeId);
  if (fund === null) return null;
  const year = financialYearOf(desk.clock.today()).name;
  await lockFundYear(desk.transaction, { authorityId: desk.authority.id, fund: fund.id, year });
  return fundNow(desk, schemeId);
}

/** Whether an amount more would pass the fund's budget. A fund whose budget nobody knows stops nobody. */
export function wouldPass(position: BudgetPosition | null, amount: Pence | null): boolean {
  return position !== null && amount !== null && withOneMore(position, amount).isOver;
}

/** Whether this person may award more than the fund has left. */
export function hasPowerToOverspend(desk: Looking, by: Pick<Decider, 'roles'>): boolean {
  return mayOverspend(desk.authority, { roles: by.roles, on: desk.clock.today() });
}

/** What somebody is told whose award the fund has no room for (`fund-spent`). */
export function fundSpent(position: BudgetPosition): Refusal {
  const { left, year, fundName } = position;
  const rest = left === null || left <= 0 ? 'Nothing is left' : `Only ${formatPounds(pence(left))} is left`;
  return refusal(
    'fund-spent',
    `${rest} of ${fundName} in ${year}, so this cannot be awarded now. Put the application on the waiting list, or ask somebody who may award more than is left.`,
    'kind',
  );
}
