import { type SqlBool, sql } from 'kysely';
import type { Transaction } from '#platform/database/index.ts';
import type { RegisterEntry, RegisterState } from '../domain/disability-register.ts';
import { toEntry } from './disability-register.ts';

type Asked = { readonly authorityId: string; readonly hidden: readonly string[] };

/** One entry with the child it is for. */
export type ListedEntry = RegisterEntry & {
  readonly name: string;
  readonly bornOn: Temporal.PlainDate;
  readonly district: string | null;
};

const nowhere = '00000000-0000-0000-0000-000000000000';

/**
 * Of two cards of one child that was written down twice, only the older counts. So few records are merged that
 * the others are not asked.
 */
const isOnlyCard = sql<SqlBool>`not exists (select 1 from children m
  join disability_register o on o.authority_id = m.authority_id and o.child_id = any (same_child(m.authority_id, m.id))
  where m.authority_id = r.authority_id and m.merged_into is not null
    and r.child_id = any (same_child(m.authority_id, m.id))
    and o.state in ('asked', 'confirmed') and o.id <> r.id and (o.asked_at, o.id) < (r.asked_at, r.id)
    and r.state in ('asked', 'confirmed'))`;

/** How many entries stand in each state. */
export async function countsOfRegister(
  transaction: Transaction,
  asked: Asked,
): Promise<ReadonlyMap<string, number>> {
  const rows = await transaction
    .selectFrom('disability_register as r')
    .where(isOnlyCard)
    .select(['state', (builder) => builder.fn.countAll<number>().as('count')])
    .where('authority_id', '=', asked.authorityId)
    .where('household_id', 'not in', [nowhere, ...asked.hidden])
    .groupBy('state')
    .execute();
  return new Map(rows.map((row) => [row.state, row.count]));
}

/** The entries of one state: who has waited longest first. */
export async function entriesIn(
  transaction: Transaction,
  asked: Asked & { readonly state: RegisterState; readonly limit: number; readonly offset: number },
): Promise<readonly ListedEntry[]> {
  const rows = await transaction
    .selectFrom('disability_register as r')
    .innerJoin('children as c', (join) =>
      join.onRef('c.authority_id', '=', 'r.authority_id').onRef('c.id', '=', 'r.child_id'),
    )
    .innerJoin('households as h', (join) =>
      join.onRef('h.authority_id', '=', 'c.authority_id').onRef('h.id', '=', 'c.household_id'),
    )
    .selectAll('r')
    .select(['c.given_name', 'c.family_name', 'c.born_on', 'h.district'])
    .where('r.authority_id', '=', asked.authorityId)
    .where('r.state', '=', asked.state)
    .where(isOnlyCard)
    .where('r.household_id', 'not in', [nowhere, ...asked.hidden])
    .orderBy('r.asked_at')
    .orderBy('r.id')
    .limit(asked.limit)
    .offset(asked.offset)
    .execute();
  return rows.map((row) => ({
    ...toEntry(row),
    name: `${row.given_name} ${row.family_name}`,
    bornOn: row.born_on,
    district: row.district,
  }));
}

export const countedFacts = ['ethnicity', 'sex', 'disability', 'sen-first', 'language'] as const;
export type CountedFact = (typeof countedFacts)[number];

/**
 * How many children of the register have each answer to a fact; where several may be given, a child counts in
 * each. Those of whom nothing is known count under an empty answer.
 */
export async function countsByFact(
  transaction: Transaction,
  asked: { readonly authorityId: string; readonly fact: CountedFact },
): Promise<readonly { readonly answer: string; readonly count: number }[]> {
  const { rows } = await sql<{ answer: string; count: number }>`
    select coalesce(given.answer, '') as answer, count(*)::integer as count
    from disability_register r
    left join lateral (select f.answer from child_facts f
      where f.authority_id = r.authority_id and f.child_id = r.child_id and f.fact = ${asked.fact}
      order by f.recorded_at desc, f.id desc limit 1) fact on true
    left join lateral (select jsonb_array_elements_text(
      case jsonb_typeof(fact.answer) when 'array' then fact.answer when 'string' then jsonb_build_array(fact.answer) else '[]'::jsonb end) as answer) given on true
    where r.authority_id = ${asked.authorityId} and r.state = 'confirmed' and ${isOnlyCard}
    group by 1 order by 2 desc, 1`.execute(transaction);
  return rows;
}

/** How many children of the register live in each district; an empty name where it is not known. */
export async function countsByDistrict(
  transaction: Transaction,
  asked: { readonly authorityId: string },
): Promise<readonly { readonly answer: string; readonly count: number }[]> {
  const { rows } = await sql<{ answer: string; count: number }>`
    select coalesce(h.district, '') as answer, count(*)::integer as count
    from disability_register r
    join children c on c.authority_id = r.authority_id and c.id = r.child_id
    join households h on h.authority_id = c.authority_id and h.id = c.household_id
    where r.authority_id = ${asked.authorityId} and r.state = 'confirmed' and ${isOnlyCard}
    group by 1 order by 2 desc, 1`.execute(transaction);
  return rows;
}
