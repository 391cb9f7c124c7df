import { applicationsReferredTo, eventsOf } from '#families/applications/index.ts';
import { plansInStates } from '#families/assessments/index.ts';
import { childOf, fullName, householdsHiddenFrom } from '#families/register/index.ts';
import { signedIn, type Visit } from '#platform/web/visit.ts';
import type { Item } from './domain/panel.ts';
import { subjectsOnAgenda } from './store/items.ts';

/** Something that waits for a panel. The child's name is missing where this person is kept away from the case. */
export type Waiting = Omit<Item, 'id' | 'meetingId' | 'position' | 'state' | 'withdrawnBecause'> & {
  readonly reference: string;
  readonly childName: string | null;
};

/**
 * What waits for a panel and is on no agenda, whatever has waited longest first. A case that the chair is kept
 * away from waits like every other, without its name.
 */
export async function queueOf(visit: Visit): Promise<readonly Waiting[]> {
  const { transaction } = visit;
  const authorityId = visit.authority.id;
  const onAgenda = await subjectsOnAgenda(transaction, authorityId);
  const hidden = new Set(await householdsHiddenFrom(visit, signedIn(visit)));
  const waiting: Waiting[] = [];
  const nameOf = async (one: { readonly childId: string; readonly householdId: string }) => {
    if (hidden.has(one.householdId)) return null;
    const child = await childOf(transaction, { authorityId, childId: one.childId });
    return child === null ? null : fullName(child);
  };
  for (const plan of await plansInStates(transaction, { authorityId, states: ['at-panel'] })) {
    if (onAgenda.has(plan.id)) continue;
    waiting.push({
      householdId: plan.householdId,
      childId: plan.childId,
      subject: { kind: 'plan', id: plan.id },
      waitingSince: plan.changedAt,
      because: plan.panelBecause,
      reference: plan.reference,
      childName: await nameOf(plan),
    });
  }
  for (const one of await applicationsReferredTo(transaction, { authorityId, to: 'panel' })) {
    if (onAgenda.has(one.id) || one.childId === null || one.householdId === null) continue;
    const events = await eventsOf(transaction, { authorityId, applicationId: one.id });
    const referred = events.findLast((event) => event.kind === 'referred');
    const of = { childId: one.childId, householdId: one.householdId };
    waiting.push({
      ...of,
      subject: { kind: 'application', id: one.id },
      waitingSince: referred?.at ?? one.sentAt ?? one.createdAt,
      because: referred?.words ?? '',
      reference: one.reference,
      childName: await nameOf(of),
    });
  }
  return waiting.toSorted((one, other) => Temporal.Instant.compare(one.waitingSince, other.waitingSince));
}
