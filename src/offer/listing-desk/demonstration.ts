import type { Authority } from '#platform/authorities/index.ts';
import type { Transaction } from '#platform/database/index.ts';
import { demonstrationPersonas, personOfPersona } from '#platform/people/index.ts';
import { addProviderPerson, allProviders, providersOfPerson } from './store/provider-people.ts';

/**
 * Lets the provider's person of the demonstration write for a made-up provider of a council: its sports club, or the
 * first that is made up. Done twice it changes nothing. The transaction has the standing `system`.
 */
export async function prepareDemonstrationProvider(
  transaction: Transaction,
  given: { readonly authority: Authority; readonly at: Temporal.Instant },
): Promise<void> {
  const { authority, at } = given;
  const persona = demonstrationPersonas.find(({ kind }) => kind === 'provider');
  const madeUp = (await allProviders(transaction, authority.id)).filter(({ slug }) =>
    slug.startsWith('demonstration-'),
  );
  const provider = madeUp.find(({ slug }) => slug === 'demonstration-sports-club') ?? madeUp[0];
  if (persona === undefined || provider === undefined) return;
  const { id: personId } = await personOfPersona(transaction, { authorityId: authority.id, persona, at });
  const named = { authorityId: authority.id, personId };
  if ((await providersOfPerson(transaction, named)).length > 0) return;
  await addProviderPerson(transaction, { ...named, providerSlug: provider.slug, by: null, at });
}
