import { type SqlBool, sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import type { Transaction } from '#platform/database/index.ts';
import type { Member } from '../domain/panel.ts';

/** Whether a row of panel_members, under this name in a query, sits in its meeting now: who left does not. */
export function sitsInIt(row: 'm' | 'p') {
  const column = (name: string) => sql.ref(`${row}.${name}`);
  return sql<SqlBool>`sits_in_panel(${column('authority_id')}, ${column('meeting_id')}, ${column('person_id')})`;
}

/** Who came into a meeting after it was called, or left it, with why, in order. */
export async function memberChangesOf(
  transaction: Transaction,
  of: { readonly authorityId: string; readonly meetingId: string },
): Promise<readonly { readonly name: string; readonly kind: string; readonly because: string }[]> {
  return transaction
    .selectFrom('panel_member_changes as c')
    .innerJoin('panel_members as m', (join) =>
      join
        .onRef('m.authority_id', '=', 'c.authority_id')
        .onRef('m.meeting_id', '=', 'c.meeting_id')
        .onRef('m.person_id', '=', 'c.person_id'),
    )
    .select(['m.name', 'c.kind', 'c.because'])
    .where('c.authority_id', '=', of.authorityId)
    .where('c.meeting_id', '=', of.meetingId)
    .orderBy('c.changed_at')
    .orderBy('c.id')
    .execute();
}

/** Adds that somebody came into a meeting, or left it. What was before stays. */
export async function changeMember(
  transaction: Transaction,
  change: {
    readonly authorityId: string;
    readonly meetingId: string;
    readonly kind: 'came' | 'left';
    readonly member: Member;
    readonly because: string;
    readonly by: { readonly id: string; readonly name: string };
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const { authorityId, meetingId, member } = change;
  if (change.kind === 'came')
    await transaction
      .insertInto('panel_members')
      .values({
        authority_id: authorityId,
        meeting_id: meetingId,
        person_id: member.personId,
        name: member.name,
        added_at: change.at,
      })
      // Who left comes again.
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  await transaction
    .insertInto('panel_member_changes')
    .values({
      authority_id: authorityId,
      id: newId(),
      meeting_id: meetingId,
      person_id: member.personId,
      kind: change.kind,
      because: change.because,
      changed_by: change.by.id,
      changed_by_name: change.by.name,
      changed_at: change.at,
    })
    .execute();
}
