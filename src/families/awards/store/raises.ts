import { newId } from '#kernel/id.ts';
import { pence } from '#kernel/money.ts';
import type { Transaction } from '#platform/database/index.ts';
import type { Amounts } from '../domain/change.ts';
import type { Raise } from '../domain/raise.ts';

type Row = {
  readonly id: string;
  readonly award_id: string;
  readonly household_id: string;
  readonly from_on: Temporal.PlainDate;
  readonly amount_pence: number | null;
  readonly minutes: number | null;
  readonly nights: number | null;
  readonly reason: string;
  readonly asked_by: string;
  readonly asked_by_name: string;
  readonly asked_at: Temporal.Instant;
  readonly answer: string | null;
  readonly answered_by_name: string | null;
  readonly answered_at: Temporal.Instant | null;
  readonly answered_because: string | null;
};

function toRaise(row: Row): Raise {
  return {
    id: row.id,
    awardId: row.award_id,
    householdId: row.household_id,
    from: row.from_on,
    amount: row.amount_pence === null ? null : pence(row.amount_pence),
    minutes: row.minutes,
    nights: row.nights,
    reason: row.reason,
    askedBy: row.asked_by,
    askedByName: row.asked_by_name,
    askedAt: row.asked_at,
    answer:
      row.answer === null || row.answered_at === null
        ? null
        : {
            isAgreed: row.answer === 'agreed',
            byName: row.answered_by_name ?? '',
            at: row.answered_at,
            because: row.answered_because ?? '',
          },
  };
}

/** Asks for more for an award. The database refuses a second while one waits for its answer. */
export async function insertRaise(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly awardId: string;
    readonly householdId: string;
    readonly from: Temporal.PlainDate;
    readonly amounts: Amounts;
    readonly reason: string;
    readonly by: { readonly id: string; readonly name: string };
    readonly at: Temporal.Instant;
  },
): Promise<string> {
  const id = newId();
  await transaction
    .insertInto('award_raises')
    .values({
      authority_id: given.authorityId,
      id,
      award_id: given.awardId,
      household_id: given.householdId,
      from_on: given.from,
      amount_pence: given.amounts.amount,
      minutes: given.amounts.minutes,
      nights: given.amounts.nights,
      reason: given.reason,
      asked_by: given.by.id,
      asked_by_name: given.by.name,
      asked_at: given.at,
    })
    .execute();
  return id;
}

/** Every raise that was asked for of an award, the newest first. */
export async function raisesOf(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly awardId: string },
): Promise<readonly Raise[]> {
  const rows = await transaction
    .selectFrom('award_raises')
    .selectAll()
    .where('authority_id', '=', wanted.authorityId)
    .where('award_id', '=', wanted.awardId)
    .orderBy('asked_at', 'desc')
    .execute();
  return rows.map(toRaise);
}

/** A raise that waits for an answer, with what its list names. */
export type OpenRaise = Raise & { readonly childName: string; readonly reference: string };

/** Every raise that waits, the longest waiting first, without those of some households. */
export async function openRaises(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly hidden: readonly string[] },
): Promise<readonly OpenRaise[]> {
  let query = transaction
    .selectFrom('award_raises as r')
    .innerJoin('awards as a', (join) =>
      join.onRef('a.authority_id', '=', 'r.authority_id').onRef('a.id', '=', 'r.award_id'),
    )
    .innerJoin('children as c', (join) =>
      join.onRef('c.authority_id', '=', 'a.authority_id').onRef('c.id', '=', 'a.child_id'),
    )
    .selectAll('r')
    .select(['a.reference', 'c.given_name', 'c.family_name'])
    .where('r.authority_id', '=', wanted.authorityId)
    .where('r.answer', 'is', null)
    .orderBy('r.asked_at');
  if (wanted.hidden.length > 0) query = query.where('r.household_id', 'not in', [...wanted.hidden]);
  const rows = await query.execute();
  return rows.map((row) => ({
    ...toRaise(row),
    reference: row.reference,
    childName: `${row.given_name} ${row.family_name}`,
  }));
}

/** Keeps the answer to a raise; false where it was answered already. */
export async function answerRaise(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly raiseId: string;
    readonly isAgreed: boolean;
    readonly because: string;
    readonly by: { readonly id: string; readonly name: string };
    readonly at: Temporal.Instant;
  },
): Promise<boolean> {
  const row = await transaction
    .updateTable('award_raises')
    .set({
      answer: given.isAgreed ? 'agreed' : 'not-agreed',
      answered_by: given.by.id,
      answered_by_name: given.by.name,
      answered_at: given.at,
      answered_because: given.because,
    })
    .where('authority_id', '=', given.authorityId)
    .where('id', '=', given.raiseId)
    .where('answer', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
