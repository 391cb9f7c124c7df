import { type Application, applicationBy, proxyOf } from '#families/applications/index.ts';
import {
  type AssessmentFile,
  assessmentFileWith,
  hasWrittenPlan,
  type PlanFile,
  planFileWith,
} from '#families/assessments/index.ts';
import { type Child, childOf, keptAwayFrom } from '#families/register/index.ts';
import { isId } from '#kernel/id.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { Interest, Item, Meeting, Member, PanelDecision } from './domain/panel.ts';
import { decisionsOfMeeting } from './store/decisions.ts';
import { interestsOf, itemWith } from './store/items.ts';
import { meetingWith, membersOf } from './store/meetings.ts';

/** An item with its papers: the plan and its assessment, or the application. */
export type ItemFile = {
  readonly item: Item;
  readonly meeting: Meeting;
  readonly child: Child;
  readonly plan: PlanFile | null;
  readonly assessment: AssessmentFile | null;
  readonly application: Application | null;
  readonly interests: readonly Interest[];
  readonly decision: PanelDecision | null;
  /** Who may vote on it: members without an interest, not of the household, who wrote no part of it nor filled it in. */
  readonly voters: readonly Member[];
};

/** The item of the address with its papers; null where there is none. With `forChange` its row is locked first. */
export async function itemFileOf(
  visit: Visit,
  options: { readonly forChange?: boolean } = {},
): Promise<ItemFile | null> {
  const itemId = visit.params.item ?? '';
  if (!isId(itemId)) return null;
  const { transaction } = visit;
  const authorityId = visit.authority.id;
  const item = await itemWith(transaction, { authorityId, itemId, ...options });
  if (item === null) return null;
  const of = { authorityId, meetingId: item.meetingId };
  const meeting = await meetingWith(transaction, of);
  const child = await childOf(transaction, { authorityId, childId: item.childId });
  if (meeting === null || child === null) return null;
  visit.concerns('panel-item', item.id, { child: child.id, meeting: meeting.id });
  const { subject } = item;
  const plan = subject.kind === 'plan' ? await planFileWith(visit, subject.id) : null;
  const interests = (await interestsOf(transaction, of)).filter((one) => one.itemId === item.id);
  return {
    item,
    meeting,
    child,
    plan,
    assessment: plan === null ? null : await assessmentFileWith(visit, plan.plan.assessmentId),
    application:
      subject.kind === 'application'
        ? await applicationBy(transaction, { authorityId, applicationId: subject.id })
        : null,
    interests,
    decision: (await decisionsOfMeeting(transaction, of)).get(item.id) ?? null,
    voters: await votersOf(visit, { item, interests }),
  };
}

async function votersOf(
  visit: Visit,
  given: { readonly item: Item; readonly interests: readonly Interest[] },
): Promise<readonly Member[]> {
  const authorityId = visit.authority.id;
  const { item } = given;
  const members = await membersOf(visit.transaction, { authorityId, meetingId: item.meetingId });
  const proxy =
    item.subject.kind === 'application'
      ? await proxyOf(visit.transaction, { authorityId, applicationId: item.subject.id })
      : null;
  const voters: Member[] = [];
  for (const member of members) {
    if (given.interests.some((one) => one.personId === member.personId)) continue;
    const { personId, name, email } = member;
    const person = { id: personId, kind: 'practitioner', name, email, roles: [], sessionId: '' } as const;
    if ((await keptAwayFrom(visit, person, item.householdId)) !== null) continue;
    const isWriter =
      proxy?.personId === personId ||
      (item.subject.kind === 'plan' &&
        (await hasWrittenPlan(visit.transaction, { authorityId, planId: item.subject.id, personId })));
    if (!isWriter) voters.push({ personId, name });
  }
  return voters;
}

/** Whether the plan or the application of an item is still with the panel; the reason in words where it is not. */
export function goneBecause(file: ItemFile): string | null {
  if (file.item.state === 'withdrawn') return `This was taken off the agenda: ${file.item.withdrawnBecause}`;
  if (file.plan !== null && file.plan.plan.state !== 'at-panel' && file.decision === null)
    return 'This plan is not with the panel any more. Take it off the agenda.';
  if (file.application !== null && file.application.state !== 'referred' && file.decision === null)
    return file.application.state === 'withdrawn'
      ? 'The family has taken this application back. Take it off the agenda.'
      : 'This application is not with the panel any more. Take it off the agenda.';
  return null;
}

/** Who records what is decided: the chair, or, where the chair has no vote on it, any member who has one. */
export function mayRecord(file: ItemFile, personId: string): boolean {
  const isVoter = file.voters.some((one) => one.personId === personId);
  const isChairVoter = file.voters.some((one) => one.personId === file.meeting.chairId);
  return isVoter && (personId === file.meeting.chairId || !isChairVoter);
}
