import { newId } from '#kernel/id.ts';
import { ofChild, type Transaction } from '#platform/database/index.ts';
import type { Appeal, AppealStep } from '../domain/appeal.ts';

type Row = {
  readonly id: string;
  readonly reference: string;
  readonly household_id: string;
  readonly child_id: string;
  readonly application_id: string;
  readonly decision_id: string;
  readonly number: number;
  readonly person_id: string;
  readonly words: string;
  readonly late_because: string;
  readonly made_on: Temporal.PlainDate;
  readonly answer_by: Temporal.PlainDate;
  readonly way: string;
  readonly recorded_by: string | null;
};

function toAppeal(row: Row): Appeal {
  return {
    id: row.id,
    reference: row.reference,
    householdId: row.household_id,
    childId: row.child_id,
    applicationId: row.application_id,
    decisionId: row.decision_id,
    number: row.number,
    personId: row.person_id,
    words: row.words,
    lateBecause: row.late_because,
    madeOn: row.made_on,
    answerBy: row.answer_by,
    way: row.way as Appeal['way'],
    recordedBy: row.recorded_by,
  };
}

/** Which appeals are wanted: one, those about a decision, or those of a child. A family finds its own alone. */
export type Wanted = {
  readonly authorityId: string;
  readonly appealId?: string;
  readonly decisionId?: string;
  readonly childId?: string;
};

/** Appeals with their steps, the oldest first. */
export async function appealsWanted(
  transaction: Transaction,
  wanted: Wanted,
): Promise<readonly (Appeal & { readonly steps: readonly AppealStep[] })[]> {
  let query = transaction.selectFrom('appeals').selectAll().where('authority_id', '=', wanted.authorityId);
  if (wanted.appealId !== undefined) query = query.where('id', '=', wanted.appealId);
  if (wanted.decisionId !== undefined) query = query.where('decision_id', '=', wanted.decisionId);
  if (wanted.childId !== undefined)
    query = query.where(ofChild('child_id', { authorityId: wanted.authorityId, childId: wanted.childId }));
  const rows = await query.orderBy('made_on').orderBy('id').execute();
  if (rows.length === 0) return [];
  const steps = await transaction
    .selectFrom('appeal_steps')
    .selectAll()
    .where('authority_id', '=', wanted.authorityId)
    .where(
      'appeal_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('at')
    .orderBy('id')
    .execute();
  const byAppeal = Map.groupBy(steps, (step) => step.appeal_id);
  return rows.map((row) => ({
    ...toAppeal(row),
    steps: (byAppeal.get(row.id) ?? []).map((step) => ({
      at: step.at,
      personId: step.person_id,
      personName: step.person_name,
      kind: step.kind as AppealStep['kind'],
      outcome: step.outcome as AppealStep['outcome'],
      isDecidedAgain: step.is_decided_again,
      words: step.words,
    })),
  }));
}

/** Keeps what a family asks. */
export async function insertAppeal(
  transaction: Transaction,
  given: { readonly authorityId: string; readonly appeal: Appeal; readonly at: Temporal.Instant },
): Promise<void> {
  const { appeal } = given;
  await transaction
    .insertInto('appeals')
    .values({
      authority_id: given.authorityId,
      id: appeal.id,
      reference: appeal.reference,
      household_id: appeal.householdId,
      child_id: appeal.childId,
      application_id: appeal.applicationId,
      decision_id: appeal.decisionId,
      number: appeal.number,
      person_id: appeal.personId,
      words: appeal.words,
      late_because: appeal.lateBecause,
      made_on: appeal.madeOn,
      answer_by: appeal.answerBy,
      way: appeal.way,
      recorded_by: appeal.recordedBy,
      created_at: given.at,
    })
    .execute();
}

/** Adds what was done about an appeal. The database refuses a second end. */
export async function insertAppealStep(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly appeal: Pick<Appeal, 'id' | 'householdId'>;
    readonly step: AppealStep;
  },
): Promise<void> {
  const { appeal, step } = given;
  await transaction
    .insertInto('appeal_steps')
    .values({
      authority_id: given.authorityId,
      id: newId(),
      appeal_id: appeal.id,
      household_id: appeal.householdId,
      at: step.at,
      person_id: step.personId,
      person_name: step.personName,
      kind: step.kind,
      outcome: step.outcome,
      is_decided_again: step.isDecidedAgain,
      words: step.words,
    })
    .execute();
}

/** The files that came with an appeal. */
export async function filesOfAppeal(
  transaction: Transaction,
  named: { readonly authorityId: string; readonly appealId: string },
): Promise<readonly { readonly id: string; readonly name: string; readonly mediaType: string }[]> {
  const rows = await transaction
    .selectFrom('appeal_files as a')
    .innerJoin('files as f', (join) =>
      join.onRef('f.authority_id', '=', 'a.authority_id').onRef('f.id', '=', 'a.file_id'),
    )
    .select(['f.id', 'f.name', 'f.media_type as mediaType'])
    .where('a.authority_id', '=', named.authorityId)
    .where('a.appeal_id', '=', named.appealId)
    .orderBy('f.created_at')
    .orderBy('f.id')
    .execute();
  return rows;
}

/** Puts files that were handed in with an appeal. */
export async function insertAppealFiles(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly appeal: Pick<Appeal, 'id' | 'householdId'>;
    readonly fileIds: readonly string[];
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  if (given.fileIds.length === 0) return;
  await transaction
    .insertInto('appeal_files')
    .values(
      given.fileIds.map((fileId) => ({
        authority_id: given.authorityId,
        appeal_id: given.appeal.id,
        household_id: given.appeal.householdId,
        file_id: fileId,
        created_at: given.at,
      })),
    )
    .execute();
}
