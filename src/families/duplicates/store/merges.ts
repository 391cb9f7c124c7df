import { newId } from '#kernel/id.ts';
import type { Transaction } from '#platform/database/index.ts';
import type { Merge } from '../domain/merge.ts';

type Two = { readonly authorityId: string; readonly keptId: string; readonly mergedId: string };

/** Both records, locked one after the other in the same order whoever asks, so that of two people one waits. */
async function lockBoth(transaction: Transaction, { authorityId, keptId, mergedId }: Two) {
  const rows = await transaction
    .selectFrom('children')
    .select(['id', 'household_id', 'merged_into'])
    .where('authority_id', '=', authorityId)
    .where('id', 'in', [keptId, mergedId])
    .orderBy('id')
    .forUpdate()
    .execute();
  return { kept: rows.find(({ id }) => id === keptId), merged: rows.find(({ id }) => id === mergedId) };
}

async function point(transaction: Transaction, two: Two, into: string | null): Promise<void> {
  const of = (id: string) =>
    transaction.updateTable('children').where('authority_id', '=', two.authorityId).where('id', '=', id);
  await of(two.mergedId).set({ merged_into: into }).execute();
  // Nothing changes in the record that stays; but what is reckoned of it is reckoned anew.
  await of(two.keptId).set({ merged_into: null }).execute();
}

/**
 * Points one record of a child to the other; nothing of either is rewritten. Where they belong to two homes and both
 * may see the child, each home is the other home of the other record. False where somebody merged one of them meanwhile.
 */
export async function mergeChildren(
  transaction: Transaction,
  given: Two & {
    readonly bothMaySee: boolean | null;
    readonly reason: string;
    readonly by: string;
    readonly at: Temporal.Instant;
    readonly today: Temporal.PlainDate;
  },
): Promise<boolean> {
  const { authorityId, keptId, mergedId, by, at } = given;
  const { kept, merged } = await lockBoth(transaction, given);
  if (kept === undefined || merged === undefined) return false;
  if (kept.merged_into !== null || merged.merged_into !== null) return false;
  await point(transaction, given, keptId);
  const mergeId = newId();
  await transaction
    .insertInto('child_merges')
    .values({
      authority_id: authorityId,
      id: mergeId,
      kept_child_id: keptId,
      merged_child_id: mergedId,
      both_may_see: given.bothMaySee,
      reason: given.reason,
      merged_by: by,
      merged_at: at,
    })
    .execute();
  if (given.bothMaySee !== true || kept.household_id === merged.household_id) return true;
  const home = (childId: string, householdId: string) => ({
    authority_id: authorityId,
    id: newId(),
    household_id: householdId,
    child_id: childId,
    from_on: given.today,
    recorded_by: by,
    recorded_at: at,
    merge_id: mergeId,
  });
  await transaction
    .insertInto('child_homes')
    .values([home(keptId, merged.household_id), home(mergedId, kept.household_id)])
    .execute();
  return true;
}

/** Takes a merge back with its reason: both records stand for themselves again. False where nothing was to take back. */
export async function undoMerge(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    /** One of the two records of the merge. */
    readonly childId: string;
    readonly mergeId: string;
    readonly because: string;
    readonly by: string;
    readonly at: Temporal.Instant;
    readonly today: Temporal.PlainDate;
  },
): Promise<boolean> {
  const { authorityId, mergeId } = given;
  const undone = await transaction
    .updateTable('child_merges')
    .set({ undone_by: given.by, undone_at: given.at, undone_because: given.because })
    .where('authority_id', '=', authorityId)
    .where('id', '=', mergeId)
    .where('undone_at', 'is', null)
    .where((where) =>
      where.or([where('kept_child_id', '=', given.childId), where('merged_child_id', '=', given.childId)]),
    )
    .returning(['kept_child_id as keptId', 'merged_child_id as mergedId'])
    .executeTakeFirst();
  if (undone === undefined) return false;
  const two = { authorityId, ...undone };
  const { kept } = await lockBoth(transaction, two);
  // The record that stayed may itself have been merged since: that stands, only this pointer goes.
  const of = transaction.updateTable('children').where('authority_id', '=', authorityId);
  await of.where('id', '=', two.mergedId).set({ merged_into: null }).execute();
  await of
    .where('id', '=', two.keptId)
    .set({ merged_into: kept?.merged_into ?? null })
    .execute();
  await transaction
    .updateTable('child_homes')
    .set((set) => ({
      until_on: set.fn<Temporal.PlainDate>('greatest', [set.ref('from_on'), set.val(given.today)]),
    }))
    .where('authority_id', '=', authorityId)
    .where('merge_id', '=', mergeId)
    .where('until_on', 'is', null)
    .execute();
  return true;
}

/** Every merge that one of these records was ever part of, the newest first. */
export async function mergesOf(
  transaction: Transaction,
  of: { readonly authorityId: string; readonly childId: string },
): Promise<readonly Merge[]> {
  const rows = await transaction
    .selectFrom('child_merges as m')
    .innerJoin('children as c', (join) =>
      join.onRef('c.authority_id', '=', 'm.authority_id').onRef('c.id', '=', 'm.merged_child_id'),
    )
    .leftJoin('people as p', (join) =>
      join.onRef('p.authority_id', '=', 'm.authority_id').onRef('p.id', '=', 'm.merged_by'),
    )
    .selectAll('m')
    .select(['c.given_name', 'c.family_name', 'p.name as merged_by_name'])
    .where('m.authority_id', '=', of.authorityId)
    .where((where) =>
      where.or([where('m.kept_child_id', '=', of.childId), where('m.merged_child_id', '=', of.childId)]),
    )
    .orderBy('m.merged_at', 'desc')
    .orderBy('m.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    keptId: row.kept_child_id,
    mergedId: row.merged_child_id,
    mergedName: `${row.given_name} ${row.family_name}`,
    bothMaySee: row.both_may_see,
    reason: row.reason,
    mergedBy: row.merged_by_name ?? 'somebody who has left',
    mergedAt: row.merged_at,
    undoneAt: row.undone_at,
    undoneBecause: row.undone_because,
  }));
}
