import { fullName } from '#families/register/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import { type MessageToSend, signedIn, type Visit } from '#platform/web/visit.ts';
import { messageOf } from '#platform/words/index.ts';
import type { Application } from '../domain/application.ts';

/** The message that an application has arrived: its reference, what happens next, where to look and whom to call. */
export async function receipt(
  visit: Visit,
  application: Pick<Application, 'id' | 'reference'>,
  sent: {
    readonly child: { readonly givenName: string; readonly familyName: string };
    readonly name: string;
    readonly dueOn: Temporal.PlainDate;
    readonly sendsLater: boolean;
  },
): Promise<MessageToSend> {
  const person = signedIn(visit);
  const { subject, text } = await messageOf(visit, {
    templateId: 'application-received',
    fields: {
      name: sent.name,
      child: fullName(sent.child),
      'first-name': sent.child.givenName,
      reference: application.reference,
      due: formatDate(sent.dueOn),
      'letter-later': sent.sendsLater ? 'a letter' : '',
      link: `${visit.origin}/account/applications/${application.id}`,
    },
  });
  return {
    kind: 'application-received',
    to: person.email,
    personId: person.id,
    reference: application.reference,
    subject,
    text,
  };
}
