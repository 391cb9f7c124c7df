import { z } from 'zod';
import { newId } from '#kernel/id.ts';
import { type Refusal, refusal } from '#kernel/refusal.ts';
import { choice, firstValue, parseForm, words } from '#platform/web/form.ts';
import type { Visit } from '#platform/web/visit.ts';
import { messageOf } from '#platform/words/index.ts';
import { visitorOf } from '../child-visit.ts';
import type { Child } from '../domain/register.ts';
import { isBarredFrom } from '../store/barred.ts';
import { letIn, nameAsCarer } from '../store/families.ts';
import { openInvitationsOf, settleInvitation } from '../store/invitations.ts';

/** Somebody whose account an officer lets into a household, after checking who they are. */
export type Adult = {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly relationship: string;
  readonly hasParentalResponsibility: boolean;
};

/** Lets an adult's account into the child's household. Refuses for one whom an order bars. */
export async function letAdultIn(visit: Visit, child: Child, adult: Adult): Promise<Refusal | null> {
  const of = { authorityId: visit.authority.id, householdId: child.householdId };
  const isBarred = await isBarredFrom(visit.transaction, { ...of, personId: adult.personId });
  if (isBarred)
    return refusal(
      'barred',
      'An order bars this adult from a child of this household. The account is not let in',
    );
  const at = visit.clock.now();
  await letIn(visit.transaction, { ...of, personId: adult.personId, at });
  await nameAsCarer(visit.transaction, { ...of, ...adult, id: newId(), at });
  return null;
}

const form = z.object({
  outcome: choice(['joined', 'refused'], 'Choose whether they may see the records'),
  reason: words({ name: 'Why not', max: 500 }),
});

/** Settles an accepted invitation: lets the account in, or refuses with a reason for the record. */
export async function settleInvitationOf(
  visit: Visit,
  child: Child,
): Promise<Refusal | readonly Refusal[] | null> {
  const parsed = parseForm(form, visit.form);
  if (!parsed.ok) return parsed.refusals;
  const { outcome, reason } = parsed.value;
  if (outcome === 'refused' && reason === '')
    return refusal('missing', 'Say why not, for the record', 'reason');
  const of = { authorityId: visit.authority.id, householdId: child.householdId };
  const invitation = (await openInvitationsOf(visit.transaction, of)).find(
    ({ id }) => id === firstValue(visit.form, 'invitation'),
  );
  if (invitation === undefined || invitation.acceptedBy === null)
    return refusal('changed-by-someone-else', 'This invitation was settled or taken back meanwhile');
  if (outcome === 'joined') {
    const refused = await letAdultIn(visit, child, {
      personId: invitation.acceptedBy,
      name: invitation.name,
      email: invitation.email,
      relationship: invitation.relationship,
      hasParentalResponsibility: invitation.claimsResponsibility,
    });
    if (refused !== null) return refused;
  }
  await settleInvitation(visit.transaction, {
    ...of,
    invitationId: invitation.id,
    outcome,
    reason: reason === '' ? null : reason,
    by: visitorOf(visit).id,
    at: visit.clock.now(),
  });
  await visit.send({
    kind: 'parent-invitation-settled',
    to: invitation.email,
    ...(await messageOf(visit, {
      templateId: outcome === 'joined' ? 'parent-let-in' : 'parent-not-let-in',
      fields: {
        name: invitation.name,
        ...(outcome === 'joined' ? { link: `${visit.origin}/account` } : {}),
      },
    })),
    personId: invitation.acceptedBy,
  });
  return null;
}
