import { type Refusal, type Result, refusal } from '#kernel/refusal.ts';
import type { SignInRequest } from '#platform/web/route.ts';
import { type Answer, isLocalPath, leaveForSignIn, redirect, type Visit } from '#platform/web/visit.ts';
import { signInFailedPage } from '../pages/practitioner-sign-in.ts';
import { practitionerBySubject } from '../people.ts';
import { rolesFromClaim } from '../roles.ts';
import { firstPageOf, signIn } from '../sign-in.ts';
import type { CouncilIdentity, SignInService } from './sign-in-service.ts';

/** Where the council's sign-in service sends the browser back to. */
export const callbackPath = '/practitioners/sign-in/callback';

const notSetUp = refusal(
  'sign-in-misconfigured',
  'Signing in with a council account is not set up here. Tell the people who run this service.',
);

/** Sends the browser to the council's sign-in service. Writes nothing: the attempt goes along in a cookie. */
export async function leave(request: SignInRequest): Promise<(visit: Visit) => Answer> {
  const asked = request.query.get('then') ?? '';
  const then = isLocalPath(asked) ? asked : null;
  const begun: Result<{ url: URL; attempt: string }> =
    request.service === null
      ? notSetUp
      : await request.service.begin({ callback: `${request.origin}${callbackPath}`, returnTo: then });
  return (visit) => (begun.ok ? leaveForSignIn(begun.value) : failed(visit, begun, then));
}

/** Signs in whoever comes back from the council's sign-in service with proof of who they are, and a role. */
export async function comeBack(request: SignInRequest): Promise<(visit: Visit) => Promise<Answer>> {
  const finished = await finish(request.service, request);
  return async (visit) => {
    if (!finished.ok) return failed(visit, finished, null);
    return signInPractitioner(visit, { ...finished.value, isOnlyAuthority: request.isOnlyAuthority });
  };
}

async function finish(service: SignInService | null, request: SignInRequest) {
  if (service === null) return notSetUp;
  if (request.attempt === null) {
    return refusal(
      'sign-in-too-old',
      'This sign-in was begun too long ago, in another browser, or is finished already. Begin again.',
    );
  }
  const url = new URL(`${callbackPath}?${request.query}`, request.origin);
  return service.finish({ url, attempt: request.attempt });
}

async function signInPractitioner(
  visit: Visit,
  given: {
    readonly identity: CouncilIdentity;
    readonly returnTo: string | null;
    readonly isOnlyAuthority: boolean;
  },
): Promise<Answer> {
  const { identity, returnTo, isOnlyAuthority } = given;
  const { id: authorityId, slug } = visit.authority;
  const roles = rolesFromClaim(identity.rolesClaim, { slug, isOnlyAuthority });
  if (roles.length === 0) {
    const sentence =
      'You are signed in at your council, but your account has no role in this service. Ask your manager to have one given to you.';
    return failed(visit, refusal('no-role', sentence), returnTo);
  }
  const { issuer, subject, name, email } = identity;
  const person = await practitionerBySubject(visit.transaction, {
    ...{ authorityId, issuer, subject, name, email, roles },
    at: visit.clock.now(),
  });
  if (person.isDisabled) {
    const sentence = 'Your account in this service was closed. Ask your manager to have it opened again.';
    return failed(visit, refusal('account-closed', sentence), returnTo);
  }
  await signIn(visit, { person, way: 'openid' });
  return redirect(returnTo ?? firstPageOf.practitioner);
}

function failed(visit: Visit, why: Refusal, then: string | null): Answer {
  visit.note({ event: 'practitioner.sign-in-refused', details: { code: why.code } });
  return signInFailedPage(visit, why, then);
}
