import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import type { Transaction } from '#platform/database/index.ts';
import type { PlanComment, PlanStep, PlanStepKind, SupportPlan, Wish } from '../domain/plan.ts';

type Of = { readonly authorityId: string; readonly planId: string };
type Into = { readonly authorityId: string; readonly plan: Pick<SupportPlan, 'id' | 'householdId'> };
type By = { readonly id: string; readonly name: string };

function keyOf({ authorityId, plan }: Into) {
  return { authority_id: authorityId, id: newId(), plan_id: plan.id, household_id: plan.householdId };
}

/** What was done with a plan, oldest first. */
export async function planStepsOf(transaction: Transaction, of: Of): Promise<readonly PlanStep[]> {
  const rows = await transaction
    .selectFrom('plan_steps')
    .select(['kind', 'words', 'person_id', 'person_name', 'done_at'])
    .where('authority_id', '=', of.authorityId)
    .where('plan_id', '=', of.planId)
    .orderBy('done_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    kind: row.kind as PlanStepKind,
    words: row.words,
    personId: row.person_id,
    personName: row.person_name,
    doneAt: row.done_at,
  }));
}

/** Adds to what was done with a plan; `record` keeps a line as it was saved. */
export async function insertPlanStep(
  transaction: Transaction,
  given: Into & {
    readonly kind: PlanStepKind;
    readonly words?: string;
    readonly record?: object;
    readonly by: By;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await transaction
    .insertInto('plan_steps')
    .values({
      ...keyOf(given),
      kind: given.kind,
      words: given.words ?? '',
      record: JSON.stringify(given.record ?? {}),
      person_id: given.by.id,
      person_name: given.by.name,
      done_at: given.at,
    })
    .execute();
}

/** What the family said of the plan, oldest first. */
export async function planCommentsOf(transaction: Transaction, of: Of): Promise<readonly PlanComment[]> {
  const rows = await transaction
    .selectFrom('plan_comments')
    .select(['answer', 'words', 'person_name', 'said_at'])
    .where('authority_id', '=', of.authorityId)
    .where('plan_id', '=', of.planId)
    .orderBy('said_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    answer: row.answer as PlanComment['answer'],
    words: row.words,
    personName: row.person_name,
    saidAt: row.said_at,
  }));
}

/** Keeps what the family says of the plan. */
export async function insertPlanComment(
  transaction: Transaction,
  given: Into & {
    readonly answer: PlanComment['answer'];
    readonly words: string;
    readonly by: By;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await transaction
    .insertInto('plan_comments')
    .values({
      ...keyOf(given),
      answer: given.answer,
      words: given.words,
      person_id: given.by.id,
      person_name: given.by.name,
      said_at: given.at,
    })
    .execute();
}

/** How the family last said it would like to have each line, by the line. */
export async function wishesOf(transaction: Transaction, of: Of): Promise<ReadonlyMap<string, Wish>> {
  const rows = await transaction
    .selectFrom('plan_line_wishes')
    .select(['line_id', 'wish'])
    .where('authority_id', '=', of.authorityId)
    .where('plan_id', '=', of.planId)
    .orderBy('said_at')
    .orderBy('id')
    .execute();
  return new Map(rows.map((row) => [row.line_id, row.wish as Wish]));
}

/** Keeps how the family would like to have a line. */
export async function insertWish(
  transaction: Transaction,
  given: Into & {
    readonly lineId: string;
    readonly wish: Wish;
    readonly personId: string;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await transaction
    .insertInto('plan_line_wishes')
    .values({
      ...keyOf(given),
      line_id: given.lineId,
      wish: given.wish,
      person_id: given.personId,
      said_at: given.at,
    })
    .execute();
}

/** Who arranged a plan's payments, and when; null while nobody has. */
export async function paymentOf(
  transaction: Transaction,
  of: Of,
): Promise<{ readonly byName: string; readonly at: Temporal.Instant; readonly words: string } | null> {
  const row = await transaction
    .selectFrom('plan_payments')
    .select(['arranged_by_name', 'arranged_at', 'words'])
    .where('authority_id', '=', of.authorityId)
    .where('plan_id', '=', of.planId)
    .executeTakeFirst();
  return row === undefined ? null : { byName: row.arranged_by_name, at: row.arranged_at, words: row.words };
}

/** Keeps who arranged a plan's payments. The database refuses whoever assessed, wrote or agreed it. */
export async function insertPayment(
  transaction: Transaction,
  given: Into & { readonly words: string; readonly by: By; readonly at: Temporal.Instant },
): Promise<void> {
  await transaction
    .insertInto('plan_payments')
    .values({
      authority_id: given.authorityId,
      plan_id: given.plan.id,
      household_id: given.plan.householdId,
      words: given.words,
      arranged_by: given.by.id,
      arranged_by_name: given.by.name,
      arranged_at: given.at,
    })
    .execute();
}

/** Whether somebody assessed, or wrote, any part of a plan or of the assessment beneath it, as the database knows. */
export async function hasWrittenPlan(
  transaction: Transaction,
  of: Of & { readonly personId: string },
): Promise<boolean> {
  const { rows } = await sql<{ written: boolean }>`
    select has_written_plan(${of.authorityId}, ${of.planId}, ${of.personId}) as written`.execute(transaction);
  return rows[0]?.written ?? false;
}
