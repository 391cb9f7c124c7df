import { newId } from '#kernel/id.ts';
import { recordsOfChildren, type Transaction } from '#platform/database/index.ts';
import type { Entry, EntryDetails } from '../domain/entry.ts';

type Row = {
  readonly id: string;
  readonly child_id: string;
  readonly at: Temporal.Instant;
  readonly person_id: string | null;
  readonly person_name: string;
  readonly kind: string;
  readonly milestone: string | null;
  readonly words: string;
  readonly details: unknown;
};

function toEntry(row: Row): Entry {
  return {
    id: row.id,
    at: row.at,
    personId: row.person_id,
    personName: row.person_name,
    kind: row.kind as Entry['kind'],
    milestone: row.milestone,
    words: row.words,
    details: row.details as EntryDetails,
  };
}

/** What was said and done for these children, oldest first. */
export async function entriesOf(
  transaction: Transaction,
  of: { readonly authorityId: string; readonly childIds: readonly string[] },
): Promise<ReadonlyMap<string, readonly Entry[]>> {
  if (of.childIds.length === 0) return new Map();
  const records = await recordsOfChildren(transaction, of);
  const rows = await transaction
    .selectFrom('transition_entries')
    .selectAll()
    .where('authority_id', '=', of.authorityId)
    .where('child_id', 'in', [...records.keys()])
    .orderBy('at')
    .orderBy('id')
    .execute();
  const byChild = Map.groupBy(rows, (row) => records.get(row.child_id) ?? row.child_id);
  return new Map([...byChild].map(([childId, all]) => [childId, all.map(toEntry)]));
}

/** Adds an entry; false where it was there already (a milestone is told of, and done, once). */
export async function insertEntry(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly childId: string;
    readonly householdId: string;
    readonly entry: Omit<Entry, 'id'>;
  },
): Promise<boolean> {
  const { entry } = given;
  const result = await transaction
    .insertInto('transition_entries')
    .values({
      authority_id: given.authorityId,
      id: newId(),
      child_id: given.childId,
      household_id: given.householdId,
      at: entry.at,
      person_id: entry.personId,
      person_name: entry.personName,
      kind: entry.kind,
      milestone: entry.milestone,
      words: entry.words,
      details: JSON.stringify(entry.details),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** A young person as the list needs them. */
export type Growing = {
  readonly id: string;
  readonly householdId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly bornOn: Temporal.PlainDate;
};

/**
 * The children born in a span of days, the oldest first: all of them, or the first so many for whom a milestone is
 * not done by what stands at this very record.
 */
export async function childrenBorn(
  transaction: Transaction,
  wanted: {
    readonly authorityId: string;
    readonly from: Temporal.PlainDate;
    readonly until: Temporal.PlainDate;
    readonly notDone?: string;
    readonly limit?: number;
  },
): Promise<readonly Growing[]> {
  const { notDone, limit } = wanted;
  let query = transaction
    .selectFrom('children')
    .select(['id', 'household_id', 'given_name', 'family_name', 'born_on'])
    .where('authority_id', '=', wanted.authorityId)
    .where('born_on', '>=', wanted.from)
    .where('born_on', '<=', wanted.until)
    .orderBy('born_on')
    .orderBy('id');
  if (notDone !== undefined)
    query = query.where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('transition_entries as e')
            .select('e.id')
            .whereRef('e.authority_id', '=', 'children.authority_id')
            .whereRef('e.child_id', '=', 'children.id')
            .where('e.kind', '=', 'done')
            .where('e.milestone', '=', notDone),
        ),
      ),
    );
  if (limit !== undefined) query = query.limit(limit);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    householdId: row.household_id,
    givenName: row.given_name,
    familyName: row.family_name,
    bornOn: row.born_on,
  }));
}
