import { type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Json, Schema, Transaction } from '#platform/database/index.ts';
import type { QueueFilter, QueueView } from '../domain/queue.ts';

/** One application as the queue lists it. */
export type QueueRow = {
  readonly id: string;
  readonly reference: string;
  readonly schemeId: string;
  readonly state: string;
  readonly answers: Json;
  readonly createdAt: Temporal.Instant;
  readonly sentAt: Temporal.Instant | null;
  readonly dueOn: Temporal.PlainDate | null;
  readonly childId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly bornOn: Temporal.PlainDate;
};

type Asked = {
  readonly authorityId: string;
  readonly filter: QueueFilter;
  readonly hidden: readonly string[];
};

const statesOf: Readonly<Record<QueueView, readonly string[]>> = {
  waiting: ['sent'],
  asked: ['more-asked'],
  decided: ['decided'],
  all: ['sent', 'more-asked', 'decided'],
};

function matching(transaction: Transaction, asked: Asked) {
  const { filter, hidden } = asked;
  let query = transaction
    .selectFrom('applications as a')
    .innerJoin('children as c', (join) =>
      join.onRef('c.authority_id', '=', 'a.authority_id').onRef('c.id', '=', 'a.child_id'),
    )
    .where('a.authority_id', '=', asked.authorityId)
    .where('a.state', 'in', [...statesOf[filter.view]]);
  if (hidden.length > 0) query = query.where('a.household_id', 'not in', [...hidden]);
  for (const word of filter.words) query = query.where((builder) => holds(builder, word));
  return query;
}

type Searched = ExpressionBuilder<{ a: Schema['applications']; c: Schema['children'] }, 'a' | 'c'>;

/** A word that somebody typed stands in the reference or in the child's name, whatever its letters' case. */
function holds(builder: Searched, word: string) {
  const pattern = `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return builder.or([
    builder('a.reference', 'ilike', pattern),
    builder('c.given_name', 'ilike', pattern),
    builder('c.family_name', 'ilike', pattern),
  ]);
}

/** How many applications the filter finds. */
export async function countInQueue(transaction: Transaction, asked: Asked): Promise<number> {
  const row = await matching(transaction, asked)
    .select((builder) => builder.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** How many applications stand in each state, without those that this practitioner may not see. */
export async function countsByState(
  transaction: Transaction,
  asked: Omit<Asked, 'filter'>,
): Promise<ReadonlyMap<string, number>> {
  let query = transaction
    .selectFrom('applications')
    .select(['state', (builder) => builder.fn.countAll<number>().as('count')])
    .where('authority_id', '=', asked.authorityId)
    .where('state', 'in', [...statesOf.all])
    .groupBy('state');
  if (asked.hidden.length > 0) query = query.where('household_id', 'not in', [...asked.hidden]);
  const rows = await query.execute();
  return new Map(rows.map((row) => [row.state, row.count]));
}

/** One page of the queue: the most pressing first; what is decided, the newest first. */
export async function queuePage(
  transaction: Transaction,
  asked: Asked & { readonly limit: number; readonly offset: number },
): Promise<readonly QueueRow[]> {
  const listed = matching(transaction, asked).select([
    'a.id',
    'a.reference',
    'a.scheme_id as schemeId',
    'a.state',
    'a.answers',
    'a.created_at as createdAt',
    'a.sent_at as sentAt',
    'a.due_on as dueOn',
    'c.id as childId',
    'c.given_name as givenName',
    'c.family_name as familyName',
    'c.born_on as bornOn',
  ]);
  const { view } = asked.filter;
  // With all of them together: what waits for us, then what waits for the family, then what is done.
  const inOrder =
    view === 'decided'
      ? listed.orderBy('a.changed_at', 'desc')
      : view === 'all'
        ? listed
            .orderBy(sql`case a.state when 'sent' then 1 when 'more-asked' then 2 else 3 end`)
            .orderBy('a.due_on')
        : listed.orderBy('a.due_on').orderBy('a.sent_at');
  return inOrder.orderBy('a.id').limit(asked.limit).offset(asked.offset).execute();
}

/** What makes an officer look twice at a row. */
export type RowFlags = {
  readonly mayBeDuplicate: boolean;
  readonly hasOtherAward: boolean;
  readonly hasDiagnosisLetter: boolean;
};

/** Gives the flags of the applications of one page, in one query. */
export async function flagsOf(
  transaction: Transaction,
  asked: { readonly authorityId: string; readonly applicationIds: readonly string[] },
): Promise<ReadonlyMap<string, RowFlags>> {
  if (asked.applicationIds.length === 0) return new Map();
  const rows = await transaction
    .selectFrom('applications as a')
    .innerJoin('children as c', (join) =>
      join.onRef('c.authority_id', '=', 'a.authority_id').onRef('c.id', '=', 'a.child_id'),
    )
    .select([
      'a.id',
      sql<SqlBool>`exists (select 1 from children o where o.authority_id = c.authority_id and o.born_on = c.born_on
        and o.id <> c.id and (lower(o.family_name) = lower(c.family_name) or lower(o.given_name) = lower(c.given_name)))`.as(
        'duplicate',
      ),
      sql<SqlBool>`exists (select 1 from awards w where w.authority_id = c.authority_id and w.child_id = c.id
        and w.application_id <> a.id and w.ends_on >= (a.sent_at at time zone 'Europe/London')::date)`.as(
        'award',
      ),
      sql<SqlBool>`exists (select 1 from evidence e where e.authority_id = c.authority_id and e.child_id = c.id
        and e.kind = 'diagnosis-letter' and e.file_id is not null)`.as('letter'),
    ])
    .where('a.authority_id', '=', asked.authorityId)
    .where('a.id', 'in', [...asked.applicationIds])
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        mayBeDuplicate: row.duplicate === true,
        hasOtherAward: row.award === true,
        hasDiagnosisLetter: row.letter === true,
      },
    ]),
  );
}

/** The outcomes of the decided applications among these. */
export async function outcomesOf(
  transaction: Transaction,
  asked: { readonly authorityId: string; readonly applicationIds: readonly string[] },
): Promise<ReadonlyMap<string, { readonly outcome: string; readonly pence: number | null }>> {
  if (asked.applicationIds.length === 0) return new Map();
  const rows = await transaction
    .selectFrom('decisions')
    .select(['application_id', 'outcome', 'award_pence'])
    .where('authority_id', '=', asked.authorityId)
    .where('application_id', 'in', [...asked.applicationIds])
    .execute();
  return new Map(rows.map((row) => [row.application_id, { outcome: row.outcome, pence: row.award_pence }]));
}
