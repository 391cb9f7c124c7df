import { type Refusal, refusal } from '#kernel/refusal.ts';

/** Somebody who acts: who they are. */
type Actor = { readonly id: string };

/**
 * Assessor, approver and payer are different people (segregation of duties; rules 2.9). Gives the refusal for
 * who wrote, or took up, any part of it at any time, whatever the order of the steps; null for everybody else.
 */
export function refusesOwnApproval(actor: Actor, writers: ReadonlySet<string>): Refusal | null {
  if (!writers.has(actor.id)) return null;
  return refusal(
    'own-work',
    'You have written a part of this yourself, so somebody else must agree it. Ask another team manager.',
  );
}

/** Gives the refusal for who wrote or agreed what is to be paid; null for everybody else. */
export function refusesOwnPayment(
  actor: Actor,
  given: { readonly writers: ReadonlySet<string>; readonly approver: string | null },
): Refusal | null {
  if (!given.writers.has(actor.id) && given.approver !== actor.id) return null;
  return refusal(
    'own-work',
    'You have assessed, written or agreed this plan yourself, so somebody else must arrange its payments.',
  );
}
