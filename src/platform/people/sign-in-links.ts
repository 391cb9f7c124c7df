import { sql } from 'kysely';
import type { Transaction } from '#platform/database/index.ts';
import { hashOfToken, newToken } from '#platform/web/seal.ts';

/** How long a sign-in link works. */
export const linkMinutes = 30;

/** How many links one e-mail address may be sent in an hour. */
export const linksAnHour = 5;

/** Whom a link signs in: one address may be a family's and a provider's. */
export type LinkKind = 'family' | 'provider';

/** Gives a new link's token, of which only the hash is kept; null when the address has had its links of this hour. */
export async function newSignInLink(
  transaction: Transaction,
  link: {
    readonly authorityId: string;
    readonly email: string;
    readonly kind: LinkKind;
    readonly returnTo: string;
    readonly at: Temporal.Instant;
  },
): Promise<string | null> {
  const email = link.email.toLowerCase();
  // Two requests at once would both count four: those for one address come one after the other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${link.authorityId} ${email}`}, 0))`.execute(
    transaction,
  );
  const { count } = await transaction
    .selectFrom('sign_in_links')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('authority_id', '=', link.authorityId)
    .where((where) => where(where.fn('lower', ['email']), '=', email))
    .where('created_at', '>', link.at.subtract({ hours: 1 }))
    .executeTakeFirstOrThrow();
  if (count >= linksAnHour) return null;
  const token = newToken();
  await transaction
    .insertInto('sign_in_links')
    .values({
      authority_id: link.authorityId,
      token_hash: hashOfToken(token),
      email: link.email,
      kind: link.kind,
      return_to: link.returnTo,
      created_at: link.at,
      expires_at: link.at.add({ minutes: linkMinutes }),
    })
    .execute();
  await transaction
    .deleteFrom('sign_in_links')
    .where('authority_id', '=', link.authorityId)
    .where('created_at', '<', link.at.subtract({ hours: 24 }))
    .execute();
  return token;
}

type Wanted = { readonly authorityId: string; readonly token: string; readonly at: Temporal.Instant };

/** Where a link stands, without using it: a page that a mail scanner opens must cost nothing. */
export async function signInLinkState(
  transaction: Transaction,
  wanted: Wanted,
): Promise<'open' | 'used' | 'too-old' | 'unknown'> {
  const row = await transaction
    .selectFrom('sign_in_links')
    .select(['used_at', 'expires_at'])
    .where('authority_id', '=', wanted.authorityId)
    .where('token_hash', '=', hashOfToken(wanted.token))
    .executeTakeFirst();
  if (row === undefined) return 'unknown';
  if (row.used_at !== null) return 'used';
  return Temporal.Instant.compare(row.expires_at, wanted.at) > 0 ? 'open' : 'too-old';
}

/** Uses a link up and gives what it was for; null when it is used, too old or unknown. Of two at once, one gets it. */
export async function useSignInLink(
  transaction: Transaction,
  wanted: Wanted,
): Promise<{ readonly email: string; readonly kind: LinkKind; readonly returnTo: string } | null> {
  const row = await transaction
    .updateTable('sign_in_links')
    .set({ used_at: wanted.at })
    .where('authority_id', '=', wanted.authorityId)
    .where('token_hash', '=', hashOfToken(wanted.token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', wanted.at)
    .returning(['email', 'kind', 'return_to as returnTo'])
    .executeTakeFirst();
  return row === undefined ? null : { ...row, kind: row.kind === 'provider' ? 'provider' : 'family' };
}
