import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import { financialYearOf } from '#kernel/local-date.ts';
import { type Pence, pence } from '#kernel/money.ts';
import type { Transaction } from '#platform/database/index.ts';

/** Money that is promised to a child from a fund, on a date that says which financial year it belongs to. */
export type Commitment = {
  readonly authorityId: string;
  readonly fund: string;
  /** Above nought; the database refuses anything else. */
  readonly amount: Pence;
  readonly awardId: string;
  readonly childId: string;
  readonly datedOn: Temporal.PlainDate;
  readonly recordedAt: Temporal.Instant;
  readonly recordedBy: string | null;
};

/** Records a commitment. The database refuses a second one for the same award. */
export async function recordCommitment(transaction: Transaction, commitment: Commitment): Promise<void> {
  await transaction
    .insertInto('ledger_entries')
    .values({
      authority_id: commitment.authorityId,
      id: newId(),
      fund: commitment.fund,
      financial_year: financialYearOf(commitment.datedOn).name,
      kind: 'commitment',
      amount_pence: commitment.amount,
      award_id: commitment.awardId,
      child_id: commitment.childId,
      dated_on: commitment.datedOn,
      recorded_at: commitment.recordedAt,
      recorded_by: commitment.recordedBy,
    })
    .execute();
}

/** Which entries: a fund's, in a financial year ("2026-27"). */
export type FundYear = { readonly authorityId: string; readonly fund: string; readonly year: string };

/** What is promised in a year: commitments less what was released again. */
export type CommittedInYear = { readonly total: Pence; readonly entries: number };

/** Gives what is promised from a fund in a financial year; nought when nothing is. */
export async function committedInYear(transaction: Transaction, wanted: FundYear): Promise<CommittedInYear> {
  const row = await transaction
    .selectFrom('ledger_entries')
    .select([
      sql<number>`coalesce(sum(amount_pence), 0)::bigint`.as('total'),
      sql<number>`count(*)`.as('entries'),
    ])
    .where('authority_id', '=', wanted.authorityId)
    .where('fund', '=', wanted.fund)
    .where('financial_year', '=', wanted.year)
    .executeTakeFirstOrThrow();
  return { total: pence(row.total), entries: row.entries };
}

/** One entry as it stands in the ledger. */
export type LedgerEntry = {
  readonly id: string;
  readonly kind: 'commitment' | 'release';
  readonly amount: Pence;
  readonly awardId: string;
  readonly datedOn: Temporal.PlainDate;
};

/** Gives every entry of a fund in a financial year, in the order in which they were recorded. */
export async function entriesOfYear(
  transaction: Transaction,
  wanted: FundYear,
): Promise<readonly LedgerEntry[]> {
  const rows = await transaction
    .selectFrom('ledger_entries')
    .select(['id', 'kind', 'amount_pence', 'award_id', 'dated_on'])
    .where('authority_id', '=', wanted.authorityId)
    .where('fund', '=', wanted.fund)
    .where('financial_year', '=', wanted.year)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind === 'release' ? 'release' : 'commitment',
    amount: pence(row.amount_pence),
    awardId: row.award_id,
    datedOn: row.dated_on,
  }));
}
