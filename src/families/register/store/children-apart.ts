import { newId } from '#kernel/id.ts';
import { ofChild, type Transaction } from '#platform/database/index.ts';
import type { Apart } from '../domain/people.ts';

type About = { readonly authorityId: string; readonly childId: string };

/**
 * The children with whom this one must not be in one place, as they stand now. On a family's connection there
 * are none: it would tell of another's child.
 */
export async function mustNotBeWith(transaction: Transaction, about: About): Promise<readonly Apart[]> {
  const rows = await transaction
    .selectFrom('children_apart as a')
    .innerJoin('children as c', (join) =>
      join
        .onRef('c.authority_id', '=', 'a.authority_id')
        .on((on) =>
          on.or([
            on.and([ofChild('a.one_child_id', about), on('c.id', '=', on.ref('a.other_child_id'))]),
            on.and([ofChild('a.other_child_id', about), on('c.id', '=', on.ref('a.one_child_id'))]),
          ]),
        ),
    )
    .select(['a.id', 'a.reason', 'a.said_by', 'a.said_on', 'a.review_on'])
    .select(['c.id as other_id', 'c.given_name', 'c.family_name', 'c.born_on', 'c.household_id'])
    .where('a.authority_id', '=', about.authorityId)
    .where('a.ended_at', 'is', null)
    .orderBy('a.recorded_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    otherChildId: row.other_id,
    otherName: `${row.given_name} ${row.family_name}`,
    otherBornOn: row.born_on,
    otherHouseholdId: row.household_id,
    reason: row.reason,
    saidBy: row.said_by,
    saidOn: row.said_on,
    reviewOn: row.review_on,
  }));
}

/** Keeps that two children must be apart; gives false where that stands already. */
export async function keepApart(
  transaction: Transaction,
  given: About & {
    readonly otherChildId: string;
    readonly reason: string;
    readonly saidBy: string;
    readonly saidOn: Temporal.PlainDate;
    readonly reviewOn: Temporal.PlainDate;
    readonly by: string;
    readonly at: Temporal.Instant;
  },
): Promise<boolean> {
  const [one = '', other = ''] = [given.childId, given.otherChildId].toSorted();
  const added = await transaction
    .insertInto('children_apart')
    .values({
      authority_id: given.authorityId,
      id: newId(),
      one_child_id: one,
      other_child_id: other,
      reason: given.reason,
      said_by: given.saidBy,
      said_on: given.saidOn,
      review_on: given.reviewOn,
      recorded_by: given.by,
      recorded_at: given.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** Ends that two children must be apart, with the reason; gives whether there was something to end. */
export async function endApart(
  transaction: Transaction,
  given: About & {
    readonly apartId: string;
    readonly because: string;
    readonly by: string;
    readonly at: Temporal.Instant;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('children_apart')
    .set({ ended_by: given.by, ended_at: given.at, ended_because: given.because })
    .where('authority_id', '=', given.authorityId)
    .where('id', '=', given.apartId)
    .where('ended_at', 'is', null)
    .where((where) => where.or([ofChild('one_child_id', given), ofChild('other_child_id', given)]))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Pairs whose review has come, of the children outside the hidden households. */
export async function apartToReview(
  transaction: Transaction,
  asked: {
    readonly authorityId: string;
    readonly by: Temporal.PlainDate;
    readonly hidden: readonly string[];
  },
): Promise<
  readonly { readonly childId: string; readonly name: string; readonly reviewOn: Temporal.PlainDate }[]
> {
  const hidden = ['00000000-0000-0000-0000-000000000000', ...asked.hidden];
  const rows = await transaction
    .selectFrom('children_apart as a')
    .innerJoin('children as one', (join) =>
      join.onRef('one.authority_id', '=', 'a.authority_id').onRef('one.id', '=', 'a.one_child_id'),
    )
    .innerJoin('children as other', (join) =>
      join.onRef('other.authority_id', '=', 'a.authority_id').onRef('other.id', '=', 'a.other_child_id'),
    )
    .select(['one.id', 'one.given_name', 'one.family_name', 'a.review_on'])
    .where('a.authority_id', '=', asked.authorityId)
    .where('a.ended_at', 'is', null)
    .where('a.review_on', '<=', asked.by)
    .where('one.household_id', 'not in', hidden)
    .where('other.household_id', 'not in', hidden)
    .orderBy('a.review_on')
    .limit(50)
    .execute();
  return rows.map((row) => ({
    childId: row.id,
    name: `${row.given_name} ${row.family_name}`,
    reviewOn: row.review_on,
  }));
}
