import { type Kysely, sql } from 'kysely';
import { isId } from '#kernel/id.ts';
import type { Schema } from './schema.ts';

/** Who asks: what the row-level security of the database reads, behind the policy of the route. */
export type Scope = {
  /** The authority whose rows may be seen; `null` sees none. */
  readonly authorityId: string | null;
  readonly personId?: string | null;
  /**
   * `public` sees no family's records, `family` its own household's, `provider` none but its own drafts, `practitioner`
   * and `system` the authority's.
   */
  readonly standing: 'public' | 'family' | 'provider' | 'practitioner' | 'system';
  /** The database itself then refuses every change. */
  readonly readOnly?: boolean;
};

/** The database role of the running service. It owns nothing and cannot bypass row-level security. */
export const serviceRole = 'daybreak_app';

const standings: readonly string[] = [
  'public',
  'family',
  'provider',
  'practitioner',
  'system',
] satisfies readonly Scope['standing'][];

/** An identifier as it may stand in a statement, or nothing. Whatever is no identifier is a bug, and gets no further. */
function quotedId(id: string | null | undefined): string {
  if (id === null || id === undefined) return "''";
  if (!isId(id))
    throw new TypeError('The scope of a transaction names an authority or a person by no identifier.');
  return `'${id}'`;
}

/**
 * The statements that a transaction begins with, as one text: all of it holds until the transaction's end and no
 * longer. Values stand in the text, since a statement with values apart is a longer conversation with the database
 * and each page would have it; so only identifiers and words of this file come in. Throws at anything else.
 */
export function scopeStatements({ authorityId, personId, standing, readOnly }: Scope): string {
  if (!standings.includes(standing)) throw new TypeError('The scope of a transaction has no such standing.');
  // After the first question of a transaction nobody can make it one that writes: so the last statement is a
  // question, the shortest there is.
  return `set transaction ${readOnly === true ? 'read only' : 'read write'};
set local role ${serviceRole};
set local app.authority_id = ${quotedId(authorityId)};
set local app.person_id = ${quotedId(personId)};
set local app.standing = '${standing}';
set local datestyle = 'ISO';
select`;
}

/** Makes a transaction that has just begun one of this scope. */
export async function enterScope(transaction: Kysely<Schema>, scope: Scope): Promise<void> {
  await sql.raw(scopeStatements(scope)).execute(transaction);
}
