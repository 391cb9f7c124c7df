import { z } from 'zod';
import { addEvent, changeState } from '#families/applications/index.ts';
import { planAtPanel, settlePlanByPanel, tellFamily } from '#families/assessments/index.ts';
import { newId } from '#kernel/id.ts';
import { formatDate } from '#kernel/local-date.ts';
import { refusal } from '#kernel/refusal.ts';
import { lastDayBy } from '#platform/authorities/index.ts';
import { choice, firstValue, parseForm, words } from '#platform/web/form.ts';
import { notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import {
  isGranted,
  type MemberVote,
  outcomes,
  outcomeWords,
  type PanelDecision,
  votes,
} from '../domain/panel.ts';
import { refusesOutcome } from '../domain/votes.ts';
import { goneBecause, type ItemFile, itemFileOf, mayRecord } from '../item-file.ts';
import { insertDecision } from '../store/decisions.ts';
import { moveItem } from '../store/items.ts';
import { panelTemplateOf } from '../templates.ts';

const form = z.object({
  outcome: choice(outcomes, 'Choose what was decided'),
  reasons: words({ name: 'The reasons', max: 4_000, missing: 'Write the reasons, in words for the family' }),
  conditions: words({ name: 'The conditions', max: 2_000 }),
  less: words({ name: 'What is agreed instead', max: 2_000 }),
});

/**
 * Records what the panel decided of an item: with reasons always, the conditions where there are any, who was
 * there and how each stood. The item's row is locked, so that of two who record at once one does and the other
 * is told. A plan is agreed with its awards or returned; an application goes back to an officer.
 */
export async function recordDecision(visit: Visit) {
  const file = await itemFileOf(visit, { forChange: true });
  if (file === null) return notFound();
  const person = signedIn(visit);
  if (file.decision !== null)
    return wrong(
      refusal(
        'already-decided',
        `${file.decision.recordedByName} has already recorded: ${outcomeWords[file.decision.outcome]}. Open the agenda again to read it.`,
      ),
    );
  const gone = goneBecause(file);
  if (gone !== null) return wrong(refusal('gone', gone));
  if (file.meeting.state !== 'papers-issued')
    return wrong(refusal('not-open', 'This meeting is over or was cancelled, so nothing is recorded in it.'));
  if (!mayRecord(file, person.id))
    return wrong(
      refusal(
        'not-the-chair',
        `${file.meeting.chairName} is the chair and records this. Where the chair has no vote on it, a member who has one records it.`,
      ),
    );
  const read = parseForm(form, visit.form);
  if (!read.ok) return wrong(...read.refusals);
  const decision = { ...read.value, votes: votesIn(visit, file) };
  const bare = refusesWords(decision);
  if (bare !== null) return wrong(bare);
  const refused = refusesOutcome({ ...decision, quorum: file.meeting.quorum });
  if (refused !== null) return wrong(refused);
  await keep(visit, file, {
    ...decision,
    id: newId(),
    itemId: file.item.id,
    meetingId: file.meeting.id,
    conditions: decision.outcome === 'agreed-with-conditions' ? decision.conditions : '',
    less: decision.outcome === 'agreed-less' ? decision.less : '',
    recordedByName: person.name,
    recordedAt: visit.clock.now(),
  });
  return redirect(`/practitioners/panel/${file.meeting.id}?told=recorded`);
}

/** How each voter stood; who was not there has no vote. */
function votesIn(visit: Visit, file: ItemFile): readonly MemberVote[] {
  return file.voters.flatMap((member) => {
    const vote = votes.find((one) => one === firstValue(visit.form, `vote-${member.personId}`));
    return vote === undefined ? [] : [{ ...member, vote }];
  });
}

function refusesWords(given: Pick<PanelDecision, 'outcome' | 'conditions' | 'less'>) {
  if (given.outcome === 'agreed-with-conditions' && given.conditions === '')
    return refusal('missing', 'Write the conditions', 'conditions');
  if (given.outcome === 'agreed-less' && given.less === '')
    return refusal('missing', 'Write what is agreed in the place of what was asked', 'less');
  return null;
}

async function keep(visit: Visit, file: ItemFile, decision: PanelDecision): Promise<void> {
  const authorityId = visit.authority.id;
  await insertDecision(visit.transaction, {
    authorityId,
    item: file.item,
    decision,
    recordedBy: signedIn(visit).id,
  });
  await moveItem(visit.transaction, { authorityId, itemId: file.item.id, to: 'decided' });
  visit.note({
    event: 'panel.decided',
    subject: { kind: file.item.subject.kind, id: file.item.subject.id },
    details: { outcome: decision.outcome, present: decision.votes.length },
  });
  if (decision.outcome !== 'deferred') await carryOut(visit, file, decision);
  const isTold = file.plan !== null && isGranted(decision.outcome);
  // An agreed plan's own letter carries the reasons and the conditions.
  if (!isTold) await sendLetter(visit, file, decision);
}

async function carryOut(visit: Visit, file: ItemFile, decision: PanelDecision): Promise<void> {
  const { subject } = file.item;
  if (subject.kind === 'application') return backToOfficer(visit, subject.id, decision);
  const plan = await planAtPanel(visit, subject.id);
  if (plan === null) throw new Error('a plan that the panel decides is with the panel');
  await settlePlanByPanel(visit, {
    file: plan,
    isAgreed: isGranted(decision.outcome),
    reasons: decision.reasons,
    conditions: decision.outcome === 'agreed-less' ? decision.less : decision.conditions,
  });
}

async function backToOfficer(visit: Visit, applicationId: string, decision: PanelDecision): Promise<void> {
  const named = { authorityId: visit.authority.id, applicationId };
  const at = visit.clock.now();
  const dueOn = lastDayBy(visit.authority, { id: 'grant-decision', from: visit.clock.today() });
  await changeState(visit.transaction, { ...named, to: 'sent', at, waitingSince: null, dueOn });
  const more = [decision.less, decision.conditions].filter((one) => one !== '').join(' ');
  await addEvent(visit.transaction, {
    ...named,
    at,
    personId: signedIn(visit).id,
    kind: 'panel-decided',
    words: `The panel: ${outcomeWords[decision.outcome].toLowerCase()}. ${decision.reasons}${more === '' ? '' : ` ${more}`}`,
    isForFamily: true,
  });
}

async function sendLetter(visit: Visit, file: ItemFile, decision: PanelDecision): Promise<void> {
  const { item, child } = file;
  const isPlan = item.subject.kind === 'plan';
  await tellFamily(visit, {
    householdId: item.householdId,
    kind: 'panel-letter',
    reference: file.plan?.plan.reference ?? file.application?.reference ?? file.meeting.reference,
    templateId: panelTemplateOf(decision.outcome, isPlan),
    fields: {
      child: `${child.givenName} ${child.familyName}`,
      met: formatDate(file.meeting.heldOn),
      why: decision.reasons,
      less: decision.less,
      conditions: decision.conditions,
      link: isPlan ? `${visit.origin}/account` : `${visit.origin}/account/applications/${item.subject.id}`,
    },
  });
}
