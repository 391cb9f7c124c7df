import { pence } from '#kernel/money.ts';
import type { Json, Transaction } from '#platform/database/index.ts';
import type { DecisionRecord } from '../domain/decision-record.ts';

type Row = {
  readonly id: string;
  readonly application_id: string;
  readonly outcome: string;
  readonly award_pence: number | null;
  readonly recommended_outcome: string;
  readonly recommended_pence: number | null;
  readonly changed_because: string;
  readonly reasons: string;
  readonly scheme_id: string;
  readonly version_id: string;
  readonly version_hash: string;
  readonly facts: Json;
  readonly reading: Json;
  readonly decided_by: string;
  readonly decided_by_name: string;
  readonly decided_at: Temporal.Instant;
};

function record(value: Json): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error('facts and readings are stored by name');
  return value as Readonly<Record<string, unknown>>;
}

function toDecision(row: Row): DecisionRecord {
  return {
    id: row.id,
    applicationId: row.application_id,
    outcome: row.outcome === 'awarded' ? 'awarded' : 'refused',
    amount: row.award_pence === null ? null : pence(row.award_pence),
    recommendedOutcome: row.recommended_outcome,
    recommendedAmount: row.recommended_pence === null ? null : pence(row.recommended_pence),
    changedBecause: row.changed_because,
    wordsForFamily: row.reasons,
    schemeId: row.scheme_id,
    versionId: row.version_id,
    versionHash: row.version_hash,
    facts: record(row.facts),
    reading: record(row.reading),
    decidedBy: row.decided_by,
    decidedByName: row.decided_by_name,
    decidedAt: row.decided_at,
  };
}

/** The decision about an application, if it has been decided. */
export async function decisionOfApplication(
  transaction: Transaction,
  named: { readonly authorityId: string; readonly applicationId: string },
): Promise<DecisionRecord | null> {
  const row = await transaction
    .selectFrom('decisions')
    .selectAll()
    .where('authority_id', '=', named.authorityId)
    .where('application_id', '=', named.applicationId)
    .executeTakeFirst();
  return row === undefined ? null : toDecision(row);
}

/** One decision. A family finds the decisions of its own applications only. */
export async function decisionWith(
  transaction: Transaction,
  named: { readonly authorityId: string; readonly decisionId: string },
): Promise<DecisionRecord | null> {
  const row = await transaction
    .selectFrom('decisions')
    .selectAll()
    .where('authority_id', '=', named.authorityId)
    .where('id', '=', named.decisionId)
    .executeTakeFirst();
  return row === undefined ? null : toDecision(row);
}

/** Keeps a decision for good. The database refuses a second one for the same application. */
export async function insertDecision(
  transaction: Transaction,
  given: { readonly authorityId: string; readonly decision: DecisionRecord },
): Promise<void> {
  const { decision } = given;
  await transaction
    .insertInto('decisions')
    .values({
      authority_id: given.authorityId,
      id: decision.id,
      application_id: decision.applicationId,
      outcome: decision.outcome,
      award_pence: decision.amount,
      recommended_outcome: decision.recommendedOutcome,
      recommended_pence: decision.recommendedAmount,
      changed_because: decision.changedBecause,
      reasons: decision.wordsForFamily,
      scheme_id: decision.schemeId,
      version_id: decision.versionId,
      version_hash: decision.versionHash,
      facts: JSON.stringify(decision.facts),
      reading: JSON.stringify(decision.reading),
      decided_by: decision.decidedBy,
      decided_by_name: decision.decidedByName,
      decided_at: decision.decidedAt,
    })
    .execute();
}
