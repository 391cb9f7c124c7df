import { rulingOnHousehold } from '#families/register/index.ts';
import { isId } from '#kernel/id.ts';
import { hasRole } from '#platform/people/index.ts';
import { type Policy, policy, type Ruling } from '#platform/web/route.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { Item } from './domain/panel.ts';
import { interestsOf, itemWith } from './store/items.ts';
import { meetingWith, membersOf } from './store/meetings.ts';

/** Who calls a meeting and sees what waits for one. */
export const chairs = hasRole('panel-chair');

const notMember: Ruling = {
  denied: 'Only those who sit in this meeting of the panel see it. If you should, ask its chair.',
};

async function sitsIn(visit: Visit, meetingId: string): Promise<Ruling> {
  const { person } = visit;
  if (person?.kind !== 'practitioner') return 'sign-in-as-practitioner';
  if (!isId(meetingId)) return 'allowed';
  const named = { authorityId: visit.authority.id, meetingId };
  if ((await meetingWith(visit.transaction, named)) === null) return 'allowed';
  const members = await membersOf(visit.transaction, named);
  return members.some((member) => member.personId === person.id) ? 'allowed' : notMember;
}

/** Who sees a meeting: those who sit in it. */
export const memberOfMeeting = policy(
  'Those who sit in this meeting of the panel, and nobody else',
  (visit) => sitsIn(visit, visit.params.meeting ?? ''),
);

/** Who changes a meeting: its chair. */
export const chairOfMeeting = policy('The chair of this meeting of the panel', async (visit) => {
  const ruling = await sitsIn(visit, visit.params.meeting ?? '');
  if (ruling !== 'allowed') return ruling;
  const meetingId = visit.params.meeting ?? '';
  const meeting = isId(meetingId)
    ? await meetingWith(visit.transaction, { authorityId: visit.authority.id, meetingId })
    : null;
  if (meeting === null || meeting.chairId === visit.person?.id) return 'allowed';
  return { denied: `Only the chair, ${meeting.chairName}, does this.` };
});

/**
 * Whether somebody may open the papers of an item: they sit in the meeting, the papers are out, it is not their
 * own household's nor a family's that they know, and they have not declared an interest in it.
 */
export async function rulingOnItem(visit: Visit, item: Item): Promise<Ruling> {
  const ruling = await sitsIn(visit, item.meetingId);
  if (ruling !== 'allowed' || visit.person === null) return ruling;
  const named = { authorityId: visit.authority.id, meetingId: item.meetingId };
  const meeting = await meetingWith(visit.transaction, named);
  if (meeting === null || meeting.papersIssuedAt === null || meeting.state === 'cancelled')
    return { denied: 'The papers of this meeting are not out. They open to its members when they are.' };
  const interests = await interestsOf(visit.transaction, named);
  const { id } = visit.person;
  if (interests.some((one) => one.itemId === item.id && one.personId === id))
    return { denied: 'You have declared an interest in this item, so its papers are closed to you.' };
  return rulingOnHousehold(visit, item.householdId);
}

/** Who opens the papers of the item in the address. */
export const attendeeOfItem: Policy = policy(
  'Those who sit in the item’s meeting, from when its papers are out, but nobody with an interest in it',
  async (visit) => {
    if (visit.person?.kind !== 'practitioner') return 'sign-in-as-practitioner';
    const itemId = visit.params.item ?? '';
    const item = isId(itemId)
      ? await itemWith(visit.transaction, { authorityId: visit.authority.id, itemId })
      : null;
    return item === null ? 'allowed' : rulingOnItem(visit, item);
  },
);

/** The child of the item in the address; null where there is none. */
export async function childOfItem(visit: Visit): Promise<string | null> {
  const itemId = visit.params.item ?? '';
  if (!isId(itemId)) return null;
  return (await itemWith(visit.transaction, { authorityId: visit.authority.id, itemId }))?.childId ?? null;
}
