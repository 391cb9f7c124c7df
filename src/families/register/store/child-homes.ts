import { newId } from '#kernel/id.ts';
import { mergedChildren, ofChild, type Transaction } from '#platform/database/index.ts';
import type { Address } from '../domain/register.ts';

type About = { readonly authorityId: string; readonly childId: string };

/** A home of a child beside the main one. */
export type OtherHome = {
  readonly id: string;
  readonly householdId: string;
  readonly address: Address;
  readonly people: readonly string[];
  readonly fromOn: Temporal.PlainDate;
};

/** The other homes of a child on a day. A family sees its own among them alone. */
export async function otherHomesOf(
  transaction: Transaction,
  asked: About & { readonly on: Temporal.PlainDate },
): Promise<readonly OtherHome[]> {
  const rows = await transaction
    .selectFrom('child_homes as m')
    .innerJoin('households as h', (join) =>
      join.onRef('h.authority_id', '=', 'm.authority_id').onRef('h.id', '=', 'm.household_id'),
    )
    .select(['m.id', 'm.household_id', 'm.from_on', 'h.address_line_1', 'h.address_line_2'])
    .select(['h.town', 'h.postcode'])
    .select((select) =>
      select
        .selectFrom('parent_carers as c')
        .select((inner) => inner.fn.agg<string[]>('array_agg', ['c.name']).as('names'))
        .whereRef('c.authority_id', '=', 'm.authority_id')
        .whereRef('c.household_id', '=', 'm.household_id')
        .as('people'),
    )
    .where('m.authority_id', '=', asked.authorityId)
    .where(ofChild('m.child_id', asked))
    .where('m.from_on', '<=', asked.on)
    .where((where) => where.or([where('m.until_on', 'is', null), where('m.until_on', '>', asked.on)]))
    .orderBy('m.from_on')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    householdId: row.household_id,
    address: {
      line1: row.address_line_1,
      line2: row.address_line_2,
      town: row.town,
      postcode: row.postcode,
    },
    people: row.people ?? [],
    fromOn: row.from_on,
  }));
}

/** Says that a child also lives in another household from a day on. */
export async function addOtherHome(
  transaction: Transaction,
  given: About & {
    readonly householdId: string;
    readonly fromOn: Temporal.PlainDate;
    readonly by: string;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await transaction
    .insertInto('child_homes')
    .values({
      authority_id: given.authorityId,
      id: newId(),
      household_id: given.householdId,
      child_id: given.childId,
      from_on: given.fromOn,
      recorded_by: given.by,
      recorded_at: given.at,
    })
    .execute();
}

/** Says that a child lives in another home no longer; gives whether there was one. */
export async function endOtherHome(
  transaction: Transaction,
  given: About & { readonly homeId: string; readonly on: Temporal.PlainDate },
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('child_homes')
    .set((set) => ({
      until_on: set.fn<Temporal.PlainDate>('greatest', [set.ref('from_on'), set.val(given.on)]),
    }))
    .where('authority_id', '=', given.authorityId)
    .where(ofChild('child_id', given))
    .where('id', '=', given.homeId)
    .where('until_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The households of every record of a child of which one record belongs to one of these households. */
async function householdsOfMerged(
  transaction: Transaction,
  asked: { readonly authorityId: string; readonly householdIds: readonly string[] },
): Promise<readonly string[]> {
  const { stays, households } = await mergedChildren(transaction, asked.authorityId);
  const ends = new Set<string>();
  for (const [id, householdId] of households)
    if (asked.householdIds.includes(householdId)) ends.add(stays.get(id) ?? id);
  return [...households].flatMap(([id, householdId]) => (ends.has(stays.get(id) ?? id) ? [householdId] : []));
}

/**
 * The households that share a child with one of these: as main home and other home, or since the child was written
 * down in both.
 */
export async function householdsSharingAChild(
  transaction: Transaction,
  asked: { readonly authorityId: string; readonly householdIds: readonly string[] },
): Promise<readonly string[]> {
  if (asked.householdIds.length === 0) return [];
  const rows = await transaction
    .selectFrom('child_homes as m')
    .innerJoin('children as c', (join) =>
      join.onRef('c.authority_id', '=', 'm.authority_id').onRef('c.id', '=', 'm.child_id'),
    )
    .select(['m.household_id as other', 'c.household_id as main'])
    .where('m.authority_id', '=', asked.authorityId)
    .where((where) =>
      where.or([
        where('m.household_id', 'in', [...asked.householdIds]),
        where('c.household_id', 'in', [...asked.householdIds]),
      ]),
    )
    .execute();
  const asHome = rows.flatMap(({ other, main }) => [other, main]);
  return [...new Set([...asHome, ...(await householdsOfMerged(transaction, asked))])];
}
