import { z } from 'zod';
import { isId } from '#kernel/id.ts';
import { refusal } from '#kernel/refusal.ts';
import { closeProviderAccount, inviteProviderPerson } from '#platform/people/index.ts';
import { email, firstValue, parseForm, words } from '#platform/web/form.ts';
import { type Answer, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { messageOf } from '#platform/words/index.ts';
import {
  addProviderPerson,
  allProviders,
  providersOfPerson,
  removeProviderPerson,
} from '../store/provider-people.ts';

const form = z.object({
  provider: words({ missing: 'Choose the provider', max: 200, name: 'Provider' }),
  name: words({ missing: 'Enter their name', max: 100, name: 'Name' }),
  email: email('Enter their email address'),
});

/** Invites somebody to write for a provider: they are written to, and sign in by a link to that address. */
export async function invitePerson(visit: Visit): Promise<Answer> {
  const parsed = parseForm(form, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  const { transaction, authority, clock } = visit;
  const providers = await allProviders(transaction, authority.id);
  const provider = providers.find(({ slug }) => slug === parsed.value.provider);
  if (provider === undefined) return wrong(refusal('missing', 'Choose the provider', 'provider'));
  const at = clock.now();
  const { name, email: address } = parsed.value;
  const person = await inviteProviderPerson(transaction, {
    authorityId: authority.id,
    name,
    email: address,
    at,
  });
  await addProviderPerson(transaction, {
    authorityId: authority.id,
    providerSlug: provider.slug,
    personId: person.id,
    by: signedIn(visit).id,
    at,
  });
  const link = `${visit.origin}/provider/sign-in`;
  await visit.send({
    kind: 'listing-invitation',
    to: address,
    personId: person.id,
    ...(await messageOf(visit, {
      templateId: 'listing-invitation',
      fields: { name: person.name, provider: provider.name, link },
    })),
  });
  visit.concerns('person', person.id, { provider: provider.slug });
  return redirect('/practitioners/listings/providers?done=invited');
}

/** Ends that somebody writes for a provider; whoever writes for none any more cannot sign in. */
export async function removePerson(visit: Visit): Promise<Answer> {
  const { transaction, authority, clock } = visit;
  const [providerSlug = '', personId = ''] = firstValue(visit.form, 'who').split('@');
  const named = { authorityId: authority.id, personId };
  const at = clock.now();
  const isDone =
    isId(personId) &&
    (await removeProviderPerson(transaction, { ...named, providerSlug, by: signedIn(visit).id, at }));
  if (!isDone) return wrong(refusal('no-such-person', 'They do not write for this provider any more'));
  if ((await providersOfPerson(transaction, named)).length === 0)
    await closeProviderAccount(transaction, { ...named, at });
  visit.concerns('person', personId, { provider: providerSlug });
  return redirect('/practitioners/listings/providers?done=removed');
}
