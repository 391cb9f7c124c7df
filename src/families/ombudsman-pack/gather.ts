import { type AppealWithSteps, appealsOf, filesOfAppeal } from '#families/appeals/index.ts';
import {
  type Application,
  type ApplicationEvent,
  applicationBy,
  eventsOf,
} from '#families/applications/index.ts';
import { type PlanLineOfChild, planLinesOfChild } from '#families/assessments/index.ts';
import { type Award, type AwardChange, awardsOfChildren, changesOfAwards } from '#families/awards/index.ts';
import { type ComplaintCase, complaintsOf, filesOfComplaint } from '#families/complaints/index.ts';
import {
  type DecisionRecord,
  decidedCaseOfDecision,
  decisionsOfApplication,
  letterText,
  shownAgain,
} from '#families/decisions/index.ts';
import { type PanelDecision, panelDecisionOf } from '#families/panel/index.ts';
import {
  type Child,
  childOf,
  type Evidence,
  evidenceOf,
  type Household,
  householdWith,
} from '#families/register/index.ts';
import { type ReviewRecord, recordsOf } from '#families/reviews/index.ts';
import { type Entry, transitionEntriesOf } from '#families/transitions/index.ts';
import { isId } from '#kernel/id.ts';
import type { Visit } from '#platform/web/visit.ts';
import {
  applicationIdsOf,
  auditAbout,
  complaintsWithoutChild,
  messagesAbout,
  namesOf,
} from './store/case-rows.ts';

/** A decision with what it says when it is read again, and its letter. */
export type DecisionAgain = {
  readonly decision: DecisionRecord;
  readonly reference: string;
  readonly again: string;
  readonly letter: string;
};

/** All that is known of one child's case. */
export type Gathered = {
  readonly child: Child;
  readonly household: Household;
  readonly applications: readonly {
    readonly application: Application;
    readonly events: readonly ApplicationEvent[];
  }[];
  readonly decisions: readonly DecisionAgain[];
  readonly panel: readonly { readonly decision: PanelDecision; readonly reference: string }[];
  readonly planLines: readonly PlanLineOfChild[];
  readonly awards: readonly Award[];
  readonly changes: readonly AwardChange[];
  readonly reviews: readonly ReviewRecord[];
  readonly evidence: readonly Evidence[];
  readonly appeals: readonly AppealWithSteps[];
  readonly complaints: readonly ComplaintCase[];
  readonly otherComplaints: number;
  readonly transition: readonly Entry[];
  readonly messages: Awaited<ReturnType<typeof messagesAbout>>;
  readonly opened: Awaited<ReturnType<typeof auditAbout>>;
  readonly names: ReadonlyMap<string, string>;
  /** Every file of the case: what it came with, and what it is called. */
  readonly files: readonly { readonly id: string; readonly name: string; readonly from: string }[];
};

/** Gathers a child's case from every capability; null where there is no such child. */
export async function gather(visit: Visit): Promise<Gathered | null> {
  const childId = visit.params.child ?? '';
  if (!isId(childId)) return null;
  const { transaction } = visit;
  const authorityId = visit.authority.id;
  const child = await childOf(transaction, { authorityId, childId });
  if (child === null) return null;
  const household = await householdWith(transaction, { authorityId, householdId: child.householdId });
  if (household === null) throw new Error('a child lives in a household');
  const { applications, decisions } = await applicationsOf(visit, childId);
  const panel: Gathered['panel'][number][] = [];
  for (const { application } of applications) {
    const decision = await panelDecisionOf(transaction, { authorityId, applicationId: application.id });
    if (decision !== null) panel.push({ decision, reference: application.reference });
  }
  const awards = await awardsOfChildren(transaction, { authorityId, childIds: [childId] });
  const awardIds = awards.map(({ id }) => id);
  const evidence = await evidenceOf(transaction, { authorityId, childId });
  const appeals = await appealsOf(visit, { childId });
  const complaints = await complaintsOf(visit, { childId });
  const changes = [...(await changesOfAwards(transaction, { authorityId, awardIds })).values()].flat();
  const reviews = [...(await recordsOf(transaction, { authorityId, awardIds })).values()].flat();
  const subjects = [
    childId,
    child.householdId,
    ...awardIds,
    ...appeals.map(({ id }) => id),
    ...complaints.map(({ id }) => id),
    ...applications.map(({ application }) => application.id),
    ...decisions.map(({ decision }) => decision.id),
  ];
  const opened = await auditAbout(transaction, { authorityId, subjectIds: subjects });
  const references = [
    ...applications.map(({ application }) => application),
    ...awards,
    ...appeals,
    ...complaints,
  ].map(({ reference }) => reference);
  const events = applications.flatMap((one) => one.events.map(({ personId }) => personId));
  const personIds = [...new Set([...opened.map(({ personId }) => personId), ...events])].filter(
    (id) => id !== null,
  );
  return {
    child,
    household,
    applications,
    decisions,
    panel,
    planLines: await planLinesOfChild(transaction, { authorityId, childId }),
    awards,
    changes,
    reviews,
    evidence,
    appeals,
    complaints,
    otherComplaints: await complaintsWithoutChild(transaction, {
      authorityId,
      householdId: child.householdId,
    }),
    transition: await transitionEntriesOf(visit, childId),
    messages: await messagesAbout(transaction, { authorityId, references }),
    opened,
    names: await namesOf(transaction, { authorityId, personIds }),
    files: await filesOf(visit, { evidence, complaints, appeals }),
  };
}

