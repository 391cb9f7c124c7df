import { newId } from '#kernel/id.ts';
import type { Transaction } from '#platform/database/index.ts';
import type { Interest, Item } from '../domain/panel.ts';

type Row = {
  readonly id: string;
  readonly meeting_id: string;
  readonly household_id: string;
  readonly child_id: string;
  readonly plan_id: string | null;
  readonly application_id: string | null;
  readonly position: number;
  readonly waiting_since: Temporal.Instant;
  readonly because: string;
  readonly state: string;
  readonly withdrawn_because: string;
};

function toItem(row: Row): Item {
  return {
    id: row.id,
    meetingId: row.meeting_id,
    householdId: row.household_id,
    childId: row.child_id,
    subject:
      row.plan_id === null
        ? { kind: 'application', id: row.application_id ?? '' }
        : { kind: 'plan', id: row.plan_id },
    position: row.position,
    waitingSince: row.waiting_since,
    because: row.because,
    state: row.state as Item['state'],
    withdrawnBecause: row.withdrawn_because,
  };
}

type OfMeeting = { readonly authorityId: string; readonly meetingId: string };

/** One item. With `forChange` its row is locked until the transaction ends. */
export async function itemWith(
  transaction: Transaction,
  named: { readonly authorityId: string; readonly itemId: string; readonly forChange?: boolean },
): Promise<Item | null> {
  let query = transaction
    .selectFrom('panel_items')
    .selectAll()
    .where('authority_id', '=', named.authorityId)
    .where('id', '=', named.itemId);
  if (named.forChange === true) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  return row === undefined ? null : toItem(row);
}

/** The agenda of a meeting in its order. */
export async function itemsOf(transaction: Transaction, of: OfMeeting): Promise<readonly Item[]> {
  const rows = await transaction
    .selectFrom('panel_items')
    .selectAll()
    .where('authority_id', '=', of.authorityId)
    .where('meeting_id', '=', of.meetingId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(toItem);
}

/** The plans and applications that are on some agenda now. */
export async function subjectsOnAgenda(
  transaction: Transaction,
  authorityId: string,
): Promise<ReadonlySet<string>> {
  const rows = await transaction
    .selectFrom('panel_items')
    .select(['plan_id', 'application_id'])
    .where('authority_id', '=', authorityId)
    .where('state', '=', 'on-agenda')
    .execute();
  return new Set(rows.map((row) => row.plan_id ?? row.application_id ?? ''));
}

/** Puts something on an agenda. The database refuses what is on another one. */
export async function insertItem(
  transaction: Transaction,
  given: OfMeeting & { readonly item: Omit<Item, 'id' | 'meetingId' | 'state' | 'withdrawnBecause'> },
): Promise<void> {
  const { item } = given;
  await transaction
    .insertInto('panel_items')
    .values({
      authority_id: given.authorityId,
      id: newId(),
      meeting_id: given.meetingId,
      household_id: item.householdId,
      child_id: item.childId,
      kind: item.subject.kind,
      plan_id: item.subject.kind === 'plan' ? item.subject.id : null,
      application_id: item.subject.kind === 'application' ? item.subject.id : null,
      position: item.position,
      waiting_since: item.waitingSince,
      because: item.because,
      state: 'on-agenda',
    })
    .execute();
}

/** Moves an item on; one that is withdrawn says why. */
export async function moveItem(
  transaction: Transaction,
  change: {
    readonly authorityId: string;
    readonly itemId: string;
    readonly to: Item['state'];
    readonly because?: string;
  },
): Promise<void> {
  await transaction
    .updateTable('panel_items')
    .set({
      state: change.to,
      ...(change.because === undefined ? {} : { withdrawn_because: change.because }),
    })
    .where('authority_id', '=', change.authorityId)
    .where('id', '=', change.itemId)
    .execute();
}

/** Every interest declared in the items of a meeting. */
export async function interestsOf(transaction: Transaction, of: OfMeeting): Promise<readonly Interest[]> {
  const rows = await transaction
    .selectFrom('panel_interests as i')
    .innerJoin('panel_items as t', (join) =>
      join.onRef('t.authority_id', '=', 'i.authority_id').onRef('t.id', '=', 'i.item_id'),
    )
    .select(['i.item_id as itemId', 'i.person_id as personId', 'i.name'])
    .where('i.authority_id', '=', of.authorityId)
    .where('t.meeting_id', '=', of.meetingId)
    .orderBy('i.declared_at')
    .execute();
  return rows;
}

/** Keeps that a member has an interest in an item. Saying it twice changes nothing. */
export async function insertPanelInterest(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly itemId: string;
    readonly by: { readonly id: string; readonly name: string };
    readonly words: string;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await transaction
    .insertInto('panel_interests')
    .values({
      authority_id: given.authorityId,
      item_id: given.itemId,
      person_id: given.by.id,
      name: given.by.name,
      words: given.words,
      declared_at: given.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
