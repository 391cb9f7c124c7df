import { notFound, redirect, signedIn, type Visit } from '#platform/web/visit.ts';
import { caseOfAppeal } from '../case-of-appeal.ts';
import type { Appeal } from '../domain/appeal.ts';
import { insertAppealStep } from '../store/appeals.ts';

/** Ends an appeal without an answer: it was taken back, or it is a complaint and goes on as one. */
export async function endAppeal(
  visit: Visit,
  appeal: Pick<Appeal, 'id' | 'householdId'>,
  how: { readonly kind: 'withdrawn' | 'moved'; readonly words: string },
): Promise<void> {
  const { id: personId, name: personName } = signedIn(visit);
  await insertAppealStep(visit.transaction, {
    authorityId: visit.authority.id,
    appeal,
    step: { at: visit.clock.now(), personId, personName, outcome: null, isDecidedAgain: false, ...how },
  });
}

/** The family takes its appeal back; the decision stays as it is. */
export async function withdrawAppeal(visit: Visit) {
  const found = await caseOfAppeal(visit);
  if (found === null) return notFound('an appeal');
  const { appeal } = found;
  if (appeal.stand.end === null) await endAppeal(visit, appeal, { kind: 'withdrawn', words: '' });
  return redirect(`/account/appeals/${appeal.id}`);
}
