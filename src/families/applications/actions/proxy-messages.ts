import { fullName } from '#families/register/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import { type MessageToSend, signedIn, type Visit } from '#platform/web/visit.ts';
import { messageOf } from '#platform/words/index.ts';
import type { ByProxy } from '../domain/answers.ts';
import type { Application } from '../domain/application.ts';
import type { Registrable } from './register-family.ts';

/** Who somebody is, in a few words: "Ruth Cole, a family support worker of Home-Start". */
function whoIs({ kind, name, organisation }: ByProxy): string {
  const of = organisation === '' ? '' : `, ${organisation}`;
  switch (kind) {
    case 'young-person':
      return `${name}, who applies for themself`;
    case 'relative':
      return `${name}, a relative or friend${of}`;
    case 'worker':
      return `${name}, who works with the family${of}`;
    case 'practitioner':
      return `${name} of the council${of}`;
  }
}

const ways: Readonly<Record<ByProxy['way'], string>> = {
  online: '',
  phone: ' on the phone',
  paper: ' from a paper form',
  visit: ' on a visit',
};

/** Who filled an application in, in a sentence for the officer and the family. */
export function proxyWords(by: ByProxy): string {
  const agreed = by.hasAgreed ? ' They say that a parent carer has agreed.' : '';
  return `Filled in${ways[by.way]} by ${whoIs(by)}.${agreed}`;
}

type Sent = { readonly application: Pick<Application, 'id' | 'reference'>; readonly answers: Registrable };

/** Tells the family that somebody applied for it, with a way to see it and a way to stop it. */
export async function messageToFamilyOfProxy(
  visit: Visit,
  sent: Sent & {
    readonly account: { readonly id: string; readonly email: string };
    /** By when it is decided; null where there was an application already, and nothing was added to it. */
    readonly dueOn: Temporal.PlainDate | null;
  },
): Promise<MessageToSend> {
  const { application, answers, account, dueOn } = sent;
  const { subject, text } = await messageOf(visit, {
    templateId: dueOn === null ? 'application-for-you-again' : 'application-for-you',
    fields: {
      name: answers.you.name,
      child: fullName(answers.child),
      who: answers.by === undefined ? 'Somebody' : whoIs(answers.by),
      reference: application.reference,
      link: `${visit.origin}/account/applications/${application.id}`,
      stop: `${visit.origin}/apply/${application.id}/withdraw`,
      ...(dueOn === null ? {} : { due: formatDate(dueOn) }),
    },
  });
  return {
    kind: 'application-for-you',
    to: account.email,
    personId: account.id,
    reference: application.reference,
    subject,
    text,
  };
}

/** Tells who applied for a family that it has arrived, and nothing more. */
export async function messageToProxy(visit: Visit, { application, answers }: Sent): Promise<MessageToSend> {
  const person = signedIn(visit);
  const { subject, text } = await messageOf(visit, {
    templateId: 'application-for-others',
    fields: {
      name: answers.by?.name ?? person.name,
      'first-name': answers.child.givenName,
      reference: application.reference,
    },
  });
  return {
    kind: 'application-for-others',
    to: person.email,
    personId: person.id,
    reference: application.reference,
    subject,
    text,
  };
}
