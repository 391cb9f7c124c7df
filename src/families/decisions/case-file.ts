import {
  type Application,
  type ApplicationEvent,
  applicationBy,
  eventsOf,
  type ProxyRecord,
  proxyOf,
} from '#families/applications/index.ts';
import { type Award, awardsOfChildren } from '#families/awards/index.ts';
import {
  type Child,
  type Evidence,
  evidenceOf,
  type Household,
  householdsHiddenFrom,
  householdWith,
  type SimilarChild,
  similarChildren,
} from '#families/register/index.ts';
import { isId } from '#kernel/id.ts';
import type { Result } from '#kernel/refusal.ts';
import { signedIn, type Visit } from '#platform/web/visit.ts';
import type { DecisionRecord } from './domain/decision-record.ts';
import { type Reading, readingOf } from './reading.ts';
import { type Correction, correctedFacts, correctionsOf } from './store/corrections.ts';
import { decisionsOfApplication } from './store/decisions.ts';
import { applicationsOfChildren, type NeighbouringApplication } from './store/neighbouring-applications.ts';

/** A child who may be the same one, with what was asked and given for them. */
export type PossibleDuplicate = {
  readonly child: SimilarChild;
  readonly isOtherHousehold: boolean;
  /** Whether the officer who looks is kept away from that household's own case: then nothing of it is told. */
  readonly isKeptAway: boolean;
  readonly applications: readonly NeighbouringApplication[];
  readonly awards: readonly Award[];
};

/** Everything that an officer looks at before deciding. */
export type CaseFile = {
  readonly application: Application;
  /** Who filled it in for the family; null where the family did so itself. */
  readonly proxy: ProxyRecord | null;
  readonly child: Child;
  readonly household: Household;
  readonly evidence: readonly Evidence[];
  readonly events: readonly ApplicationEvent[];
  readonly reading: Result<Reading>;
  readonly duplicates: readonly PossibleDuplicate[];
  /** What else this child was awarded, whatever the year. */
  readonly otherAwards: readonly Award[];
  /** The decision that stands; null while it is to be decided, for the first time or again. */
  readonly decision: DecisionRecord | null;
  /** Every decision about it, the first one first. */
  readonly decisions: readonly DecisionRecord[];
  /** What officers have put right of what was read from letters. */
  readonly corrections: readonly Correction[];
  /** What this application's decision awarded. */
  readonly award: Award | null;
};

/** The application's own part of a case: enough to decide by. */
export type CaseToDecide = Pick<
  CaseFile,
  | 'application'
  | 'proxy'
  | 'child'
  | 'household'
  | 'evidence'
  | 'reading'
  | 'decision'
  | 'decisions'
  | 'corrections'
>;

/**
 * Gives the case of an application that was sent, or null. With `forChange` the application's row is locked
 * until the transaction ends, so that of two officers one waits and then sees what the other did.
 */
export async function caseToDecide(
  visit: Pick<Visit, 'authority' | 'transaction'>,
  applicationId: string,
  options: { readonly forChange?: boolean } = {},
): Promise<CaseToDecide | null> {
  if (!isId(applicationId)) return null;
  const { transaction, authority } = visit;
  const named = { authorityId: authority.id, applicationId };
  const application = await applicationBy(transaction, { ...named, ...options });
  if (application === null || application.childId === null || application.householdId === null) return null;
  if (application.state === 'draft' || application.state === 'withdrawn') return null;
  const { childId, householdId } = application;
  const household = await householdWith(transaction, { authorityId: authority.id, householdId });
  const child = household?.children.find((one) => one.id === childId);
  if (household === null || child === undefined)
    throw new Error('an application’s child lives in its household');
  const evidence = await evidenceOf(transaction, { authorityId: authority.id, childId });
  const hasDiagnosisLetter = evidence.some((one) => one.kind === 'diagnosis-letter' && one.file !== null);
  const decisions = await decisionsOfApplication(transaction, named);
  const corrections = await correctionsOf(transaction, named);
  const corrected = correctedFacts(corrections);
  return {
    application,
    proxy: await proxyOf(transaction, named),
    child,
    household,
    evidence,
    reading: await readingOf(authority, { application, hasDiagnosisLetter, corrected }),
    decision: application.state === 'decided' ? (decisions.at(-1) ?? null) : null,
    decisions,
    corrections,
  };
}

/** Gives a whole case: with its way so far, children who may be the same, and other awards. */
export async function caseFileOf(visit: Visit, applicationId: string): Promise<CaseFile | null> {
  const own = await caseToDecide(visit, applicationId);
  if (own === null) return null;
  const { transaction } = visit;
  const authorityId = visit.authority.id;
  const similar = await similarChildren(transaction, { authorityId, childId: own.child.id });
  const similarIds = similar.map((child) => child.id);
  const hidden = await householdsHiddenFrom(visit, signedIn(visit));
  const applications = await applicationsOfChildren(transaction, { authorityId, childIds: similarIds });
  const awards = await awardsOfChildren(transaction, {
    authorityId,
    childIds: [own.child.id, ...similarIds],
  });
  return {
    ...own,
    events: await eventsOf(transaction, { authorityId, applicationId }),
    duplicates: similar.map((child) => ({
      child,
      isOtherHousehold: child.householdId !== own.household.id,
      isKeptAway: hidden.includes(child.householdId),
      applications: applications.filter((one) => one.childId === child.id),
      awards: awards.filter((one) => one.childId === child.id),
    })),
    otherAwards: awards.filter(
      (one) => one.childId === own.child.id && one.applicationId !== own.application.id,
    ),
    award: awards.find((one) => one.decisionId === (own.decisions.at(-1)?.id ?? '')) ?? null,
  };
}
