import { newId, newReference } from '#kernel/id.ts';
import { financialYearOf } from '#kernel/local-date.ts';
import { type Pence, pence } from '#kernel/money.ts';
import type { Transaction } from '#platform/database/index.ts';
import type { Award } from '../domain/award.ts';

type Row = {
  readonly id: string;
  readonly reference: string;
  readonly application_id: string;
  readonly decision_id: string;
  readonly household_id: string;
  readonly child_id: string;
  readonly scheme_id: string;
  readonly version_id: string;
  readonly amount_pence: number;
  readonly financial_year: string;
  readonly starts_on: Temporal.PlainDate;
  readonly ends_on: Temporal.PlainDate;
  readonly review_on: Temporal.PlainDate;
  readonly created_at: Temporal.Instant;
};

export function toAward(row: Row): Award {
  return {
    id: row.id,
    reference: row.reference,
    applicationId: row.application_id,
    decisionId: row.decision_id,
    householdId: row.household_id,
    childId: row.child_id,
    schemeId: row.scheme_id,
    versionId: row.version_id,
    amount: pence(row.amount_pence),
    financialYear: row.financial_year,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    reviewOn: row.review_on,
    createdAt: row.created_at,
  };
}

/** What is granted by a decision. */
export type NewAward = {
  readonly authorityId: string;
  readonly applicationId: string;
  readonly decisionId: string;
  readonly householdId: string;
  readonly childId: string;
  readonly schemeId: string;
  readonly versionId: string;
  readonly amount: Pence;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly reviewOn: Temporal.PlainDate;
  readonly at: Temporal.Instant;
};

/** Records an award under a new reference. The database refuses a second one for the same decision. */
export async function recordAward(transaction: Transaction, given: NewAward): Promise<Award> {
  const row = await transaction
    .insertInto('awards')
    .values({
      authority_id: given.authorityId,
      id: newId(),
      reference: newReference('AW'),
      application_id: given.applicationId,
      decision_id: given.decisionId,
      household_id: given.householdId,
      child_id: given.childId,
      scheme_id: given.schemeId,
      version_id: given.versionId,
      amount_pence: given.amount,
      financial_year: financialYearOf(given.startsOn).name,
      starts_on: given.startsOn,
      ends_on: given.endsOn,
      review_on: given.reviewOn,
      created_at: given.at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return toAward(row);
}

/** One award. A family finds its own household's only. */
export async function awardWith(
  transaction: Transaction,
  named: { readonly authorityId: string; readonly awardId: string },
): Promise<Award | null> {
  const row = await transaction
    .selectFrom('awards')
    .selectAll()
    .where('authority_id', '=', named.authorityId)
    .where('id', '=', named.awardId)
    .executeTakeFirst();
  return row === undefined ? null : toAward(row);
}

/** The award that a decision made, if it made one. */
export async function awardOfDecision(
  transaction: Transaction,
  named: { readonly authorityId: string; readonly decisionId: string },
): Promise<Award | null> {
  const row = await transaction
    .selectFrom('awards')
    .selectAll()
    .where('authority_id', '=', named.authorityId)
    .where('decision_id', '=', named.decisionId)
    .executeTakeFirst();
  return row === undefined ? null : toAward(row);
}

/** Everything that these children were awarded, newest first. */
export async function awardsOfChildren(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly childIds: readonly string[] },
): Promise<readonly Award[]> {
  if (wanted.childIds.length === 0) return [];
  const rows = await transaction
    .selectFrom('awards')
    .selectAll()
    .where('authority_id', '=', wanted.authorityId)
    .where('child_id', 'in', [...wanted.childIds])
    .orderBy('starts_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toAward);
}

/** Every award of a financial year under some schemes, in the order in which they were made. */
export async function awardsOfYear(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly year: string },
): Promise<readonly Award[]> {
  const rows = await transaction
    .selectFrom('awards')
    .selectAll()
    .where('authority_id', '=', wanted.authorityId)
    .where('financial_year', '=', wanted.year)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(toAward);
}
