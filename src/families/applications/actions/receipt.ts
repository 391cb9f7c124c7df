import { fullName } from '#families/register/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import type { MessageToSend, Visit } from '#platform/web/visit.ts';
import type { Application } from '../domain/application.ts';
import { signedIn } from './signed-in.ts';

/** The message that an application has arrived: its reference, what happens next, where to look and whom to call. */
export function receipt(
  visit: Visit,
  application: Pick<Application, 'id' | 'reference'>,
  sent: {
    readonly child: { readonly givenName: string; readonly familyName: string };
    readonly name: string;
    readonly dueOn: Temporal.PlainDate;
    readonly sendsLater: boolean;
  },
): MessageToSend {
  const person = signedIn(visit);
  const { contact, name: council } = visit.authority;
  const letter = sent.sendsLater
    ? '\n\nYou said that you will send a letter later. Write to us or call us when you have it. We decide when we have seen it.'
    : '';
  return {
    kind: 'application-received',
    to: person.email,
    personId: person.id,
    reference: application.reference,
    subject: `We have your application for ${sent.child.givenName}: ${application.reference}`,
    text: `Hello ${sent.name},

We have your application for a short breaks grant for ${fullName(sent.child)}.

Your reference is ${application.reference}.

What happens next: somebody reads it. We aim to decide by ${formatDate(sent.dueOn)}. If we need something more, we write to this address.${letter}

See where it stands, at any time:
${visit.origin}/account/applications/${application.id}

If anything changes, or if things get too hard, call us on ${contact.phone}.

${council}`,
  };
}
