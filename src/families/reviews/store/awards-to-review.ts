import { sql } from 'kysely';
import type { Transaction } from '#platform/database/index.ts';

/** An award that may have a review before a day, with the child it is for. */
export type AwardToReview = {
  readonly awardId: string;
  readonly childId: string;
  readonly childName: string;
  readonly bornOn: Temporal.PlainDate;
};

/**
 * The awards that run on a day or later and may be looked at by another day: those never looked at whose day is
 * near or is the law's to say, and those whose last review says so. Exactly which, their days tell.
 */
export async function awardsToReview(
  transaction: Transaction,
  wanted: {
    readonly authorityId: string;
    readonly today: Temporal.PlainDate;
    readonly until: Temporal.PlainDate;
    readonly hidden: readonly string[];
  },
): Promise<readonly AwardToReview[]> {
  const { authorityId, today, until, hidden } = wanted;
  const { rows } = await sql<{
    award_id: string;
    child_id: string;
    given_name: string;
    family_name: string;
    born_on: Temporal.PlainDate;
    household_id: string;
  }>`
    select a.id as award_id, c.id as child_id, c.given_name, c.family_name, c.born_on, a.household_id
    from awards a
    join children c on c.authority_id = a.authority_id and c.id = a.child_id
    left join lateral (
      select r.next_on from review_records r where r.authority_id = a.authority_id and r.award_id = a.id
      order by r.held_on desc, r.recorded_at desc limit 1
    ) latest on true
    where a.authority_id = ${authorityId} and a.ends_on >= ${today}
      and ((latest.next_on is null and (a.review_on <= ${until} or a.legal_basis is not null)
            and not exists (select 1 from review_records d where d.authority_id = a.authority_id and d.award_id = a.id))
        or latest.next_on <= ${until})
    order by a.review_on, a.id`.execute(transaction);
  const kept = new Set(hidden);
  return rows
    .filter((row) => !kept.has(row.household_id))
    .map((row) => ({
      awardId: row.award_id,
      childId: row.child_id,
      childName: `${row.given_name} ${row.family_name}`,
      bornOn: row.born_on,
    }));
}

/** The awards of a person's households that still run, for the family's own list of what there is to do. */
export async function runningAwardsOfPerson(
  transaction: Transaction,
  wanted: {
    readonly authorityId: string;
    readonly personId: string;
    readonly today: Temporal.PlainDate;
  },
): Promise<readonly AwardToReview[]> {
  const rows = await transaction
    .selectFrom('awards as a')
    .innerJoin('household_accounts as h', (join) =>
      join.onRef('h.authority_id', '=', 'a.authority_id').onRef('h.household_id', '=', 'a.household_id'),
    )
    .innerJoin('children as c', (join) =>
      join.onRef('c.authority_id', '=', 'a.authority_id').onRef('c.id', '=', 'a.child_id'),
    )
    .select(['a.id as awardId', 'c.id as childId', 'c.given_name', 'c.family_name', 'c.born_on as bornOn'])
    .where('a.authority_id', '=', wanted.authorityId)
    .where('h.person_id', '=', wanted.personId)
    .where('a.ends_on', '>=', wanted.today)
    .execute();
  return rows.map(({ given_name, family_name, ...row }) => ({
    ...row,
    childName: `${given_name} ${family_name}`,
  }));
}
