import { newId, newReference } from '#kernel/id.ts';
import { financialYearOf } from '#kernel/local-date.ts';
import { pence } from '#kernel/money.ts';
import { recordsOfChildren, type Transaction } from '#platform/database/index.ts';
import type { Award, Granted } from '../domain/award.ts';

type Row = {
  readonly id: string;
  readonly reference: string;
  readonly application_id: string | null;
  readonly decision_id: string | null;
  readonly household_id: string;
  readonly child_id: string;
  readonly scheme_id: string | null;
  readonly version_id: string | null;
  readonly amount_pence: number | null;
  readonly minutes: number | null;
  readonly nights: number | null;
  readonly per: string;
  readonly break_kind: string;
  readonly way: string;
  readonly paid_by: string;
  readonly legal_basis: string | null;
  readonly conditions: string;
  readonly unit_pence: number | null;
  readonly source: string;
  readonly source_id: string | null;
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
    amount: row.amount_pence === null ? null : pence(row.amount_pence),
    minutes: row.minutes,
    nights: row.nights,
    per: row.per as Award['per'],
    breakKind: row.break_kind as Award['breakKind'],
    way: row.way as Award['way'],
    paidBy: row.paid_by as Award['paidBy'],
    legalBasis: row.legal_basis as Award['legalBasis'],
    conditions: row.conditions,
    unitPrice: row.unit_pence === null ? null : pence(row.unit_pence),
    source: row.source as Award['source'],
    sourceId: row.source_id,
    financialYear: row.financial_year,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    reviewOn: row.review_on,
    createdAt: row.created_at,
  };
}

/** What granted an award: the decision of an application, or something else with an identifier. */
type GrantedBy =
  | {
      readonly source: 'application';
      readonly applicationId: string;
      readonly decisionId: string;
      readonly schemeId: string;
      readonly versionId: string;
    }
  | {
      readonly source: 'panel' | 'plan' | 'import';
      readonly sourceId: string;
      readonly schemeId?: string;
      readonly versionId?: string;
    };

/** What is granted. */
export type NewAward = {
  readonly authorityId: string;
  readonly householdId: string;
  readonly childId: string;
  readonly by: GrantedBy;
  /** At least one of amount, minutes and nights. */
  readonly granted: Partial<Granted>;
  readonly breakKind?: Award['breakKind'];
  readonly way?: Award['way'];
  readonly paidBy?: Award['paidBy'];
  readonly legalBasis?: Award['legalBasis'];
  readonly conditions?: string;
  /** What one hour or one night costs, for an award of those. */
  readonly unitPrice?: Award['unitPrice'];
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly reviewOn: Temporal.PlainDate;
  readonly at: Temporal.Instant;
};

/** Records an award under a new reference. The database refuses a second one for the same decision or source. */
export async function recordAward(transaction: Transaction, given: NewAward): Promise<Award> {
  const row = await transaction
    .insertInto('awards')
    .values({
      authority_id: given.authorityId,
      id: newId(),
      reference: newReference('AW'),
      ...(given.by.source === 'application'
        ? { application_id: given.by.applicationId, decision_id: given.by.decisionId }
        : { source_id: given.by.sourceId }),
      source: given.by.source,
      scheme_id: given.by.schemeId ?? null,
      version_id: given.by.versionId ?? null,
      household_id: given.householdId,
      child_id: given.childId,
      amount_pence: given.granted.amount ?? null,
      minutes: given.granted.minutes ?? null,
      nights: given.granted.nights ?? null,
      per: given.granted.per ?? 'period',
      break_kind: given.breakKind ?? 'grant',
      way: given.way ?? 'one-off-payment',
      paid_by: given.paidBy ?? 'council',
      legal_basis: given.legalBasis ?? null,
      conditions: given.conditions ?? '',
      unit_pence: given.unitPrice ?? null,
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

/** Several awards by their identifiers, in no order. */
export async function awardsWith(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly awardIds: readonly string[] },
): Promise<readonly Award[]> {
  if (wanted.awardIds.length === 0) return [];
  const rows = await transaction
    .selectFrom('awards')
    .selectAll()
    .where('authority_id', '=', wanted.authorityId)
    .where('id', 'in', [...wanted.awardIds])
    .execute();
  return rows.map(toAward);
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

/**
 * Everything that these children were awarded, newest first; also what the record of a child has that was merged
 * with one of them, under the identifier that was asked for.
 */
export async function awardsOfChildren(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly childIds: readonly string[] },
): Promise<readonly Award[]> {
  if (wanted.childIds.length === 0) return [];
  const records = await recordsOfChildren(transaction, wanted);
  const rows = await transaction
    .selectFrom('awards')
    .selectAll()
    .where('authority_id', '=', wanted.authorityId)
    .where('child_id', 'in', [...records.keys()])
    .orderBy('starts_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => toAward({ ...row, child_id: records.get(row.child_id) ?? row.child_id }));
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
