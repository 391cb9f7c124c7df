import type { Scope } from '#platform/database/index.ts';
import type { Asked, Outcome, Surroundings } from './asking.ts';
import { emptyForm } from './form.ts';
import { audit, findPerson, openVisit, refusedPage, signInPath } from './open-visit.ts';
import { nothingPersonal, type SignInRequest, type SignInRoute } from './route.ts';
import { redirect } from './visit.ts';

/**
 * Answers a step of signing in by an outside service: asks that service while no transaction is open, then
 * acts in one. The route's own audit event is written when it led on; what was noted is written always.
 */
export async function answerSignIn(
  around: Surroundings,
  route: SignInRoute,
  given: { readonly asked: Asked; readonly request: SignInRequest },
): Promise<Outcome> {
  const { asked, request } = given;
  const act = await route.signIn(request);
  const person = await findPerson(around, asked);
  const scope: Scope = {
    authorityId: asked.authority.id,
    personId: person?.id ?? null,
    standing: 'public',
  };
  return around.database.transaction(scope, async (transaction) => {
    const opened = openVisit(around, asked, { person, transaction, formState: emptyForm });
    const ruling = await route.policy.rule(opened.visit);
    if (typeof ruling === 'object') return { answer: refusedPage(ruling), person, formState: emptyForm };
    if (ruling !== 'allowed')
      return { answer: redirect(signInPath(ruling, asked)), person, formState: emptyForm };
    const answer = await act(opened.visit);
    const event = answer.kind === 'redirect' ? route.audit : nothingPersonal;
    await audit(opened, { audit: event }, transaction);
    return { answer, person, formState: emptyForm, session: opened.session() };
  });
}
