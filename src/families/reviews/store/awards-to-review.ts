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
  const { rows } = await sql<ListedRow>`
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
  return toListed(rows, hidden);
}

/** Where a question for the first of something ended: nothing that was not given comes before this day. */
export type Reached = { readonly by: 'its-day' | 'its-start'; readonly day: Temporal.PlainDate };

/**
 * The first so many of each of the three kinds of awards that may be looked at by a day: those never looked at, by
 * the day set; those looked at before, by the day their last review says; and those never looked at whose day the
 * law may say, by their start. Each from an index, in the order of the day and then of the award. `reached` says
 * for each kind that has more how far it was read.
 */
export async function firstAwardsToReview(
  transaction: Transaction,
  wanted: {
    readonly authorityId: string;
    readonly today: Temporal.PlainDate;
    readonly until: Temporal.PlainDate;
    readonly hidden: readonly string[];
    readonly limit: number;
  },
): Promise<{ readonly listed: readonly AwardToReview[]; readonly reached: readonly Reached[] }> {
  const { authorityId, today, until, limit } = wanted;
  const child = sql`join children c on c.authority_id = a.authority_id and c.id = a.child_id`;
  const what = sql`c.id as child_id, c.given_name, c.family_name, c.born_on, a.household_id`;
  const runs = sql`a.authority_id = ${authorityId} and a.ends_on >= ${today}`;
  const isNew = sql`not exists (select 1 from review_records d where d.authority_id = a.authority_id and d.award_id = a.id)`;
  const questions = [
    sql<FirstRow>`select a.id as award_id, a.review_on as day, ${what} from awards a ${child}
      where ${runs} and a.review_on <= ${until} and ${isNew} order by a.review_on, a.id limit ${limit}`,
    sql<FirstRow>`select a.id as award_id, r.next_on as day, ${what} from review_records r
      join awards a on a.authority_id = r.authority_id and a.id = r.award_id ${child}
      where ${runs} and r.authority_id = ${authorityId} and r.next_on <= ${until}
        and not exists (select 1 from review_records later where later.authority_id = r.authority_id
          and later.award_id = r.award_id and (later.held_on, later.recorded_at) > (r.held_on, r.recorded_at))
      order by r.next_on, r.award_id limit ${limit}`,
    sql<FirstRow>`select a.id as award_id, a.starts_on as day, ${what} from awards a ${child}
      where ${runs} and a.legal_basis is not null and a.starts_on <= ${until} and ${isNew}
      order by a.starts_on, a.id limit ${limit}`,
  ];
  const listed = new Map<string, FirstRow>();
  const reached: Reached[] = [];
  for (const [number, question] of questions.entries()) {
    const { rows } = await question.execute(transaction);
    for (const row of rows) listed.set(row.award_id, row);
    const last = rows.at(-1);
    if (last !== undefined && rows.length === limit)
      reached.push({ by: number === 2 ? 'its-start' : 'its-day', day: last.day });
  }
  return { listed: toListed([...listed.values()], wanted.hidden), reached };
}

type ListedRow = {
  readonly award_id: string;
  readonly child_id: string;
  readonly given_name: string;
  readonly family_name: string;
  readonly born_on: Temporal.PlainDate;
  readonly household_id: string;
};
type FirstRow = ListedRow & { readonly day: Temporal.PlainDate };

function toListed(rows: readonly ListedRow[], hidden: readonly string[]): readonly AwardToReview[] {
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
