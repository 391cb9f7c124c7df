import { newId } from '#kernel/id.ts';
import { pence } from '#kernel/money.ts';
import type { Transaction } from '#platform/database/index.ts';
import type { Amounts, AwardChange, ChangeKind } from '../domain/change.ts';

type Row = {
  readonly id: string;
  readonly award_id: string;
  readonly kind: string;
  readonly from_on: Temporal.PlainDate;
  readonly amount_pence: number | null;
  readonly minutes: number | null;
  readonly nights: number | null;
  readonly takes_back: string | null;
  readonly reason: string;
  readonly asked_by: string | null;
  readonly changed_by: string;
  readonly changed_by_name: string;
  readonly changed_at: Temporal.Instant;
};

function toChange(row: Row): AwardChange {
  return {
    id: row.id,
    awardId: row.award_id,
    kind: row.kind as ChangeKind,
    from: row.from_on,
    amount: row.amount_pence === null ? null : pence(row.amount_pence),
    minutes: row.minutes,
    nights: row.nights,
    takesBack: row.takes_back,
    reason: row.reason,
    askedBy: row.asked_by,
    changedBy: row.changed_by,
    changedByName: row.changed_by_name,
    changedAt: row.changed_at,
  };
}

/** What is to happen to an award. */
export type NewChange = {
  readonly authorityId: string;
  readonly awardId: string;
  readonly householdId: string;
  readonly kind: ChangeKind;
  readonly from: Temporal.PlainDate;
  /** What the award is of from then on; for "changed" alone. */
  readonly amounts?: Amounts;
  readonly takesBack?: string;
  readonly reason: string;
  readonly askedBy?: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly at: Temporal.Instant;
};

/** Adds what happened to an award, and gives it. */
export async function insertChange(transaction: Transaction, given: NewChange): Promise<AwardChange> {
  const row = await transaction
    .insertInto('award_changes')
    .values({
      authority_id: given.authorityId,
      id: newId(),
      award_id: given.awardId,
      household_id: given.householdId,
      kind: given.kind,
      from_on: given.from,
      amount_pence: given.amounts?.amount ?? null,
      minutes: given.amounts?.minutes ?? null,
      nights: given.amounts?.nights ?? null,
      takes_back: given.takesBack ?? null,
      reason: given.reason,
      asked_by: given.askedBy ?? null,
      changed_by: given.by.id,
      changed_by_name: given.by.name,
      changed_at: given.at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return toChange(row);
}

/** All that happened to these awards, in the order in which it was recorded, by award. */
export async function changesOfAwards(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly awardIds: readonly string[] },
): Promise<ReadonlyMap<string, readonly AwardChange[]>> {
  if (wanted.awardIds.length === 0) return new Map();
  const rows = await transaction
    .selectFrom('award_changes')
    .selectAll()
    .where('authority_id', '=', wanted.authorityId)
    .where('award_id', 'in', [...wanted.awardIds])
    .orderBy('changed_at')
    .orderBy('id')
    .execute();
  return Map.groupBy(rows.map(toChange), ({ awardId }) => awardId);
}

/** All that happened to one award, in the order in which it was recorded. */
export async function changesOf(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly awardId: string },
): Promise<readonly AwardChange[]> {
  const { authorityId, awardId } = wanted;
  const all = await changesOfAwards(transaction, { authorityId, awardIds: [awardId] });
  return all.get(awardId) ?? [];
}

/** Locks an award until the transaction ends, so that two who change it do so one after the other. */
export async function lockAward(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly awardId: string },
): Promise<void> {
  // An award's own row is never changed, and so nobody may lock it for a change; the key's lock is enough.
  await transaction
    .selectFrom('children as c')
    .innerJoin('awards as a', (join) =>
      join.onRef('a.authority_id', '=', 'c.authority_id').onRef('a.child_id', '=', 'c.id'),
    )
    .select('c.id')
    .where('a.authority_id', '=', wanted.authorityId)
    .where('a.id', '=', wanted.awardId)
    .forNoKeyUpdate(['c'])
    .execute();
}
