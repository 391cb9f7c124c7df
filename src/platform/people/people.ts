import { newId } from '#kernel/id.ts';
import type { Transaction } from '#platform/database/index.ts';

/** A person as kept: who may sign in, and whether they still may. */
export type KnownPerson = {
  readonly id: string;
  readonly kind: 'family' | 'practitioner' | 'provider';
  readonly name: string;
  readonly isDisabled: boolean;
};

const columns = ['id', 'name', 'disabled_at'] as const;

type Row = { readonly id: string; readonly name: string; readonly disabled_at: Temporal.Instant | null };

function known(row: Row, kind: KnownPerson['kind']): KnownPerson {
  return { id: row.id, kind, name: row.name, isDisabled: row.disabled_at !== null };
}

/** A name to begin with, from an e-mail address: "amira.khan@…" gives "Amira Khan". The family's own answers replace it. */
export function nameFromEmail(email: string): string {
  const parts = (email.split('@')[0] ?? '').replace(/\+.*$/, '').split(/[._-]+/);
  const words = parts
    .map((part) => part.replace(/\d+$/, ''))
    .filter((part) => part !== '')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1));
  return words.length === 0 ? email : words.join(' ');
}

/** Finds the family account of an e-mail address, or makes it. Of two at once, both get the same one. */
export async function familyByEmail(
  transaction: Transaction,
  wanted: {
    readonly authorityId: string;
    readonly email: string;
    readonly name: string;
    readonly at: Temporal.Instant;
  },
): Promise<KnownPerson> {
  await transaction
    .insertInto('people')
    .values({
      authority_id: wanted.authorityId,
      id: newId(),
      kind: 'family',
      name: wanted.name,
      email: wanted.email,
      created_at: wanted.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await transaction
    .selectFrom('people')
    .select(columns)
    .where('authority_id', '=', wanted.authorityId)
    .where('kind', '=', 'family')
    .where((where) => where(where.fn('lower', ['email']), '=', wanted.email.toLowerCase()))
    .executeTakeFirstOrThrow();
  return known(row, 'family');
}

/** Finds the account of a provider's person by its e-mail address; null for one whom no council has invited. */
export async function providerByEmail(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly email: string },
): Promise<KnownPerson | null> {
  const row = await transaction
    .selectFrom('people')
    .select(columns)
    .where('authority_id', '=', wanted.authorityId)
    .where('kind', '=', 'provider')
    .where((where) => where(where.fn('lower', ['email']), '=', wanted.email.toLowerCase()))
    .executeTakeFirst();
  return row === undefined ? null : known(row, 'provider');
}

/** Makes the account of a provider's person, or opens the one again that has this e-mail address. */
export async function inviteProviderPerson(
  transaction: Transaction,
  wanted: {
    readonly authorityId: string;
    readonly email: string;
    readonly name: string;
    readonly at: Temporal.Instant;
  },
): Promise<KnownPerson> {
  await transaction
    .insertInto('people')
    .values({
      authority_id: wanted.authorityId,
      id: newId(),
      kind: 'provider',
      name: wanted.name,
      email: wanted.email,
      created_at: wanted.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await transaction
    .updateTable('people')
    .set({ disabled_at: null })
    .where('authority_id', '=', wanted.authorityId)
    .where('kind', '=', 'provider')
    .where((where) => where(where.fn('lower', ['email']), '=', wanted.email.toLowerCase()))
    .returning(columns)
    .executeTakeFirstOrThrow();
  return known(row, 'provider');
}

/** Closes the account of a provider's person who belongs to no provider any more; the same address may be invited again. */
export async function closeProviderAccount(
  transaction: Transaction,
  closed: { readonly authorityId: string; readonly personId: string; readonly at: Temporal.Instant },
): Promise<void> {
  await transaction
    .updateTable('people')
    .set({ disabled_at: closed.at })
    .where('authority_id', '=', closed.authorityId)
    .where('id', '=', closed.personId)
    .where('kind', '=', 'provider')
    .execute();
}

/**
 * Finds the practitioner whom a sign-in service calls `subject`, or makes them, and takes over the name,
 * address and roles that the service tells now.
 */
export async function practitionerBySubject(
  transaction: Transaction,
  wanted: {
    readonly authorityId: string;
    readonly issuer: string;
    readonly subject: string;
    readonly name: string;
    readonly email: string;
    readonly roles: readonly string[];
    readonly at: Temporal.Instant;
  },
): Promise<KnownPerson> {
  const told = { name: wanted.name, email: wanted.email, roles: [...wanted.roles] };
  const row = await transaction
    .insertInto('people')
    .values({
      authority_id: wanted.authorityId,
      id: newId(),
      kind: 'practitioner',
      issuer: wanted.issuer,
      subject: wanted.subject,
      created_at: wanted.at,
      ...told,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['authority_id', 'issuer', 'subject'])
        .where('subject', 'is not', null)
        .doUpdateSet(told),
    )
    .returning(columns)
    .executeTakeFirstOrThrow();
  return known(row, 'practitioner');
}

/** Takes over the name that a person gives for themselves, in the place of the one made from their e-mail address. */
export async function renamePerson(
  transaction: Transaction,
  person: { readonly authorityId: string; readonly id: string; readonly name: string },
): Promise<void> {
  await transaction
    .updateTable('people')
    .set({ name: person.name })
    .where('authority_id', '=', person.authorityId)
    .where('id', '=', person.id)
    .execute();
}
