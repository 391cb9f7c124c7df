import { recordsOfChildren } from '#families/register/index.ts';
import { newId } from '#kernel/id.ts';
import type { Transaction } from '#platform/database/index.ts';
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

/** The children born in a span of days, the oldest first. */
export async function childrenBorn(
  transaction: Transaction,
  wanted: {
    readonly authorityId: string;
    readonly from: Temporal.PlainDate;
    readonly until: Temporal.PlainDate;
  },
): Promise<readonly Growing[]> {
  const rows = await transaction
    .selectFrom('children')
    .select(['id', 'household_id', 'given_name', 'family_name', 'born_on'])
    .where('authority_id', '=', wanted.authorityId)
    .where('born_on', '>=', wanted.from)
    .where('born_on', '<=', wanted.until)
    .orderBy('born_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    householdId: row.household_id,
    givenName: row.given_name,
    familyName: row.family_name,
    bornOn: row.born_on,
  }));
}
