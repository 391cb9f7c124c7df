import { sql } from 'kysely';
import { type Merged, mergedChildren, type Transaction } from '#platform/database/index.ts';

/** A child as the report needs it, from the database. */
export type ChildRow = {
  readonly id: string;
  readonly household_id: string;
  readonly born_on: Temporal.PlainDate;
  readonly postcode: string;
  readonly district: string | null;
};

export type AwardRow = {
  readonly id: string;
  readonly child_id: string;
  readonly reference: string;
  readonly scheme_id: string | null;
  readonly amount_pence: number | null;
  readonly minutes: number | null;
  readonly nights: number | null;
  readonly per: string;
  readonly break_kind: string;
  readonly way: string;
  readonly paid_by: string;
  readonly legal_basis: string | null;
  readonly source: string;
  readonly starts_on: Temporal.PlainDate;
  readonly ends_on: Temporal.PlainDate;
  readonly review_on: Temporal.PlainDate;
};

export type OtherRow = {
  readonly id: string;
  readonly child_id: string;
  readonly name: string;
  readonly break_kind: string;
  readonly way: string;
  readonly paid_by: string;
  readonly legal_basis: string | null;
  readonly yearly_pence: number | null;
  readonly yearly_minutes: number | null;
  readonly yearly_nights: number | null;
  readonly starts_on: Temporal.PlainDate;
  readonly ends_on: Temporal.PlainDate | null;
  readonly review_on: Temporal.PlainDate | null;
};

export type ChangeRow = {
  readonly id: string;
  readonly award_id: string;
  readonly kind: string;
  readonly from_on: Temporal.PlainDate;
  readonly amount_pence: number | null;
  readonly minutes: number | null;
  readonly nights: number | null;
  readonly takes_back: string | null;
  readonly changed_at: Temporal.Instant;
};

export type HeldRow = {
  readonly award_id: string;
  readonly held_on: Temporal.PlainDate;
  readonly next_on: Temporal.PlainDate | null;
};

/** Everything that makes packages, as rows. */
export type PackageRows = {
  readonly children: readonly ChildRow[];
  readonly awards: readonly AwardRow[];
  readonly others: readonly OtherRow[];
  readonly changes: readonly ChangeRow[];
  readonly held: readonly HeldRow[];
};

/** Which: of all households or of some, and only what runs on a day or later, or all that ever was. */
export type Wanted = {
  readonly authorityId: string;
  readonly householdIds: readonly string[] | null;
  readonly since: Temporal.PlainDate | null;
};

/** With the households of every other record of their children: what those have belongs to the same package. */
function withMerged(householdIds: readonly string[], { stays, households }: Merged): readonly string[] {
  const wanted = new Set(householdIds);
  const ends = new Set(
    [...households].flatMap(([id, householdId]) => (wanted.has(householdId) ? [stays.get(id) ?? id] : [])),
  );
  for (const [id, householdId] of households) if (ends.has(stays.get(id) ?? id)) wanted.add(householdId);
  return [...wanted];
}

/** What a merged record has is what the record that stays has. */
function ofStaying({ stays }: Merged) {
  return <T extends { readonly child_id: string }>(row: T): T => {
    const end = stays.get(row.child_id);
    return end === undefined ? row : { ...row, child_id: end };
  };
}

/** Every record of these children: what a merged one has belongs to the one that stays. */
function recordsOf(children: readonly ChildRow[], { stays }: Merged): readonly string[] {
  const ids = new Set(children.map(({ id }) => id));
  return [...ids, ...[...stays].flatMap(([id, end]) => (ids.has(end) ? [id] : []))];
}

/** A condition: the column is one of these; always so where nothing is named. */
function isOneOf(column: string, ids: readonly string[] | null) {
  if (ids === null) return sql`true`;
  if (ids.length === 0) return sql`false`;
  return sql`${sql.ref(column)} in (${sql.join(ids.map((id) => sql`${id}::uuid`))})`;
}

/** Reads everything that makes the packages of households, in five questions whatever their number. */
export async function packageRows(transaction: Transaction, wanted: Wanted): Promise<PackageRows> {
  const { authorityId, since } = wanted;
  const merged = await mergedChildren(transaction, authorityId);
  const householdIds = wanted.householdIds === null ? null : withMerged(wanted.householdIds, merged);
  const staying = [...new Set(merged.stays.values())];
  const running = (column: string) => (since === null ? sql`true` : sql`${sql.ref(column)} >= ${since}`);
  const children = await sql<ChildRow>`
    select c.id, c.household_id, c.born_on, h.postcode, h.district from children c
    join households h on h.authority_id = c.authority_id and h.id = c.household_id
    where c.authority_id = ${authorityId} and ${isOneOf('c.household_id', householdIds)} and c.merged_into is null
      and (${isOneOf('c.id', staying)} or exists (select 1 from awards a where a.authority_id = c.authority_id and a.child_id = c.id)
        or exists (select 1 from other_support o where o.authority_id = c.authority_id and o.child_id = c.id))`.execute(
    transaction,
  );
  // By its child, whose household may be another than it was when the support began.
  const childIds = householdIds === null ? null : recordsOf(children.rows, merged);
  const awards = await sql<AwardRow>`
    select a.id, a.child_id, a.reference, a.scheme_id, a.amount_pence, a.minutes, a.nights, a.per, a.break_kind, a.way,
      a.paid_by, a.legal_basis, a.source, a.starts_on, a.ends_on, a.review_on from awards a
    where a.authority_id = ${authorityId} and ${isOneOf('a.child_id', childIds)} and ${running('a.ends_on')}
    order by a.starts_on, a.id`.execute(transaction);
  const others = await sql<OtherRow>`
    select o.id, o.child_id, o.name, o.break_kind, o.way, o.paid_by, o.legal_basis, o.yearly_pence, o.yearly_minutes,
      o.yearly_nights, o.starts_on, o.ends_on, o.review_on from other_support o
    where o.authority_id = ${authorityId} and ${isOneOf('o.child_id', childIds)}
      and (o.ends_on is null or ${running('o.ends_on')}) order by o.starts_on, o.id`.execute(transaction);
  const changes = await sql<ChangeRow>`
    select h.id, h.award_id, h.kind, h.from_on, h.amount_pence, h.minutes, h.nights, h.takes_back, h.changed_at
    from award_changes h where h.authority_id = ${authorityId} and (${childIds === null}::boolean or h.award_id in (
      select a.id from awards a where a.authority_id = ${authorityId} and ${isOneOf('a.child_id', childIds)}))`.execute(
    transaction,
  );
  const held = await sql<HeldRow>`
    select r.award_id, r.held_on, r.next_on from review_records r
    where r.authority_id = ${authorityId} and ${isOneOf('r.child_id', childIds)}
    order by r.held_on, r.recorded_at`.execute(transaction);
  return {
    children: children.rows,
    awards: awards.rows.map(ofStaying(merged)),
    others: others.rows.map(ofStaying(merged)),
    changes: changes.rows,
    held: held.rows,
  };
}

/** The names of children; of all of them where none are named. */
export async function childNames(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly childIds: readonly string[] | null },
): Promise<ReadonlyMap<string, string>> {
  if (wanted.childIds?.length === 0) return new Map();
  let query = transaction
    .selectFrom('children')
    .select(['id', 'given_name', 'family_name'])
    .where('authority_id', '=', wanted.authorityId);
  if (wanted.childIds !== null) query = query.where('id', 'in', [...wanted.childIds]);
  const rows = await query.execute();
  return new Map(rows.map((row) => [row.id, `${row.given_name} ${row.family_name}`]));
}
