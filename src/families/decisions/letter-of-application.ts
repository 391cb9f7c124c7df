import { awardOfDecision } from '#families/awards/index.ts';
import { isId } from '#kernel/id.ts';
import { type Answer, notFound, redirect, type Visit } from '#platform/web/visit.ts';
import { letterPath } from './actions/send-decision.ts';
import { decisionOfApplication } from './store/decisions.ts';

/** Leads a family from its application to the letter about it. What is not its own is not there. */
export async function letterOfApplication(visit: Visit): Promise<Answer> {
  const applicationId = visit.params.application ?? '';
  if (!isId(applicationId)) return notFound();
  const authorityId = visit.authority.id;
  const decision = await decisionOfApplication(visit.transaction, { authorityId, applicationId });
  if (decision === null) return notFound();
  visit.concerns('application', applicationId);
  return redirect(
    letterPath(decision, await awardOfDecision(visit.transaction, { authorityId, decisionId: decision.id })),
  );
}
