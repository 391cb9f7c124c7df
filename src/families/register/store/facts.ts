import { newId } from '#kernel/id.ts';
import type { Json, Transaction } from '#platform/database/index.ts';
import type { Fact, FactAnswer } from '../domain/fact.ts';
import { ofChild } from './same-child.ts';

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
