import { sql } from 'kysely';
import { newId, newReference } from '#kernel/id.ts';
import { ofChild, type Transaction } from '#platform/database/index.ts';
import type { LeavingReason, RegisterEntry, RegisterState } from '../domain/disability-register.ts';

type About = { readonly authorityId: string; readonly childId: string };

type Row = {
  readonly id: string;
  readonly reference: string;
  readonly household_id: string;
  readonly child_id: string;
  readonly state: string;
  readonly asked_at: Temporal.Instant;
  readonly asked_as: string;
  readonly agreed_by: string;
  readonly settled_at: Temporal.Instant | null;
  readonly reason: string | null;
  readonly way_onward: string | null;
  readonly leaves_on: Temporal.PlainDate;
  readonly left_on: Temporal.PlainDate | null;
  readonly left_because: string | null;
};

export function toEntry(row: Row): RegisterEntry {
  return {
    id: row.id,
    reference: row.reference,
    householdId: row.household_id,
    childId: row.child_id,
    state: row.state as RegisterState,
    askedAt: row.asked_at,
    askedAs: row.asked_as === 'family' ? 'family' : 'officer',
    agreedBy: row.agreed_by,
    settledAt: row.settled_at,
    reason: row.reason,
    wayOnward: row.way_onward,
    leavesOn: row.leaves_on,
    leftOn: row.left_on,
    leftBecause: row.left_because as LeavingReason | null,
  };
}

/** The newest entry of a child in the register of disabled children; null where there never was one. */
export async function registerEntryOf(transaction: Transaction, about: About): Promise<RegisterEntry | null> {
  const row = await transaction
    .selectFrom('disability_register')
    .selectAll()
    .where('authority_id', '=', about.authorityId)
    .where(ofChild('child_id', about))
    // Of two cards of a child that was written down twice, the one that holds.
    .orderBy(sql`state in ('asked', 'confirmed')`, 'desc')
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row === undefined ? null : toEntry(row);
}

/** Puts a child on the register, asked for by the family, or confirmed by an officer with the family's agreement. */
export async function addToRegister(
  transaction: Transaction,
  given: About & {
    readonly householdId: string;
    /** The 25th birthday. */
    readonly leavesOn: Temporal.PlainDate;
    readonly askedAs: 'family' | 'officer';
    readonly agreedBy: string;
    readonly by: string;
    readonly at: Temporal.Instant;
  },
): Promise<string> {
  const isConfirmed = given.askedAs === 'officer';
  const reference = newReference('DR');
  await transaction
    .insertInto('disability_register')
    .values({
      authority_id: given.authorityId,
      id: newId(),
      reference,
      household_id: given.householdId,
      child_id: given.childId,
      state: isConfirmed ? 'confirmed' : 'asked',
      asked_by: given.by,
      asked_at: given.at,
      asked_as: given.askedAs,
      agreed_by: given.agreedBy,
      ...(isConfirmed ? { settled_by: given.by, settled_at: given.at } : {}),
      leaves_on: given.leavesOn,
    })
    .execute();
  return reference;
}

type Entry = { readonly authorityId: string; readonly entryId: string };

/** Confirms, or rejects with reasons and a way onward, what a family asked for; gives whether it still waited. */
export async function settleEntry(
  transaction: Transaction,
  given: Entry & {
    readonly by: string;
    readonly at: Temporal.Instant;
    readonly rejected: { readonly reason: string; readonly wayOnward: string } | null;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('disability_register')
    .set({
      state: given.rejected === null ? 'confirmed' : 'rejected',
      settled_by: given.by,
      settled_at: given.at,
      reason: given.rejected?.reason ?? null,
      way_onward: given.rejected?.wayOnward ?? null,
    })
    .where('authority_id', '=', given.authorityId)
    .where('id', '=', given.entryId)
    .where('state', '=', 'asked')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Takes a child off the register; gives whether it was on it. */
export async function leaveRegister(
  transaction: Transaction,
  given: Entry & { readonly because: LeavingReason; readonly on: Temporal.PlainDate },
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('disability_register')
    .set({ state: 'left', left_on: given.on, left_because: given.because })
    .where('authority_id', '=', given.authorityId)
    .where('id', '=', given.entryId)
    .where('state', 'in', ['asked', 'confirmed'])
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Takes everybody off the register whose 25th birthday has come, each as of that day; gives their entries. */
export async function leaveAtTwentyFive(
  transaction: Transaction,
  given: { readonly authorityId: string; readonly today: Temporal.PlainDate },
): Promise<readonly RegisterEntry[]> {
  const rows = await transaction
    .updateTable('disability_register')
    .set((set) => ({ state: 'left', left_on: set.ref('leaves_on'), left_because: 'turned-25' }))
    .where('authority_id', '=', given.authorityId)
    .where('state', 'in', ['asked', 'confirmed'])
    .where('leaves_on', '<=', given.today)
    .returningAll()
    .execute();
  return rows.map(toEntry);
}
