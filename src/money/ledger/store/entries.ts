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
  /** The change of the award that promises more; without it, it is the award's own commitment. */
  readonly changeId?: string;
};

/** Records a commitment. The database refuses a second one for the same award, and for the same change of it. */
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
      change_id: commitment.changeId ?? null,
    })
    .execute();
}

/** Money that was promised and is not wanted any more: an award ends early, becomes less, or is withdrawn. */
export type Release = {
  readonly authorityId: string;
  readonly awardId: string;
  /** What is given back, above nought and no more than is still promised for the award. */
  readonly amount: Pence;
  readonly datedOn: Temporal.PlainDate;
  readonly recordedAt: Temporal.Instant;
  readonly recordedBy: string | null;
  /** The change of the award that leaves the money unused, where it was one. */
  readonly changeId?: string;
};

/**
 * Gives money back to the fund and the year in which its promise stood, of several the newest year first.
 * Refuses, by a throw, to give back more than is still promised for the award.
 */
export async function recordRelease(transaction: Transaction, release: Release): Promise<void> {
  const { authorityId, awardId, amount } = release;
  // Two releases of one award wait for each other here; entries themselves are never changed, so never locked.
  await lockFundYear(transaction, { authorityId, fund: awardId, year: 'release' });
  const promised = await promisedOfAward(transaction, { authorityId, awardId });
  const most = promised.reduce((sum, one) => sum + one.amount, 0);
  if (promised.length === 0) throw new RangeError('nothing was promised for this award');
  if (amount <= 0 || amount > most)
    throw new RangeError(`${amount} pence cannot be given back of ${most} that are promised`);
  let left: number = amount;
  for (const { fund, year, childId, amount: there } of promised) {
    const part = Math.min(left, there);
    if (part <= 0) continue;
    left -= part;
    await transaction
      .insertInto('ledger_entries')
      .values({
        authority_id: authorityId,
        id: newId(),
        fund,
        financial_year: year,
        kind: 'release',
        amount_pence: -part,
        award_id: awardId,
        child_id: childId,
        dated_on: release.datedOn,
        recorded_at: release.recordedAt,
        recorded_by: release.recordedBy,
        change_id: release.changeId ?? null,
      })
      .execute();
  }
}

/** What is promised of an award, by the fund and the financial year that it was promised from, the newest year first. */
export async function promisedOfAward(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly awardId: string },
): Promise<
  readonly {
    readonly fund: string;
    readonly year: string;
    readonly childId: string;
    readonly amount: Pence;
  }[]
> {
  const rows = await transaction
    .selectFrom('ledger_entries')
    .select([
      'fund',
      'financial_year as year',
      'child_id as childId',
      sql<number>`sum(amount_pence)::bigint`.as('amount'),
    ])
    .where('authority_id', '=', wanted.authorityId)
    .where('award_id', '=', wanted.awardId)
    .groupBy(['fund', 'financial_year', 'child_id'])
    .orderBy('financial_year', 'desc')
    .orderBy('fund')
    .execute();
  return rows.map((row) => ({ ...row, amount: pence(row.amount) }));
}

/** What is promised for an award and was not given back, in whole pence; nought where nothing is. */
export async function promisedFor(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly awardId: string },
): Promise<Pence> {
  const { left } = await transaction
    .selectFrom('ledger_entries')
    .select(sql<number>`coalesce(sum(amount_pence), 0)::bigint`.as('left'))
    .where('authority_id', '=', wanted.authorityId)
    .where('award_id', '=', wanted.awardId)
    .executeTakeFirstOrThrow();
  return pence(left);
}

/**
 * Holds a fund's year until the transaction ends: whoever looks whether there is enough left and then promises
 * it does both alone. Lock the rows of applications before this, never after.
 */
export async function lockFundYear(transaction: Transaction, wanted: FundYear): Promise<void> {
  const name = `fund ${wanted.authorityId} ${wanted.fund} ${wanted.year}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(transaction);
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
