import { firstValue } from '#platform/web/form.ts';
import { isLocalPath, type Visit } from '#platform/web/visit.ts';
import type { KnownPerson } from './people.ts';
import { beginSession, revokeSessions, type Way } from './sessions.ts';

/**
 * Signs somebody in: a new session with a new token, and the end of the one that this browser came with, so
 * that nobody goes on with a session that was there before.
 */
export async function signIn(visit: Visit, who: { readonly person: KnownPerson; readonly way: Way }) {
  const authorityId = visit.authority.id;
  const now = visit.clock.now();
  if (visit.person !== null) {
    const { id: personId, sessionId } = visit.person;
    await revokeSessions(visit.transaction, { authorityId, personId, sessionId, now });
  }
  const token = await beginSession(visit.transaction, {
    authorityId,
    personId: who.person.id,
    kind: who.person.kind,
    way: who.way,
    device: visit.device,
    now,
  });
  visit.setSession(token);
  visit.concerns('person', who.person.id, { way: who.way });
}

/** Where somebody goes once they are signed in, when nothing else was asked for. */
export const firstPageOf: Readonly<Record<KnownPerson['kind'], string>> = {
  family: '/account',
  practitioner: '/practitioners',
  provider: '/provider',
};

/** Where the visitor was going before they had to sign in; null when nowhere that we lead to. */
export function thenOf(visit: Pick<Visit, 'query' | 'form'>): string | null {
  const then = firstValue(visit.form, 'then') || (visit.query.get('then') ?? '');
  return isLocalPath(then) && then.length <= 1_000 ? then : null;
}

/** A path that takes along where the visitor was going. */
export function withThen(path: string, then: string | null): string {
  return then === null ? path : `${path}?then=${encodeURIComponent(then)}`;
}
