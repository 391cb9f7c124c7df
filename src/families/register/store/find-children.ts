import { type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Schema, Transaction } from '#platform/database/index.ts';
import type { ChildSearch } from '../domain/child-search.ts';

/** A child as the list shows one. */
export type ListedChild = {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly bornOn: Temporal.PlainDate;
  readonly town: string;
  readonly postcode: string;
  readonly registerState: string | null;
  readonly isLimited: boolean;
};

type Asked = {
  readonly authorityId: string;
  readonly search: ChildSearch;
  readonly hidden: readonly string[];
};

type Searched = ExpressionBuilder<{ c: Schema['children']; h: Schema['households'] }, 'c' | 'h'>;

function matches(builder: Searched, search: ChildSearch) {
  switch (search.kind) {
    case 'all':
      return builder.val(true);
    case 'born':
      return builder('c.born_on', '=', search.on);
    case 'postcode':
      return builder('h.postcode', '=', search.postcode);
    case 'reference':
      return sql<SqlBool>`(exists (select 1 from disability_register r where r.authority_id = c.authority_id and r.child_id = c.id and r.reference = ${search.reference})
        or exists (select 1 from applications a where a.authority_id = c.authority_id and a.child_id = c.id and a.reference = ${search.reference})
        or exists (select 1 from awards w where w.authority_id = c.authority_id and w.child_id = c.id and w.reference = ${search.reference}))`;
    case 'words':
      return builder.and(search.words.map((word) => hasWord(builder, word)));
  }
}

/** A child who was written down twice is listed once. Its old reference leads to the record that stays. */
function isListed(builder: Searched, search: ChildSearch) {
  return search.kind === 'reference' ? builder.val(true) : builder('c.merged_into', 'is', null);
}

/** A word stands in the child's name, or in what the child likes to be called, or in a record that was merged into it. */
function hasWord(builder: Searched, word: string) {
  const pattern = `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return builder.or([
    builder('c.given_name', 'ilike', pattern),
    builder('c.family_name', 'ilike', pattern),
    sql<SqlBool>`exists (select 1 from child_facts f where f.authority_id = c.authority_id and f.child_id = c.id
      and f.fact = 'preferred-name' and f.answer #>> '{}' ilike ${pattern})`,
    sql<SqlBool>`c.id in (select m.merged_into from children m where m.authority_id = c.authority_id
      and m.merged_into is not null and (m.given_name ilike ${pattern} or m.family_name ilike ${pattern}))`,
  ]);
}

function matching(transaction: Transaction, asked: Asked) {
  let query = transaction
    .selectFrom('children as c')
    .innerJoin('households as h', (join) =>
      join.onRef('h.authority_id', '=', 'c.authority_id').onRef('h.id', '=', 'c.household_id'),
    )
    .where('c.authority_id', '=', asked.authorityId)
    .where((builder) => isListed(builder, asked.search))
    .where((builder) => matches(builder, asked.search));
  if (asked.hidden.length > 0) query = query.where('c.household_id', 'not in', [...asked.hidden]);
  return query;
}

/** How many children the search finds. */
export async function countChildren(transaction: Transaction, asked: Asked): Promise<number> {
  const row = await matching(transaction, asked)
    .select((builder) => builder.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** One page of the children that the search finds, by family name. */
export async function findChildren(
  transaction: Transaction,
  asked: Asked & { readonly limit: number; readonly offset: number; readonly today: Temporal.PlainDate },
): Promise<readonly ListedChild[]> {
  return matching(transaction, asked)
    .select([
      'c.id',
      'c.given_name as givenName',
      'c.family_name as familyName',
      'c.born_on as bornOn',
      'h.town',
      'h.postcode',
      sql<
        string | null
      >`(select r.state from disability_register r where r.authority_id = c.authority_id and r.child_id = c.id
        order by r.asked_at desc, r.id desc limit 1)`.as('registerState'),
      sql<boolean>`exists (select 1 from contact_limits l where l.authority_id = c.authority_id and l.child_id = c.id
        and l.ended_at is null and l.from_on <= ${asked.today} and (l.until_on is null or l.until_on > ${asked.today}))`.as(
        'isLimited',
      ),
    ])
    .orderBy(sql`lower(c.family_name)`)
    .orderBy(sql`lower(c.given_name)`)
    .orderBy('c.id')
    .limit(asked.limit)
    .offset(asked.offset)
    .execute();
}
