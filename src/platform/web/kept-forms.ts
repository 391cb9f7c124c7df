import type { Transaction } from '#platform/database/index.ts';
import type { FormBody } from './form.ts';
import { hashOfToken, newToken, type Seal } from './seal.ts';

/** Whose form, and of which page: what is sealed opens for nobody and nothing else. */
function about(kept: { readonly authorityId: string; readonly personId: string; readonly path: string }) {
  return `kept-form:${kept.authorityId}:${kept.personId}:${kept.path}`;
}

/** How long a form that came in after its session had ended is kept. */
const keptHours = 24;

/** The most that is kept of somebody whose session has ended: many times what all questions of a page may hold. */
const mostKept = 65_536;

/**
 * Keeps, sealed, what a person typed into a form whose session had ended, so that it can be shown again once
 * they, and nobody else at the same browser, have signed in. Gives the token that finds it again; null for more than anybody types, which is not kept.
 */
export async function keepForm(
  transaction: Transaction,
  kept: {
    readonly authorityId: string;
    readonly personId: string;
    readonly path: string;
    readonly form: FormBody;
    readonly seal: Seal;
    readonly at: Temporal.Instant;
  },
): Promise<string | null> {
  const values = JSON.stringify([...kept.form].filter(([field]) => !field.startsWith('_')));
  if (Buffer.byteLength(values) > mostKept) return null;
  const token = newToken();
  await transaction
    .insertInto('kept_forms')
    .values({
      authority_id: kept.authorityId,
      token_hash: hashOfToken(token),
      path: kept.path,
      sealed: kept.seal.close(values, about(kept)),
      at: kept.at,
    })
    .execute();
  await transaction
    .deleteFrom('kept_forms')
    .where('at', '<', kept.at.subtract({ hours: keptHours }))
    .execute();
  return token;
}

/** Gives what was kept of a person for a path, or null. */
export async function keptFormFor(
  transaction: Transaction,
  wanted: {
    readonly authorityId: string;
    readonly personId: string;
    readonly token: string;
    readonly path: string;
    readonly seal: Seal;
    readonly at: Temporal.Instant;
  },
): Promise<FormBody | null> {
  const row = await transaction
    .selectFrom('kept_forms')
    .select(['sealed', 'path'])
    .where('authority_id', '=', wanted.authorityId)
    .where('token_hash', '=', hashOfToken(wanted.token))
    .where('at', '>=', wanted.at.subtract({ hours: keptHours }))
    .executeTakeFirst();
  if (row === undefined || row.path !== wanted.path) return null;
  const text = wanted.seal.open(row.sealed, about(wanted));
  return text === null ? null : new Map(JSON.parse(text) as [string, string[]][]);
}

/**
 * Forgets what was kept for a path, once its form has been sent again. Gives whether there was anything: what
 * was kept for another path stays, since signing in is a form as well.
 */
export async function forgetKeptForm(
  transaction: Transaction,
  kept: { readonly authorityId: string; readonly token: string; readonly path: string },
): Promise<boolean> {
  const result = await transaction
    .deleteFrom('kept_forms')
    .where('authority_id', '=', kept.authorityId)
    .where('token_hash', '=', hashOfToken(kept.token))
    .where('path', '=', kept.path)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
