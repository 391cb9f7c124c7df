import { householdsHiddenFrom } from '#families/register/index.ts';
import { isId } from '#kernel/id.ts';
import { signedIn, type Visit } from '#platform/web/visit.ts';
import { type Run, runWith } from './store/runs.ts';

export type { Run } from './store/runs.ts';

/** One run of decisions, without the households that this person is kept away from; null when there is none. */
export async function runOf(visit: Visit, runId: string): Promise<Run | null> {
  if (!isId(runId)) return null;
  const run = await runWith(visit.transaction, { authorityId: visit.authority.id, runId });
  if (run === null) return null;
  const hidden = await householdsHiddenFrom(visit, signedIn(visit));
  const isShown = (one: { readonly householdId: string }) => !hidden.includes(one.householdId);
  return { ...run, decided: run.decided.filter(isShown), failed: run.failed.filter(isShown) };
}
