import { keptAwayFrom } from '#families/register/index.ts';
import { type Refusal, refusal } from '#kernel/refusal.ts';
import { alreadyDecided } from './actions/already-decided.ts';
import type { CaseToDecide } from './case-file.ts';
import type { Decider, Desk } from './desk.ts';

const elsewhere = {
  assessment: 'This application is with an assessment now. It comes back to be decided when that is done.',
  panel: 'This application is with the panel now. It comes back to be decided when the panel has met.',
} as const;

/**
 * Gives why an application cannot be decided by this person now, or null: it is decided, it is with a panel or
 * an assessment, they filled it in for the family, or it was opened again after an appeal and somebody else has to
 * look at it.
 */
export function whyNotBy(found: CaseToDecide, by: Pick<Decider, 'id'>): Refusal | null {
  const { application, proxy, decision, decisions } = found;
  if (decision !== null) return alreadyDecided(decision);
  if (application.state === 'referred')
    return refusal('is-referred', elsewhere[application.referredTo ?? 'assessment']);
  if (proxy !== null && proxy.personId === by.id)
    return refusal(
      'filled-it-in',
      'You filled in this application for the family. Somebody else decides it.',
    );
  const before = finalOf(found);
  if (before?.decidedBy !== undefined && before.decidedBy !== null && before.decidedBy === by.id)
    return refusal(
      'same-officer',
      'You took the first decision. After an appeal somebody else takes the second.',
    );
  return decisions.length > 0 && by.id === null
    ? refusal('decided-before', 'An application that was decided before is for an officer.')
    : null;
}

/** The last decision that was meant to end the matter; null before there was one. */
export function finalOf({ decisions }: Pick<CaseToDecide, 'decisions'>) {
  return decisions.findLast(({ outcome }) => outcome !== 'waiting' && outcome !== 'referred') ?? null;
}

/** The same, once the application's row is locked: also whether the person has said meanwhile that they know it. */
export async function whyNotUnderLock(
  desk: Pick<Desk, 'authority' | 'transaction'>,
  found: CaseToDecide,
  by: Decider,
): Promise<Refusal | null> {
  const refused = whyNotBy(found, by);
  if (refused !== null || by.id === null) return refused;
  const person = { id: by.id, name: by.name, email: by.email };
  const kept = await keptAwayFrom(desk, person, found.household.id);
  return kept === null
    ? null
    : refusal(
        'kept-away',
        'This is your own household’s case, or that of a family you said you know. Somebody else takes it. Nothing was saved.',
      );
}
