import { refusal } from '#kernel/refusal.ts';
import { firstValue } from '#platform/web/form.ts';
import { type Answer, notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { personaOf, personOfPersona } from '../personas.ts';
import { firstPageOf, signIn, thenOf } from '../sign-in.ts';

/** Signs a visitor of the demonstration in as somebody made up. The policy has asked the same two questions before. */
export async function signInAsPersona(visit: Visit): Promise<Answer> {
  if (!visit.isDemonstration || !visit.isFromThisMachine) return notFound();
  const persona = personaOf(firstValue(visit.form, 'persona'));
  if (persona === null) return wrong(refusal('no-such-person', 'Choose one of these people'));
  const person = await personOfPersona(visit.transaction, {
    authorityId: visit.authority.id,
    persona,
    at: visit.clock.now(),
  });
  if (person.isDisabled)
    return wrong(refusal('account-closed', 'This account is closed. Choose somebody else'));
  await signIn(visit, { person, way: 'demonstration' });
  return redirect(thenOf(visit) ?? firstPageOf[person.kind]);
}
