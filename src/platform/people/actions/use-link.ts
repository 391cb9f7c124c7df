import { type Answer, isLocalPath, redirect, type Visit } from '#platform/web/visit.ts';
import { accountClosedPage, linkSpentPage } from '../pages/sign-in-link.ts';
import { familyByEmail, nameFromEmail } from '../people.ts';
import { firstPageOf, signIn } from '../sign-in.ts';
import { signInLinkState, useSignInLink } from '../sign-in-links.ts';

/** Uses a link up and signs its family in, with a new account where there is none yet. */
export async function useLink(visit: Visit): Promise<Answer> {
  const authorityId = visit.authority.id;
  const at = visit.clock.now();
  const wanted = { authorityId, token: visit.params.token ?? '', at };
  const link = await useSignInLink(visit.transaction, wanted);
  if (link === null) return linkSpentPage(visit, await signInLinkState(visit.transaction, wanted));
  const person = await familyByEmail(visit.transaction, {
    authorityId,
    email: link.email,
    name: nameFromEmail(link.email),
    at,
  });
  if (person.isDisabled) return accountClosedPage(visit);
  await signIn(visit, { person, way: 'email-link' });
  return redirect(isLocalPath(link.returnTo) ? link.returnTo : firstPageOf.family);
}
