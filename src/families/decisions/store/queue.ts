import { type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { pence } from '#kernel/money.ts';
import type { Json, Schema, Transaction } from '#platform/database/index.ts';
import type { DecisionRecord } from '../domain/decision-record.ts';
import type { Giving } from '../domain/giving.ts';
import type { QueueFilter, QueueView } from '../domain/queue.ts';

/** What was decided of a row. */
export type DecidedRow = Giving & Pick<DecisionRecord, 'outcome' | 'referredTo'>;

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

/** The states that the queue knows, each with the view that lists it. */
export const stateOfView: Readonly<Record<Exclude<QueueView, 'all'>, string>> = {
  waiting: 'sent',
  asked: 'more-asked',
  list: 'waiting',
  elsewhere: 'referred',
  decided: 'decided',
};

type Searched = ExpressionBuilder<{ a: Schema['applications']; c: Schema['children'] }, 'a' | 'c'>;

/** A whole reference is looked up in its index; anything less is looked for everywhere. */
const wholeReference = /^[a-z]{2}-[a-z0-9]{4}-[a-z0-9]{4}$/i;

/** A word that somebody typed stands in the reference or in the child's name, whatever its letters' case. */
function holds(builder: Searched, word: string) {
  if (wholeReference.test(word)) return builder('a.reference', '=', word.toUpperCase());
  const pattern = `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return builder.or([
    builder('a.reference', 'ilike', pattern),
    builder('c.given_name', 'ilike', pattern),
    builder('c.family_name', 'ilike', pattern),
  ]);
}

/** From how many on the queue says "1,000 or more": nobody needs the number, and to count costs time. */
export const countedTo = 1_000;

/** How many applications stand in each state, up to `countedTo`, without those that this practitioner may not see. */
export async function countsByState(
  transaction: Transaction,
  asked: Omit<Asked, 'filter'>,
): Promise<ReadonlyMap<string, number>> {
  const hidden = asked.hidden.length === 0 ? null : sql.join([...asked.hidden]);
  const counts = Object.values(stateOfView).map(
    (state) => sql`select ${state}::text as state, count(*) as count from (
      select 1 from applications where authority_id = ${asked.authorityId} and state = ${state}
        ${hidden === null ? sql`` : sql`and household_id not in (${hidden})`} limit ${countedTo}) counted`,
  );
  const { rows } = await sql<{ state: string; count: number }>`${sql.join(counts, sql` union all `)}`.execute(
    transaction,
  );
  return new Map(rows.map((row) => [row.state, row.count]));
}

function rowsOfQueue(transaction: Transaction) {
  return transaction
    .selectFrom('applications as a')
    .innerJoin('children as c', (join) =>
      join.onRef('c.authority_id', '=', 'a.authority_id').onRef('c.id', '=', 'a.child_id'),
    )
    .select([
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
}

/** Locks applications, in the order of their identifiers, until the transaction ends. */
export async function lockApplications(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly ids: readonly string[] },
): Promise<void> {
  if (wanted.ids.length === 0) return;
  await transaction
    .selectFrom('applications')
    .select('id')
    .where('authority_id', '=', wanted.authorityId)
    .where('id', 'in', [...wanted.ids])
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Who waits, by when each was sent; the scheme's own order is for whoever asks. */
export async function waitingInOrder(
  transaction: Transaction,
  asked: { readonly authorityId: string; readonly hidden: readonly string[]; readonly limit: number },
): Promise<readonly QueueRow[]> {
  let query = rowsOfQueue(transaction).where('a.authority_id', '=', asked.authorityId);
  query = query.where('a.state', '=', 'waiting');
  if (asked.hidden.length > 0) query = query.where('a.household_id', 'not in', [...asked.hidden]);
  return query.orderBy('a.sent_at').orderBy('a.id').limit(asked.limit).execute();
}

/** Where a page of the queue begins: after this application, by the order of its view. */
async function keyOf(transaction: Transaction, asked: Asked & { readonly after: string }) {
  return transaction
    .selectFrom('applications')
    .select(['id', 'due_on', 'sent_at', 'changed_at'])
    .where('authority_id', '=', asked.authorityId)
    .where('id', '=', asked.after)
    .executeTakeFirst();
}

/**
 * One page of the queue after the application named, from an index: the most pressing first; what is decided,
 * and all together, the newest first.
 */
export async function queuePage(
  transaction: Transaction,
  asked: Asked & { readonly limit: number; readonly after: string | null },
): Promise<readonly QueueRow[]> {
  const { filter, hidden } = asked;
  const { view } = filter;
  let query = rowsOfQueue(transaction).where('a.authority_id', '=', asked.authorityId);
  query =
    view === 'all'
      ? query.where('a.state', 'not in', ['draft', 'withdrawn'])
      : query.where('a.state', '=', stateOfView[view]);
  if (hidden.length > 0) query = query.where('a.household_id', 'not in', [...hidden]);
  for (const word of filter.words) query = query.where((builder) => holds(builder, word));
  const key = asked.after === null ? undefined : await keyOf(transaction, { ...asked, after: asked.after });
  if (view === 'decided') {
    if (key !== undefined)
      query = query.where(sql<SqlBool>`(a.changed_at, a.id) < (${key.changed_at}, ${key.id}::uuid)`);
    return query.orderBy('a.changed_at', 'desc').orderBy('a.id', 'desc').limit(asked.limit).execute();
  }
  if (view === 'all') {
    if (key !== undefined)
      query = query.where(sql<SqlBool>`(a.sent_at, a.id) < (${key.sent_at}, ${key.id}::uuid)`);
    return query.orderBy('a.sent_at', 'desc').orderBy('a.id', 'desc').limit(asked.limit).execute();
  }
  if (key !== undefined)
    query = query.where(
      sql<SqlBool>`(a.due_on, a.sent_at, a.id) > (${key.due_on}, ${key.sent_at}, ${key.id}::uuid)`,
    );
  return query.orderBy('a.due_on').orderBy('a.sent_at').orderBy('a.id').limit(asked.limit).execute();
}

/** What makes an officer look twice at a row. */
export type RowFlags = {
  readonly mayBeDuplicate: boolean;
  readonly hasOtherAward: boolean;
  readonly hasDiagnosisLetter: boolean;
  /** Whether a letter with its file is there, and whether one of them holds today. */
  readonly letter: 'in-date' | 'out-of-date' | 'none';
  /** Whether the household has an award of the same scheme already, for a brother or sister or by another application. */
  readonly householdHasAward: boolean;
  /** Facts that officers have put right, by name. */
  readonly corrected: Readonly<Record<string, string>>;
};

/** Gives the flags of the applications of one page, in one query. */
export async function flagsOf(
  transaction: Transaction,
  asked: {
    readonly authorityId: string;
    readonly applicationIds: readonly string[];
    readonly today: Temporal.PlainDate;
  },
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
      sql<SqlBool | null>`(select bool_or(e.holds_until is null or e.holds_until >= ${asked.today}) from evidence e
        where e.authority_id = c.authority_id and e.child_id = c.id and e.file_id is not null)`.as('dated'),
      sql<SqlBool>`exists (select 1 from awards w where w.authority_id = a.authority_id
        and w.household_id = a.household_id and w.scheme_id = a.scheme_id and w.application_id <> a.id
        and w.ends_on >= (a.sent_at at time zone 'Europe/London')::date)`.as('family_award'),
      sql<Json>`(select jsonb_object_agg(f.fact, f.is_now order by f.corrected_at, f.id) from fact_corrections f
        where f.authority_id = a.authority_id and f.application_id = a.id)`.as('corrected'),
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
        letter: row.dated === null ? 'none' : row.dated === true ? 'in-date' : 'out-of-date',
        householdHasAward: row.family_award === true,
        corrected: (row.corrected ?? {}) as Readonly<Record<string, string>>,
      },
    ]),
  );
}

/** The newest decisions about these applications, by application. */
export async function outcomesOf(
  transaction: Transaction,
  asked: { readonly authorityId: string; readonly applicationIds: readonly string[] },
): Promise<ReadonlyMap<string, DecidedRow>> {
  if (asked.applicationIds.length === 0) return new Map();
  const rows = await transaction
    .selectFrom('decisions')
    .select([
      'application_id',
      'outcome',
      'award_pence',
      'award_minutes',
      'award_nights',
      'award_per',
      'referred_to',
    ])
    .where('authority_id', '=', asked.authorityId)
    .where('application_id', 'in', [...asked.applicationIds])
    .orderBy('number')
    .execute();
  return new Map(
    rows.map((row) => [
      row.application_id,
      {
        outcome: row.outcome as DecidedRow['outcome'],
        amount: row.award_pence === null ? null : pence(row.award_pence),
        minutes: row.award_minutes,
        nights: row.award_nights,
        per: row.award_per as DecidedRow['per'],
        referredTo: row.referred_to as DecidedRow['referredTo'],
      },
    ]),
  );
}
