import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import { type Json, ofChild, type Transaction } from '#platform/database/index.ts';
import type { Fact, FactAnswer } from '../domain/fact.ts';

type About = { readonly authorityId: string; readonly childId: string };

/** Everything that was ever recorded about a child, oldest first. */
export async function factHistory(transaction: Transaction, about: About): Promise<readonly Fact[]> {
  const rows = await transaction
    .selectFrom('child_facts')
    .selectAll()
    .where('authority_id', '=', about.authorityId)
    .where(ofChild('child_id', about))
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    key: row.fact,
    answer: answerOf(row.answer),
    saidBy: row.said_by,
    saidOn: row.said_on,
    reviewOn: row.review_on,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
  }));
}

function answerOf(answer: Json): FactAnswer {
  if (typeof answer === 'string') return answer;
  return Array.isArray(answer) ? answer.filter((one) => typeof one === 'string') : null;
}

/** Adds facts about a child; those before them stay as history. */
export async function addFacts(
  transaction: Transaction,
  given: About & {
    readonly householdId: string;
    readonly answers: ReadonlyMap<string, FactAnswer>;
    readonly saidBy: string;
    readonly saidOn: Temporal.PlainDate;
    readonly reviewOn: Temporal.PlainDate | null;
    readonly recordedBy: string;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  if (given.answers.size === 0) return;
  await transaction
    .insertInto('child_facts')
    .values(
      [...given.answers].map(([fact, answer]) => ({
        authority_id: given.authorityId,
        id: newId(),
        household_id: given.householdId,
        child_id: given.childId,
        fact,
        answer: JSON.stringify(answer),
        said_by: given.saidBy,
        said_on: given.saidOn,
        review_on: given.reviewOn,
        recorded_by: given.recordedBy,
        recorded_at: given.at,
      })),
    )
    .execute();
}

/** A child of whom something that was recorded is to be looked at again, with the earliest day for it. */
export type FactsToReview = {
  readonly childId: string;
  readonly name: string;
  readonly count: number;
  readonly reviewOn: Temporal.PlainDate;
};

/** Children of whom what holds now is to be looked at again by a day; what was replaced since is not asked. */
export async function factsToReview(
  transaction: Transaction,
  asked: {
    readonly authorityId: string;
    readonly by: Temporal.PlainDate;
    readonly hidden: readonly string[];
  },
): Promise<readonly FactsToReview[]> {
  const hidden = ['00000000-0000-0000-0000-000000000000', ...asked.hidden];
  const { rows } = await sql<{ id: string; name: string; count: number; day: Temporal.PlainDate }>`
    select c.id, c.given_name || ' ' || c.family_name as name, count(*) as count, min(f.review_on) as day
      from child_facts f
      join children c on c.authority_id = f.authority_id and c.id = f.child_id
      where f.authority_id = ${asked.authorityId} and f.review_on <= ${asked.by.toString()}::date
        and c.household_id <> all (${hidden}::uuid[])
        and not exists (select 1 from child_facts later
          where later.authority_id = f.authority_id and later.child_id = f.child_id and later.fact = f.fact
            and (later.recorded_at, later.id) > (f.recorded_at, f.id))
      group by c.id, c.given_name, c.family_name
      order by day, c.id
      limit 50`.execute(transaction);
  return rows.map(({ id, name, count, day }) => ({ childId: id, name, count, reviewOn: day }));
}
