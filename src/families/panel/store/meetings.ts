import { newId } from '#kernel/id.ts';
import type { Transaction } from '#platform/database/index.ts';
import type { Meeting, Member, Minute } from '../domain/panel.ts';
import { sitsInIt } from './members.ts';

type Row = {
  readonly id: string;
  readonly reference: string;
  readonly held_on: Temporal.PlainDate;
  readonly starts_at: string;
  readonly place: string;
  readonly chair_id: string;
  readonly chair_name: string;
  readonly quorum: number;
  readonly state: string;
  readonly papers_issued_at: Temporal.Instant | null;
  readonly cancelled_because: string;
};

function toMeeting(row: Row): Meeting {
  return {
    id: row.id,
    reference: row.reference,
    heldOn: row.held_on,
    startsAt: row.starts_at,
    place: row.place,
    chairId: row.chair_id,
    chairName: row.chair_name,
    quorum: row.quorum,
    state: row.state as Meeting['state'],
    papersIssuedAt: row.papers_issued_at,
    cancelledBecause: row.cancelled_because,
  };
}

type Named = { readonly authorityId: string; readonly meetingId: string };

/** One meeting. With `forChange` its row is locked until the transaction ends. */
export async function meetingWith(
  transaction: Transaction,
  named: Named & { readonly forChange?: boolean },
): Promise<Meeting | null> {
  let query = transaction
    .selectFrom('panel_meetings')
    .selectAll()
    .where('authority_id', '=', named.authorityId)
    .where('id', '=', named.meetingId);
  if (named.forChange === true) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  return row === undefined ? null : toMeeting(row);
}

/** The meetings that a person sits in, the newest first. */
export async function meetingsOfMember(
  transaction: Transaction,
  of: { readonly authorityId: string; readonly personId: string },
): Promise<readonly Meeting[]> {
  const rows = await transaction
    .selectFrom('panel_meetings as m')
    .innerJoin('panel_members as p', (join) =>
      join.onRef('p.authority_id', '=', 'm.authority_id').onRef('p.meeting_id', '=', 'm.id'),
    )
    .selectAll('m')
    .where('m.authority_id', '=', of.authorityId)
    .where('p.person_id', '=', of.personId)
    .where(sitsInIt('p'))
    .orderBy('m.held_on', 'desc')
    .orderBy('m.id', 'desc')
    .execute();
  return rows.map(toMeeting);
}

/** Calls a meeting with its members; the chair is one of them. */
export async function insertMeeting(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly meeting: Omit<Meeting, 'state' | 'papersIssuedAt' | 'cancelledBecause'>;
    readonly members: readonly Member[];
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const { authorityId, meeting, at } = given;
  await transaction
    .insertInto('panel_meetings')
    .values({
      authority_id: authorityId,
      id: meeting.id,
      reference: meeting.reference,
      held_on: meeting.heldOn,
      starts_at: meeting.startsAt,
      place: meeting.place,
      chair_id: meeting.chairId,
      chair_name: meeting.chairName,
      quorum: meeting.quorum,
      state: 'planned',
      created_at: at,
    })
    .execute();
  await transaction
    .insertInto('panel_members')
    .values(
      given.members.map((member) => ({
        authority_id: authorityId,
        meeting_id: meeting.id,
        person_id: member.personId,
        name: member.name,
        added_at: at,
      })),
    )
    .execute();
}

/** Who sits in a meeting, by name, with the address that tells whose own household it may be. */
export async function membersOf(
  transaction: Transaction,
  of: Named,
): Promise<readonly (Member & { readonly email: string })[]> {
  return transaction
    .selectFrom('panel_members as m')
    .innerJoin('people as p', (join) =>
      join.onRef('p.authority_id', '=', 'm.authority_id').onRef('p.id', '=', 'm.person_id'),
    )
    .select(['m.person_id as personId', 'm.name', 'p.email'])
    .where('m.authority_id', '=', of.authorityId)
    .where('m.meeting_id', '=', of.meetingId)
    .where(sitsInIt('m'))
    .orderBy('m.name')
    .orderBy('m.person_id')
    .execute();
}

/** Practitioners with one of the roles, who may be asked to sit in a meeting, by name. */
export async function practitionersWith(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly roles: readonly string[] },
): Promise<readonly (Member & { readonly roles: readonly string[] })[]> {
  const rows = await transaction
    .selectFrom('people')
    .select(['id', 'name', 'roles'])
    .where('authority_id', '=', wanted.authorityId)
    .where('kind', '=', 'practitioner')
    .where('disabled_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows
    .filter((row) => row.roles.some((role) => wanted.roles.includes(role)))
    .map((row) => ({ personId: row.id, name: row.name, roles: row.roles }));
}

/** Moves a meeting on. */
export async function moveMeeting(
  transaction: Transaction,
  change: Named & {
    readonly to: Meeting['state'];
    readonly papersIssuedAt?: Temporal.Instant;
    readonly because?: string;
  },
): Promise<void> {
  await transaction
    .updateTable('panel_meetings')
    .set({
      state: change.to,
      ...(change.papersIssuedAt === undefined ? {} : { papers_issued_at: change.papersIssuedAt }),
      ...(change.because === undefined ? {} : { cancelled_because: change.because }),
    })
    .where('authority_id', '=', change.authorityId)
    .where('id', '=', change.meetingId)
    .execute();
}

/** The minutes as they were confirmed, with every correction after. */
export async function minutesOf(transaction: Transaction, of: Named): Promise<readonly Minute[]> {
  const rows = await transaction
    .selectFrom('panel_minutes')
    .select(['kind', 'words', 'person_name', 'written_at'])
    .where('authority_id', '=', of.authorityId)
    .where('meeting_id', '=', of.meetingId)
    .orderBy('written_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    kind: row.kind as Minute['kind'],
    words: row.words,
    personName: row.person_name,
    writtenAt: row.written_at,
  }));
}

/** Adds to the minutes. */
export async function insertMinute(
  transaction: Transaction,
  given: Named & {
    readonly kind: Minute['kind'];
    readonly words: string;
    readonly by: { readonly id: string; readonly name: string };
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await transaction
    .insertInto('panel_minutes')
    .values({
      authority_id: given.authorityId,
      id: newId(),
      meeting_id: given.meetingId,
      kind: given.kind,
      words: given.words,
      person_id: given.by.id,
      person_name: given.by.name,
      written_at: given.at,
    })
    .execute();
}
