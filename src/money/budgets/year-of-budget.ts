import { type Award, awardsOfYear, worthOf } from '#families/awards/index.ts';
import { financialYearOf } from '#kernel/local-date.ts';
import type { Pence } from '#kernel/money.ts';
import { entriesOfYear, type LedgerEntry } from '#money/ledger/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import { type BudgetPosition, budgetPosition } from './budget-position.ts';
import { type Fund, fundOfAward, fundsOf } from './folder/read-budgets.ts';

/** A fund's year with everything that makes its figures. */
export type YearOfBudget = {
  readonly fund: Fund;
  readonly funds: readonly Fund[];
  readonly position: BudgetPosition;
  readonly awards: readonly Award[];
  readonly entries: readonly LedgerEntry[];
};

/** What an award was of when it was made, in all its life; null for hours or nights that have no price. */
export function firstAmount(award: Award): Pence | null {
  if (award.per === 'period' && award.amount !== null) return award.amount;
  const worth = worthOf(award, []);
  return worth > 0 ? worth : null;
}

/** Gives the fund and the year that the address names, else the first fund and this year; null where there is no fund. */
export async function yearOfBudget(visit: Visit): Promise<YearOfBudget | null> {
  const funds = fundsOf(visit.authority);
  const fund = funds.find(({ id }) => id === visit.query.get('fund')) ?? funds[0];
  if (fund === undefined) return null;
  const asked = visit.query.get('year') ?? '';
  const year = /^\d{4}-\d{2}$/.test(asked) ? asked : financialYearOf(visit.clock.today()).name;
  const { transaction, authority } = visit;
  const wanted = { authorityId: authority.id, fund: fund.id, year };
  const awards = await awardsOfYear(transaction, wanted);
  return {
    fund,
    funds,
    position: await budgetPosition(transaction, { authority, fund: fund.id, year }),
    awards: awards.filter((award) => fundOfAward(authority, award)?.id === fund.id),
    entries: await entriesOfYear(transaction, wanted),
  };
}
