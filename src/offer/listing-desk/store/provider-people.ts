import type { Transaction } from '#platform/database/index.ts';

/** A provider of the directory. */
export type NamedProvider = { readonly slug: string; readonly name: string };

/** Somebody who writes for a provider. */
export type ProviderPerson = {
  readonly providerSlug: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly invitedAt: Temporal.Instant;
};

/** The providers that a person writes for now, by name. */
export async function providersOfPerson(
  transaction: Transaction,
  of: { readonly authorityId: string; readonly personId: string },
): Promise<readonly NamedProvider[]> {
  return transaction
    .selectFrom('provider_people as w')
    .innerJoin('providers as p', (join) =>
      join.onRef('p.authority_id', '=', 'w.authority_id').onRef('p.slug', '=', 'w.provider_slug'),
    )
    .select(['p.slug', 'p.name'])
    .where('w.authority_id', '=', of.authorityId)
    .where('w.person_id', '=', of.personId)
    .where('w.removed_at', 'is', null)
    .orderBy('p.name')
    .execute();
}

/** Every provider of the directory, by name. */
export async function allProviders(
  transaction: Transaction,
  authorityId: string,
): Promise<readonly NamedProvider[]> {
  return transaction
    .selectFrom('providers')
    .select(['slug', 'name'])
    .where('authority_id', '=', authorityId)
    .orderBy('name')
    .execute();
}

/** Who writes for which provider now, by name. */
export async function peopleOfProviders(
  transaction: Transaction,
  authorityId: string,
): Promise<readonly ProviderPerson[]> {
  return transaction
    .selectFrom('provider_people as w')
    .innerJoin('people as p', (join) =>
      join.onRef('p.authority_id', '=', 'w.authority_id').onRef('p.id', '=', 'w.person_id'),
    )
    .select([
      'w.provider_slug as providerSlug',
      'p.id as personId',
      'p.name',
      'p.email',
      'w.invited_at as invitedAt',
    ])
    .where('w.authority_id', '=', authorityId)
    .where('w.removed_at', 'is', null)
    .orderBy('p.name')
    .execute();
}

/** Lets a person write for a provider, from now or again. */
export async function addProviderPerson(
  transaction: Transaction,
  added: {
    readonly authorityId: string;
    readonly providerSlug: string;
    readonly personId: string;
    readonly by: string | null;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const row = { invited_by: added.by, invited_at: added.at, removed_by: null, removed_at: null };
  await transaction
    .insertInto('provider_people')
    .values({
      authority_id: added.authorityId,
      provider_slug: added.providerSlug,
      person_id: added.personId,
      ...row,
    })
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'provider_slug', 'person_id']).doUpdateSet(row),
    )
    .execute();
}

/** Ends that a person writes for a provider. Gives whether there was anything to end. */
export async function removeProviderPerson(
  transaction: Transaction,
  removed: {
    readonly authorityId: string;
    readonly providerSlug: string;
    readonly personId: string;
    readonly by: string;
    readonly at: Temporal.Instant;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('provider_people')
    .set({ removed_by: removed.by, removed_at: removed.at })
    .where('authority_id', '=', removed.authorityId)
    .where('provider_slug', '=', removed.providerSlug)
    .where('person_id', '=', removed.personId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The providers for which somebody with this e-mail address writes: a practitioner's own, if they have any. */
export async function providersOfEmail(
  transaction: Transaction,
  of: { readonly authorityId: string; readonly email: string },
): Promise<readonly string[]> {
  const rows = await transaction
    .selectFrom('provider_people as w')
    .innerJoin('people as p', (join) =>
      join.onRef('p.authority_id', '=', 'w.authority_id').onRef('p.id', '=', 'w.person_id'),
    )
    .select('w.provider_slug as slug')
    .where('w.authority_id', '=', of.authorityId)
    .where('p.kind', '=', 'provider')
    .where((where) => where(where.fn('lower', ['p.email']), '=', of.email.toLowerCase()))
    .where('w.removed_at', 'is', null)
    .execute();
  return rows.map(({ slug }) => slug);
}

/** Whether somebody of the council's writes for a provider too, by the e-mail address of both accounts. */
export async function writesForProviderToo(
  transaction: Transaction,
  of: { readonly authorityId: string; readonly personId: string; readonly providerSlug: string },
): Promise<boolean> {
  const person = await addresseeOf(transaction, of);
  if (person === null) return false;
  const own = await providersOfEmail(transaction, { authorityId: of.authorityId, email: person.email });
  return own.includes(of.providerSlug);
}

/** The e-mail address and name of somebody; null where they are not there any more. */
export async function addresseeOf(
  transaction: Transaction,
  named: { readonly authorityId: string; readonly personId: string },
): Promise<{ readonly name: string; readonly email: string } | null> {
  const row = await transaction
    .selectFrom('people')
    .select(['name', 'email'])
    .where('authority_id', '=', named.authorityId)
    .where('id', '=', named.personId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}