async function applicationsOf(
  visit: Visit,
  childId: string,
): Promise<Pick<Gathered, 'applications' | 'decisions'>> {
  const { transaction } = visit;
  const authorityId = visit.authority.id;
  const applications: Gathered['applications'][number][] = [];
  const decisions: DecisionAgain[] = [];
  for (const applicationId of await applicationIdsOf(transaction, { authorityId, childId })) {
    const named = { authorityId, applicationId };
    const application = await applicationBy(transaction, named);
    if (application === null) continue;
    applications.push({ application, events: await eventsOf(transaction, named) });
    for (const decision of await decisionsOfApplication(transaction, named))
      decisions.push({
        decision,
        reference: application.reference,
        ...(await readAgain(visit, decision.id)),
      });
  }
  return { applications, decisions };
}

/**
 * Reads a decision again. A pack must come also where a scheme's file is gone: then it says so, in the place of what
 * cannot be read.
 */
async function readAgain(
  visit: Visit,
  decisionId: string,
): Promise<{ readonly again: string; readonly letter: string }> {
  try {
    const shown = await shownAgain(visit, decisionId);
    const replay = shown?.replay ?? null;
    const again =
      replay === null
        ? 'The rules of then are not there any more; what they said stands in the facts.'
        : replay.isSameReading
          ? `The same facts give the same reading today${replay.isSameFile ? '.' : ', although the rules were changed since.'}`
          : `The same facts give another reading today: ${replay.differences.join(', ')}.`;
    const letter = await decidedCaseOfDecision(visit, decisionId);
    return { again, letter: letter === null ? '' : letterText(letter.letter) };
  } catch (error) {
    return {
      again: `Cannot be read again: ${error instanceof Error ? error.message : 'unknown'}`,
      letter: '',
    };
  }
}

async function filesOf(
  visit: Visit,
  of: Pick<Gathered, 'evidence' | 'complaints' | 'appeals'>,
): Promise<Gathered['files']> {
  const fromEvidence = of.evidence.flatMap(({ file, kind }) =>
    file === null ? [] : [{ id: file.id, name: file.name, from: kind.replaceAll('-', ' ') }],
  );
  const fromWords: { id: string; name: string; from: string }[] = [];
  for (const complaint of of.complaints)
    for (const file of await filesOfComplaint(visit, complaint.id))
      fromWords.push({ id: file.id, name: file.name, from: `complaint ${complaint.reference}` });
  const authorityId = visit.authority.id;
  for (const appeal of of.appeals)
    for (const file of await filesOfAppeal(visit.transaction, { authorityId, appealId: appeal.id }))
      fromWords.push({ id: file.id, name: file.name, from: `appeal ${appeal.reference}` });
  const seen = new Set<string>();
  return [...fromEvidence, ...fromWords].filter(({ id }) => !seen.has(id) && seen.add(id) !== undefined);
}
