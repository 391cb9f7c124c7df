import { type Answer, isLocalPath, redirect, type Visit } from '#platform/web/visit.ts';
import { accountClosedPage, linkSpentPage } from '../pages/sign-in-link.ts';
import { familyByEmail, nameFromEmail, providerByEmail } from '../people.ts';
import { firstPageOf, signIn } from '../sign-in.ts';
import { signInLinkState, useSignInLink } from '../sign-in-links.ts';

/**
 * Uses a link up and signs in whom it was made for: a family with a new account where there is none yet, a provider's
 * person where the council has invited them.
 */
export async function useLink(visit: Visit): Promise<Answer> {
  const authorityId = visit.authority.id;
  const at = visit.clock.now();
  const wanted = { authorityId, token: visit.params.token ?? '', at };
  const link = await useSignInLink(visit.transaction, wanted);
  if (link === null) return linkSpentPage(visit, await signInLinkState(visit.transaction, wanted));
  const { email } = link;
  const person =
    link.kind === 'provider'
      ? await providerByEmail(visit.transaction, { authorityId, email })
      : await familyByEmail(visit.transaction, { authorityId, email, name: nameFromEmail(email), at });
  if (person === null || person.isDisabled) return accountClosedPage(visit);
  await signIn(visit, { person, way: 'email-link' });
  return redirect(isLocalPath(link.returnTo) ? link.returnTo : firstPageOf[person.kind]);
}
