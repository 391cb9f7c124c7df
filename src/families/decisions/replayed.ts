import { type Application, applicationBy } from '#families/applications/index.ts';
import { type Child, childOf } from '#families/register/index.ts';
import { type DatedFacts, decide, type SchemeVersion } from '#families/schemes/index.ts';
import { isId } from '#kernel/id.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { DecisionRecord } from './domain/decision-record.ts';
import { compareReadings, type Replay } from './domain/replay.ts';
import { schemeNamed } from './scheme-in-use.ts';
import { decisionWith } from './store/decisions.ts';

/** A decision with what shows it again. */
export type ShownAgain = {
  readonly decision: DecisionRecord;
  readonly application: Application;
  readonly child: Child;
  readonly schemeName: string;
  /** Today's file of the version; null where it is gone. */
  readonly version: SchemeVersion | null;
  readonly replay: Replay | null;
};

/** Reads the stored facts again by a version, and says what is the same and what is not. */
export function replayUnder(version: SchemeVersion, decision: DecisionRecord): Replay {
  const again = decide(version, decision.facts as DatedFacts);
  return compareReadings(
    { hash: decision.versionHash, reading: decision.reading },
    { hash: version.hash, reading: { ...again } },
  );
}

/** Gives a decision as it was, and what the same rules say of the same facts today. */
export async function shownAgain(visit: Visit, decisionId: string): Promise<ShownAgain | null> {
  if (!isId(decisionId)) return null;
  const authorityId = visit.authority.id;
  const decision = await decisionWith(visit.transaction, { authorityId, decisionId });
  if (decision === null) return null;
  const application = await applicationBy(visit.transaction, {
    authorityId,
    applicationId: decision.applicationId,
  });
  if (application?.childId === null || application === null)
    throw new Error('a decision is about an application for a child');
  const child = await childOf(visit.transaction, { authorityId, childId: application.childId });
  if (child === null) throw new Error('the child of an application is in the register');
  const scheme = await schemeNamed(visit.authority, decision.schemeId);
  const version = scheme.versions.find((one) => one.id === decision.versionId) ?? null;
  return {
    decision,
    application,
    child,
    schemeName: scheme.name,
    version,
    replay: version === null ? null : replayUnder(version, decision),
  };
}
