import { childOf, fullName, householdsHiddenFrom } from '#families/register/index.ts';
import { isId } from '#kernel/id.ts';
import { signedIn, type Visit } from '#platform/web/visit.ts';
import type { Interest, Item, Meeting, Member, Minute, PanelDecision } from './domain/panel.ts';
import { decisionsOfMeeting } from './store/decisions.ts';
import { interestsOf, itemsOf } from './store/items.ts';
import { meetingWith, membersOf, minutesOf } from './store/meetings.ts';

/** An item of an agenda as one member sees it: closed to them, it has neither name nor decision. */
export type AgendaItem = {
  readonly item: Item;
  readonly isClosed: boolean;
  readonly childName: string;
  readonly decision: PanelDecision | null;
  readonly interests: readonly Interest[];
};

/** A meeting with everything that belongs to it, as far as this member may see it. */
export type MeetingFile = {
  readonly meeting: Meeting;
  readonly members: readonly Member[];
  readonly agenda: readonly AgendaItem[];
  readonly minutes: readonly Minute[];
};

/** The meeting of an identifier; null where there is none. */
export async function meetingFileWith(
  visit: Visit,
  meetingId: string,
  options: { readonly forChange?: boolean } = {},
): Promise<MeetingFile | null> {
  if (!isId(meetingId)) return null;
  const { transaction } = visit;
  const of = { authorityId: visit.authority.id, meetingId };
  const meeting = await meetingWith(transaction, { ...of, ...options });
  if (meeting === null) return null;
  const person = signedIn(visit);
  const hidden = new Set(await householdsHiddenFrom(visit, person));
  const interests = await interestsOf(transaction, of);
  const decisions = await decisionsOfMeeting(transaction, of);
  const agenda: AgendaItem[] = [];
  for (const item of await itemsOf(transaction, of)) {
    const own = interests.filter((one) => one.itemId === item.id);
    const isClosed = hidden.has(item.householdId) || own.some((one) => one.personId === person.id);
    const child = isClosed
      ? null
      : await childOf(transaction, { authorityId: of.authorityId, childId: item.childId });
    agenda.push({
      item,
      isClosed,
      childName: child === null ? 'Closed to you' : fullName(child),
      decision: isClosed ? null : (decisions.get(item.id) ?? null),
      interests: own,
    });
  }
  return {
    meeting,
    members: await membersOf(transaction, of),
    agenda,
    minutes: await minutesOf(transaction, of),
  };
}

/** The meeting of the address; its page's or action's audit record is about it. */
export async function meetingFileOf(
  visit: Visit,
  options: { readonly forChange?: boolean } = {},
): Promise<MeetingFile | null> {
  const file = await meetingFileWith(visit, visit.params.meeting ?? '', options);
  if (file !== null) visit.concerns('panel-meeting', file.meeting.id);
  return file;
}
