import { type Award, awardsOfYear } from '#families/awards/index.ts';
import { financialYearOf } from '#kernel/local-date.ts';
import { entriesOfYear, type LedgerEntry } from '#money/ledger/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import { type BudgetPosition, budgetPosition } from './budget-position.ts';
import { type Fund, fundsOf } from './folder/read-budgets.ts';

/** A fund's year with everything that makes its figures. */
export type YearOfBudget = {
  readonly fund: Fund;
  readonly position: BudgetPosition;
  readonly awards: readonly Award[];
  readonly entries: readonly LedgerEntry[];
};

/** Gives the year that the address names, or this one, of the authority's first fund; null where it has none. */
export async function yearOfBudget(visit: Visit): Promise<YearOfBudget | null> {
  const fund = fundsOf(visit.authority)[0];
  if (fund === undefined) return null;
  const asked = visit.query.get('year') ?? '';
  const year = /^\d{4}-\d{2}$/.test(asked) ? asked : financialYearOf(visit.clock.today()).name;
  const { transaction, authority } = visit;
  const wanted = { authorityId: authority.id, fund: fund.id, year };
  const awards = await awardsOfYear(transaction, wanted);
  return {
    fund,
    position: await budgetPosition(transaction, { authority, fund: fund.id, year }),
    awards: awards.filter(({ schemeId }) => schemeId !== null && fund.schemes.includes(schemeId)),
    entries: await entriesOfYear(transaction, wanted),
  };
}
