import { isId } from '#kernel/id.ts';
import { refusal } from '#kernel/refusal.ts';
import { firstValue } from '#platform/web/form.ts';
import { type Answer, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { revokeSessions } from '../sessions.ts';

/** Ends one of the person's sessions, or all but the one they are in. */
export async function endSessions(visit: Visit): Promise<Answer> {
  if (visit.person === null) throw new Error('the policy lets only signed-in people in');
  const { id: personId, sessionId } = visit.person;
  const whose = { authorityId: visit.authority.id, personId, now: visit.clock.now() };
  const chosen = firstValue(visit.form, 'session');
  if (chosen === 'others') {
    await revokeSessions(visit.transaction, { ...whose, exceptSessionId: sessionId });
    return redirect('/account/sessions?ended=others');
  }
  if (!isId(chosen)) return wrong(refusal('no-such-session', 'Choose where you want to be signed out'));
  await revokeSessions(visit.transaction, { ...whose, sessionId: chosen });
  if (chosen !== sessionId) return redirect('/account/sessions?ended=one');
  visit.setSession(null);
  return redirect('/signed-out');
}

/** Signs the visitor out of this browser; for who is not signed in there is nothing to do. */
export async function signOut(visit: Visit): Promise<Answer> {
  if (visit.person !== null) {
    const { id: personId, sessionId } = visit.person;
    const now = visit.clock.now();
    await revokeSessions(visit.transaction, { authorityId: visit.authority.id, personId, sessionId, now });
    visit.concerns('person', personId);
  }
  visit.setSession(null);
  const from = { practitioner: '?from=council', provider: '?from=provider', family: '' };
  return redirect(`/signed-out${visit.person === null ? '' : from[visit.person.kind]}`);
}
