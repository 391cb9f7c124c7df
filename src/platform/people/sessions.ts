import { newId } from '#kernel/id.ts';
import type { Transaction } from '#platform/database/index.ts';
import { hashOfToken, newToken } from '#platform/web/seal.ts';
import type { Person } from '#platform/web/visit.ts';

/** How a person signed in. */
export type Way = 'email-link' | 'openid' | 'demonstration';

/**
 * How long a session lasts, from sign-in: a fixed end, not a sliding one, so that reading a page writes
 * nothing. A family's lasts a day, since applying takes an evening; a practitioner's a working day.
 * A provider's lasts a day too: a volunteer writes in the evening.
 */
const hours: Readonly<Record<Person['kind'], number>> = { family: 24, practitioner: 10, provider: 24 };

function kindOf(kept: string): Person['kind'] {
  return kept === 'practitioner' || kept === 'provider' ? kept : 'family';
}

/** Gives the signed-in person behind a session cookie, or null when it has ended, was revoked or never was. */
export async function personOfSession(
  transaction: Transaction,
  session: { readonly authorityId: string; readonly token: string; readonly now: Temporal.Instant },
): Promise<Person | null> {
  const row = await transaction
    .selectFrom('sessions as s')
    .innerJoin('people as p', (join) =>
      join.onRef('p.authority_id', '=', 's.authority_id').onRef('p.id', '=', 's.person_id'),
    )
    .select(['s.id as session_id', 'p.id', 'p.kind', 'p.name', 'p.email', 'p.roles'])
    .where('s.authority_id', '=', session.authorityId)
    .where('s.token_hash', '=', hashOfToken(session.token))
    .where('s.expires_at', '>', session.now)
    .where('s.revoked_at', 'is', null)
    .where('p.disabled_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    kind: kindOf(row.kind),
    name: row.name,
    email: row.email,
    roles: row.roles,
    sessionId: row.session_id,
  };
}

/** Begins a session and gives the token for the cookie; only its hash is kept. */
export async function beginSession(
  transaction: Transaction,
  session: {
    readonly authorityId: string;
    readonly personId: string;
    readonly kind: Person['kind'];
    readonly way: Way;
    readonly device: string;
    readonly now: Temporal.Instant;
  },
): Promise<string> {
  const token = newToken();
  await transaction
    .insertInto('sessions')
    .values({
      authority_id: session.authorityId,
      token_hash: hashOfToken(token),
      id: newId(),
      person_id: session.personId,
      way: session.way,
      device: session.device,
      created_at: session.now,
      expires_at: session.now.add({ hours: hours[session.kind] }),
    })
    .execute();
  return token;
}

/** One of a person's sessions, for the list on their account page. */
export type OpenSession = {
  readonly id: string;
  readonly device: string;
  readonly way: string;
  readonly since: Temporal.Instant;
  readonly until: Temporal.Instant;
};

/** Gives the sessions of a person that are open now, newest first. */
export async function openSessionsOf(
  transaction: Transaction,
  whose: { readonly authorityId: string; readonly personId: string; readonly now: Temporal.Instant },
): Promise<readonly OpenSession[]> {
  const rows = await transaction
    .selectFrom('sessions')
    .select(['id', 'device', 'way', 'created_at as since', 'expires_at as until'])
    .where('authority_id', '=', whose.authorityId)
    .where('person_id', '=', whose.personId)
    .where('expires_at', '>', whose.now)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .execute();
  return rows;
}

/** Ends one of a person's sessions, or all of them, or all but one. Gives how many it ended. */
export async function revokeSessions(
  transaction: Transaction,
  whose: {
    readonly authorityId: string;
    readonly personId: string;
    readonly sessionId?: string;
    readonly exceptSessionId?: string;
    readonly now: Temporal.Instant;
  },
): Promise<number> {
  let query = transaction
    .updateTable('sessions')
    .set({ revoked_at: whose.now })
    .where('authority_id', '=', whose.authorityId)
    .where('person_id', '=', whose.personId)
    .where('revoked_at', 'is', null);
  if (whose.sessionId !== undefined) query = query.where('id', '=', whose.sessionId);
  if (whose.exceptSessionId !== undefined) query = query.where('id', '!=', whose.exceptSessionId);
  const result = await query.executeTakeFirst();
  return Number(result.numUpdatedRows);
}
