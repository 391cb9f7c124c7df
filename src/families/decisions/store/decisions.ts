import type { Selectable } from 'kysely';
import { pence } from '#kernel/money.ts';
import type { Json, Schema, Transaction } from '#platform/database/index.ts';
import type { DecisionRecord } from '../domain/decision-record.ts';

type Row = Selectable<Schema['decisions']>;

function record(value: Json): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error('facts and readings are stored by name');
  return value as Readonly<Record<string, unknown>>;
}

function toDecision(row: Row): DecisionRecord {
  return {
    id: row.id,
    applicationId: row.application_id,
    number: row.number,
    outcome: row.outcome as DecisionRecord['outcome'],
    amount: row.award_pence === null ? null : pence(row.award_pence),
    minutes: row.award_minutes,
    nights: row.award_nights,
    per: row.award_per as DecisionRecord['per'],
    referredTo: row.referred_to as DecisionRecord['referredTo'],
    recommendedOutcome: row.recommended_outcome,
    recommendedAmount: row.recommended_pence === null ? null : pence(row.recommended_pence),
    recommendedMinutes: row.recommended_minutes,
    recommendedNights: row.recommended_nights,
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
    runId: row.run_id,
  };
}

type OfApplication = { readonly authorityId: string; readonly applicationId: string };

/** Every decision about an application, the first one first. */
export async function decisionsOfApplication(
  transaction: Transaction,
  named: OfApplication,
): Promise<readonly DecisionRecord[]> {
  const rows = await transaction
    .selectFrom('decisions')
    .selectAll()
    .where('authority_id', '=', named.authorityId)
    .where('application_id', '=', named.applicationId)
    .orderBy('number')
    .execute();
  return rows.map(toDecision);
}

/** The newest decision about an application, if there is one. */
export async function decisionOfApplication(
  transaction: Transaction,
  named: OfApplication,
): Promise<DecisionRecord | null> {
  return (await decisionsOfApplication(transaction, named)).at(-1) ?? null;
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

/** Keeps a decision for good. The database refuses a second one of the same number for an application. */
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
      number: decision.number,
      outcome: decision.outcome,
      award_pence: decision.amount,
      award_minutes: decision.minutes,
      award_nights: decision.nights,
      award_per: decision.per,
      referred_to: decision.referredTo,
      recommended_outcome: decision.recommendedOutcome,
      recommended_pence: decision.recommendedAmount,
      recommended_minutes: decision.recommendedMinutes,
      recommended_nights: decision.recommendedNights,
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
      by_rule: decision.decidedBy === null,
      run_id: decision.runId,
    })
    .execute();
}
