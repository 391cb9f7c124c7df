import { committedInYear } from '#money/ledger/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Transaction } from '#platform/database/index.ts';
import { type Position, positionOf } from './domain/position.ts';
import { type BudgetYear, fundsOf } from './folder/read-budgets.ts';

/** A fund's year: what the council's file says of it, and where its money stands. */
export type BudgetPosition = Position & {
  readonly fund: string;
  readonly fundName: string;
  readonly year: string;
  /** The year's line in the council's file; null where it has none. */
  readonly source: BudgetYear | null;
  /** How many entries of the ledger make the committed amount. */
  readonly entries: number;
};

/** Gives where a fund's financial year stands: its budget, what the ledger has promised, what is left. */
export async function budgetPosition(
  transaction: Transaction,
  wanted: { readonly authority: Authority; readonly fund: string; readonly year: string },
): Promise<BudgetPosition> {
  const { authority, fund, year } = wanted;
  const known = fundsOf(authority).find((one) => one.id === fund);
  const source = known?.years.find((one) => one.year === year) ?? null;
  const committed = await committedInYear(transaction, { authorityId: authority.id, fund, year });
  return {
    ...positionOf({ budget: source?.budget ?? null, committed: committed.total }),
    fund,
    fundName: known?.name ?? fund,
    year,
    source,
    entries: committed.entries,
  };
}
