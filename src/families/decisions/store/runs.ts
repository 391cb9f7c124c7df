import { sql } from 'kysely';
import type { Transaction } from '#platform/database/index.ts';

/** Many decisions that were confirmed at once: what came of each. */
export type Run = {
  readonly id: string;
  readonly personName: string;
  readonly at: Temporal.Instant;
  readonly decided: readonly DecidedInRun[];
  readonly failed: readonly FailedInRun[];
};

export type DecidedInRun = {
  readonly applicationId: string;
  readonly reference: string;
  readonly householdId: string;
  readonly childName: string;
  readonly pence: number | null;
  readonly minutes: number | null;
  readonly nights: number | null;
};

export type FailedInRun = {
  readonly applicationId: string;
  readonly reference: string;
  readonly householdId: string;
  readonly childName: string;
  readonly problem: string;
};

type Named = { readonly authorityId: string; readonly runId: string };

/** Begins a run. */
export async function insertRun(
  transaction: Transaction,
  given: Named & {
    readonly personId: string;
    readonly personName: string;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await transaction
    .insertInto('decision_runs')
    .values({
      authority_id: given.authorityId,
      id: given.runId,
      person_id: given.personId,
      person_name: given.personName,
      at: given.at,
    })
    .execute();
}

/** Keeps why one of the run could not be decided. */
export async function insertFailure(
  transaction: Transaction,
  given: Named & { readonly applicationId: string; readonly problem: string },
): Promise<void> {
  await transaction
    .insertInto('decision_run_failures')
    .values({
      authority_id: given.authorityId,
      run_id: given.runId,
      application_id: given.applicationId,
      problem: given.problem,
    })
    .execute();
}

function applicationsWithChild(transaction: Transaction, authorityId: string) {
  return transaction
    .selectFrom('applications as a')
    .innerJoin('children as c', (join) =>
      join.onRef('c.authority_id', '=', 'a.authority_id').onRef('c.id', '=', 'a.child_id'),
    )
    .where('a.authority_id', '=', authorityId)
    .select(['a.id as applicationId', 'a.reference', 'c.household_id as householdId'])
    .select(sql<string>`c.given_name || ' ' || c.family_name`.as('childName'));
}

/** One run with what came of each; null when there is none. */
export async function runWith(transaction: Transaction, named: Named): Promise<Run | null> {
  const { authorityId, runId } = named;
  const run = await transaction
    .selectFrom('decision_runs')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('id', '=', runId)
    .executeTakeFirst();
  if (run === undefined) return null;
  const decided = await applicationsWithChild(transaction, authorityId)
    .innerJoin('decisions as d', (join) =>
      join.onRef('d.authority_id', '=', 'a.authority_id').onRef('d.application_id', '=', 'a.id'),
    )
    .where('d.run_id', '=', runId)
    .select(['d.award_pence as pence', 'd.award_minutes as minutes', 'd.award_nights as nights'])
    .orderBy('d.decided_at')
    .orderBy('d.id')
    .execute();
  const failed = await applicationsWithChild(transaction, authorityId)
    .innerJoin('decision_run_failures as f', (join) =>
      join.onRef('f.authority_id', '=', 'a.authority_id').onRef('f.application_id', '=', 'a.id'),
    )
    .where('f.run_id', '=', runId)
    .select('f.problem')
    .orderBy('a.due_on')
    .orderBy('a.id')
    .execute();
  return { id: run.id, personName: run.person_name, at: run.at, decided, failed };
}
