import type { Transaction } from '#platform/database/index.ts';
import type { Problem, ProblemKind, ProblemStep } from '../domain/voices.ts';

/** Keeps a problem as it was reported. */
export async function insertProblem(
  transaction: Transaction,
  given: { readonly authorityId: string; readonly problem: Problem; readonly at: Temporal.Instant },
): Promise<void> {
  const { problem } = given;
  await transaction
    .insertInto('listing_problems')
    .values({
      authority_id: given.authorityId,
      id: problem.id,
      listing_slug: problem.listingSlug,
      kind: problem.kind,
      words: problem.words,
      email: problem.email,
      reported_on: problem.reportedOn,
      created_at: given.at,
    })
    .execute();
}

/**
 * Notes that a listing's provider is told today that something may be wrong; false where it was told today already. Of
 * two at once one tells.
 */
export async function noteProviderTold(
  transaction: Transaction,
  given: { readonly authorityId: string; readonly listingSlug: string; readonly onDay: Temporal.PlainDate },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('listing_problems_told')
    .values({
      authority_id: given.authorityId,
      listing_slug: given.listingSlug,
      on_day: given.onDay,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Adds what staff did about a problem. */
export async function insertProblemStep(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly id: string;
    readonly problemId: string;
    readonly step: ProblemStep;
    readonly byId: string;
  },
): Promise<void> {
  const { step } = given;
  await transaction
    .insertInto('listing_problem_steps')
    .values({
      authority_id: given.authorityId,
      id: given.id,
      problem_id: given.problemId,
      number: step.number,
      kind: step.kind,
      words: step.words,
      at: step.at,
      by_id: given.byId,
      by_name: step.byName,
    })
    .execute();
}

export type ProblemWithSteps = Problem & { readonly steps: readonly ProblemStep[] };

/** Problems with their steps, the oldest first; one of them where its id is given. */
export async function problemsWithSteps(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly problemId?: string },
): Promise<readonly ProblemWithSteps[]> {
  const { authorityId, problemId } = wanted;
  let query = transaction.selectFrom('listing_problems').selectAll().where('authority_id', '=', authorityId);
  if (problemId !== undefined) query = query.where('id', '=', problemId);
  const rows = await query.orderBy('reported_on').orderBy('id').execute();
  let taken = transaction
    .selectFrom('listing_problem_steps')
    .selectAll()
    .where('authority_id', '=', authorityId);
  if (problemId !== undefined) taken = taken.where('problem_id', '=', problemId);
  const steps = Map.groupBy(await taken.orderBy('number').execute(), (step) => step.problem_id);
  return rows.map((row) => ({
    id: row.id,
    listingSlug: row.listing_slug,
    kind: row.kind as ProblemKind,
    words: row.words,
    email: row.email,
    reportedOn: row.reported_on,
    steps: (steps.get(row.id) ?? []).map((step) => ({
      number: step.number,
      kind: step.kind as ProblemStep['kind'],
      words: step.words,
      at: step.at,
      byName: step.by_name,
    })),
  }));
}

/** Forgets the email address of who reported a problem, once they have heard the last of it. */
export async function forgetProblemEmail(
  transaction: Transaction,
  named: { readonly authorityId: string; readonly problemId: string },
): Promise<void> {
  await transaction
    .updateTable('listing_problems')
    .set({ email: null })
    .where('authority_id', '=', named.authorityId)
    .where('id', '=', named.problemId)
    .execute();
}

/**
 * Forgets what people wrote, and their addresses, where it came before a day: what is public, and what staff did,
 * stays. Gives how many were forgotten.
 */
export async function forgetWordsBefore(
  transaction: Transaction,
  given: { readonly authorityId: string; readonly day: Temporal.PlainDate },
): Promise<number> {
  const forgotten = { words: null, email: null };
  const comments = await transaction
    .updateTable('listing_comments')
    .set(forgotten)
    .where('authority_id', '=', given.authorityId)
    .where('made_on', '<', given.day)
    .where('words', 'is not', null)
    .executeTakeFirst();
  const problems = await transaction
    .updateTable('listing_problems')
    .set(forgotten)
    .where('authority_id', '=', given.authorityId)
    .where('reported_on', '<', given.day)
    .where((is) => is.or([is('words', 'is not', null), is('email', 'is not', null)]))
    .executeTakeFirst();
  return Number(comments.numUpdatedRows) + Number(problems.numUpdatedRows);
}
