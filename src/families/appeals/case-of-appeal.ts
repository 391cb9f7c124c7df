import { type Application, applicationBy } from '#families/applications/index.ts';
import { type DecisionRecord, decisionWith } from '#families/decisions/index.ts';
import { type Child, childOf } from '#families/register/index.ts';
import { dateInEngland } from '#kernel/clock.ts';
import { isId } from '#kernel/id.ts';
import type { Visit } from '#platform/web/visit.ts';
import { type Appeal, type AppealStand, type AppealStep, standOfAppeal } from './domain/appeal.ts';
import type { AppealRules } from './domain/appeal-rules.ts';
import { appealRulesOn, lastDayOf } from './rules-of-appeals.ts';
import { appealsWanted, filesOfAppeal } from './store/appeals.ts';

/** An appeal with what was done about it. */
export type AppealWithSteps = Appeal & { readonly steps: readonly AppealStep[]; readonly stand: AppealStand };

/** A decision that a family may ask to be looked at again, with the rules for that and what was asked before. */
export type DecisionToAppeal = {
  readonly decision: DecisionRecord;
  readonly application: Application;
  readonly child: Child;
  readonly rules: AppealRules;
  /** The last day for an appeal in time; null where the council names none. */
  readonly askBy: Temporal.PlainDate | null;
  readonly isLate: boolean;
  readonly appeals: readonly AppealWithSteps[];
};

/** Gives appeals with where they stand. A family finds its own alone. */
export async function appealsOf(
  visit: Visit,
  wanted: { readonly appealId?: string; readonly decisionId?: string; readonly childId?: string } = {},
): Promise<readonly AppealWithSteps[]> {
  const found = await appealsWanted(visit.transaction, { authorityId: visit.authority.id, ...wanted });
  return found.map((one) => ({ ...one, stand: standOfAppeal(one.steps) }));
}

/** Gives the decision of the address with what an appeal about it needs; null where there is none to be seen. */
export async function decisionToAppeal(visit: Visit, decisionId: string): Promise<DecisionToAppeal | null> {
  if (!isId(decisionId)) return null;
  const authorityId = visit.authority.id;
  const decision = await decisionWith(visit.transaction, { authorityId, decisionId });
  if (decision === null) return null;
  const { applicationId } = decision;
  const application = await applicationBy(visit.transaction, { authorityId, applicationId });
  if (application?.childId === null || application === null) return null;
  const child = await childOf(visit.transaction, { authorityId, childId: application.childId });
  if (child === null) return null;
  const decidedOn = dateInEngland(decision.decidedAt);
  const rules = appealRulesOn(visit.authority, decidedOn);
  const askBy = rules.askWithin === null ? null : lastDayOf(visit.authority, decidedOn, rules.askWithin);
  return {
    decision,
    application,
    child,
    rules,
    askBy,
    isLate: askBy !== null && Temporal.PlainDate.compare(visit.clock.today(), askBy) > 0,
    appeals: await appealsOf(visit, { decisionId }),
  };
}

/** One appeal with its decision and files. */
export type CaseOfAppeal = {
  readonly appeal: AppealWithSteps;
  readonly about: DecisionToAppeal;
  readonly files: readonly { readonly id: string; readonly name: string; readonly mediaType: string }[];
};

/** Gives the appeal of the address (`:appeal`), or null. */
export async function caseOfAppeal(visit: Visit): Promise<CaseOfAppeal | null> {
  const appealId = visit.params.appeal ?? '';
  if (!isId(appealId)) return null;
  const [appeal] = await appealsOf(visit, { appealId });
  if (appeal === undefined) return null;
  const about = await decisionToAppeal(visit, appeal.decisionId);
  if (about === null) throw new Error('an appeal is about a decision that is there');
  visit.concerns('appeal', appeal.id);
  const named = { authorityId: visit.authority.id, appealId };
  return { appeal, about, files: await filesOfAppeal(visit.transaction, named) };
}

/** The household of the appeal of the address; null where there is none. */
export async function householdOfAppeal(visit: Visit): Promise<string | null> {
  const appealId = visit.params.appeal ?? '';
  if (!isId(appealId)) return null;
  return (await appealsOf(visit, { appealId }))[0]?.householdId ?? null;
}

/** The child of the appeal, or of the decision, of the address; null where there is none. */
export async function childOfAppeal(visit: Visit): Promise<string | null> {
  const appealId = visit.params.appeal ?? '';
  if (!isId(appealId)) return (await decisionToAppeal(visit, visit.params.decision ?? ''))?.child.id ?? null;
  return (await appealsOf(visit, { appealId }))[0]?.childId ?? null;
}

/** The household of the decision of the address; null where there is none. */
export async function householdOfDecisionInPath(visit: Visit): Promise<string | null> {
  return (await decisionToAppeal(visit, visit.params.decision ?? ''))?.application.householdId ?? null;
}
