import { signedIn, type Visit } from '#platform/web/visit.ts';
import type { Meeting, Member } from './domain/panel.ts';
import { panelRulesOn } from './panel-rules.ts';
import { queueOf, type Waiting } from './queue.ts';
import { meetingsOfMember, practitionersWith } from './store/meetings.ts';
import { memberChangesOf } from './store/members.ts';

/** The meetings of whoever is signed in; for a chair also what waits for one. */
export async function panelDeskOf(visit: Visit): Promise<{
  readonly meetings: readonly Meeting[];
  readonly waiting: readonly Waiting[] | null;
}> {
  const person = signedIn(visit);
  const of = { authorityId: visit.authority.id, personId: person.id };
  return {
    meetings: await meetingsOfMember(visit.transaction, of),
    waiting: person.roles.includes('panel-chair') ? await queueOf(visit) : null,
  };
}

/** Who may be asked to sit in a meeting, and how many must come. */
export async function whoMaySit(
  visit: Visit,
): Promise<{ readonly able: readonly Member[]; readonly quorum: number }> {
  const rules = panelRulesOn(visit.authority, visit.clock.today());
  const wanted = { authorityId: visit.authority.id, roles: rules.roles };
  const able = await practitionersWith(visit.transaction, wanted);
  return { able: able.filter((one) => one.personId !== signedIn(visit).id), quorum: rules.quorum };
}

/** Who may come into a meeting that was called already: whoever may sit in a panel on its day and does not yet. */
export async function whoMayCome(
  visit: Visit,
  { meeting, members }: { readonly meeting: Meeting; readonly members: readonly Member[] },
): Promise<readonly Member[]> {
  const { roles } = panelRulesOn(visit.authority, meeting.heldOn);
  const able = await practitionersWith(visit.transaction, { authorityId: visit.authority.id, roles });
  return able.filter((one) => !members.some(({ personId }) => personId === one.personId));
}

/** Who came into a meeting after it was called, or left it, with why. */
export function changesOfMeeting(visit: Visit, meetingId: string) {
  return memberChangesOf(visit.transaction, { authorityId: visit.authority.id, meetingId });
}
