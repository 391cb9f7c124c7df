import { fullName } from '#families/register/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import type { MessageToSend, Visit } from '#platform/web/visit.ts';
import type { ByProxy } from '../domain/answers.ts';
import type { Application } from '../domain/application.ts';
import type { Registrable } from './register-family.ts';
import { signedIn } from './signed-in.ts';

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
export function messageToFamilyOfProxy(
  visit: Visit,
  sent: Sent & {
    readonly account: { readonly id: string; readonly email: string };
    readonly dueOn: Temporal.PlainDate | null;
  },
): MessageToSend {
  const { application, answers, account, dueOn } = sent;
  const { contact, name: council } = visit.authority;
  const who = answers.by === undefined ? 'Somebody' : whoIs(answers.by);
  const next =
    dueOn === null
      ? 'There is an application for this child this year already, so nothing was added to it.'
      : `We aim to decide by ${formatDate(dueOn)}. We write to you, and not to them.`;
  return {
    kind: 'application-for-you',
    to: account.email,
    personId: account.id,
    reference: application.reference,
    subject: `Somebody has applied for you: ${application.reference}`,
    text: `Hello ${answers.you.name},

${who}, has filled in an application for a short break for ${fullName(answers.child)}. They told us that you agree.

${next}

See what they wrote:
${visit.origin}/account/applications/${application.id}

If you do not agree, stop it here:
${visit.origin}/apply/${application.id}/withdraw

You sign in with this email address. Or call us on ${contact.phone}.

${council}`,
  };
}

/** Tells who applied for a family that it has arrived, and nothing more. */
export function messageToProxy(visit: Visit, { application, answers }: Sent): MessageToSend {
  const person = signedIn(visit);
  return {
    kind: 'application-for-others',
    to: person.email,
    personId: person.id,
    reference: application.reference,
    subject: `We have the application that you filled in: ${application.reference}`,
    text: `Hello ${answers.by?.name ?? person.name},

We have the application that you filled in for ${answers.child.givenName}. Its reference is ${application.reference}.

We have written to the family. From now on we write to them, and not to you.

${visit.authority.name}`,
  };
}
