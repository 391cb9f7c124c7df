import { z } from 'zod';
import { newId, newReference } from '#kernel/id.ts';
import { refusal } from '#kernel/refusal.ts';
import { choice, email, firstValue, parseForm, words } from '#platform/web/form.ts';
import { hashOfToken } from '#platform/web/seal.ts';
import { type Answer, notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { messageOf } from '#platform/words/index.ts';
import { visitorOf } from '../child-visit.ts';
import { relationships } from '../domain/register.ts';
import { isBarredFrom } from '../store/barred.ts';
import { letIn, nameAsCarer } from '../store/families.ts';
import { householdOfPerson } from '../store/households.ts';
import {
  addInvitation,
  invitationDays,
  invitationsSince,
  openInvitationsOf,
  settleInvitation,
  takeUpInvitation,
} from '../store/invitations.ts';

/** How many invitations of one household may be open at once. */
const mostInvitations = 3;

/** How many a household may send within a day: else its account could write to anybody, one after another. */
const mostInvitationsADay = 6;

const inviteForm = z.object({
  name: words({ name: 'Name', missing: 'Enter the name of the other parent' }),
  email: email('Enter the email address of the other parent'),
  relationship: choice(relationships, 'Choose how they are related to the child'),
  responsibility: choice(['yes', 'no'], 'Choose “Yes” if they have parental responsibility, or “No”'),
});

function codeOf(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/^PC/, '');
}

/** Invites another parent to the household, or takes an invitation back. */
export async function shareAccount(visit: Visit): Promise<Answer> {
  const person = visitorOf(visit);
  const authorityId = visit.authority.id;
  const household = await householdOfPerson(visit.transaction, { authorityId, personId: person.id });
  if (household === null) return notFound();
  const of = { authorityId, householdId: household.id };
  const by = { by: person.id, at: visit.clock.now() };
  const open = await openInvitationsOf(visit.transaction, of);
  if (firstValue(visit.form, 'what') === 'take-back') {
    const invitation = open.find(({ id }) => id === firstValue(visit.form, 'invitation'));
    if (invitation !== undefined)
      await settleInvitation(visit.transaction, {
        ...of,
        ...by,
        invitationId: invitation.id,
        outcome: 'taken-back',
        reason: null,
      });
    return redirect('/account/family?done=taken-back');
  }
  const parsed = parseForm(inviteForm, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  if (parsed.value.email.toLowerCase() === person.email.toLowerCase())
    return wrong(
      refusal('own-address', 'This is your own email address. Enter that of the other parent', 'email'),
    );
  if (open.length >= mostInvitations)
    return wrong(refusal('too-many', 'Take back one of your invitations first, or wait for an answer'));
  const dayAgo = by.at.subtract({ hours: 24 });
  if ((await invitationsSince(visit.transaction, { ...of, since: dayAgo })) >= mostInvitationsADay)
    return wrong(
      refusal('too-many-a-day', 'You have sent many invitations today. Try again tomorrow, or call us'),
    );
  const reference = newReference('PC');
  const { responsibility, ...said } = parsed.value;
  await addInvitation(visit.transaction, {
    ...of,
    ...by,
    ...said,
    claimsResponsibility: responsibility === 'yes',
    codeHash: hashOfToken(codeOf(reference)),
  });
  visit.concerns('household', household.id);
  await visit.send({
    kind: 'parent-invitation',
    to: said.email,
    ...(await messageOf(visit, {
      templateId: 'parent-invitation',
      fields: {
        name: said.name,
        who: person.name,
        code: reference,
        days: String(invitationDays),
        link: `${visit.origin}/account/join`,
      },
    })),
  });
  return redirect('/account/family?done=invited');
}

const wrongCode = refusal(
  'wrong-code',
  'This code does not work with the email address that you signed in with. Look at the email again: it may be too old, or sent to another address of yours',
  'code',
);

/**
 * Takes up an invitation. Where parental responsibility is claimed, or something else must be looked at first,
 * an officer lets the account in; till then it sees nothing. The answer does not say which.
 */
export async function joinHousehold(visit: Visit): Promise<Answer> {
  const person = visitorOf(visit);
  const code = codeOf(firstValue(visit.form, 'code'));
  if (code === '') return wrong(refusal('missing', 'Enter the code from the email', 'code'));
  const authorityId = visit.authority.id;
  const at = visit.clock.now();
  const invitation = await takeUpInvitation(visit.transaction, {
    authorityId,
    email: person.email,
    codeHash: hashOfToken(code),
    personId: person.id,
    at,
  });
  if (invitation === null) return wrong(wrongCode);
  visit.concerns('household', invitation.householdId);
  const of = { authorityId, householdId: invitation.householdId };
  const isBarred = await isBarredFrom(visit.transaction, { ...of, personId: person.id });
  if (invitation.claimsResponsibility || isBarred) return redirect('/account/join?done=waiting');
  await letIn(visit.transaction, { ...of, personId: person.id, at });
  await nameAsCarer(visit.transaction, {
    ...of,
    id: newId(),
    personId: person.id,
    name: invitation.name,
    email: person.email,
    relationship: invitation.relationship,
    hasParentalResponsibility: false,
    at,
  });
  await settleInvitation(visit.transaction, {
    ...of,
    invitationId: invitation.id,
    outcome: 'joined',
    reason: null,
    by: person.id,
    at,
  });
  return redirect('/account?joined=yes');
}
