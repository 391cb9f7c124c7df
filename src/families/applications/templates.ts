import { fullName, rulingOnHousehold } from '#families/register/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import type { Visit } from '#platform/web/visit.ts';
import { councilFields, type Fields, type Template, usualFields } from '#platform/words/index.ts';
import { applicationNamed } from './store/applications.ts';

const { name, child, reference, link } = usualFields;

const firstName = { name: 'first-name', about: 'The child’s first name', sample: 'Zayn' };
const due = {
  name: 'due',
  about: 'The day by which it is decided',
  sample: '22 December 2026',
  isNeeded: true,
};
const who = {
  name: 'who',
  about: 'Who filled the application in',
  sample: 'Ruth Cole, who works with the family, Home-Start',
  isNeeded: true,
};
const stop = {
  name: 'stop',
  about: 'The address at which the family stops the application',
  sample: 'https://shortbreaks.example.org/apply/withdraw',
  isNeeded: true,
};

/** Who may try the words on an application that was sent. */
const rolesThatRead = ['short-breaks-officer', 'team-manager'];

async function fieldsOfReceipt(visit: Visit, typed: string): Promise<Fields | null> {
  const application = await applicationNamed(visit.transaction, {
    authorityId: visit.authority.id,
    reference: typed,
  });
  const { answers, dueOn } = application ?? { answers: {}, dueOn: null };
  if (application === null || application.householdId === null || answers.child === undefined) return null;
  if (!rolesThatRead.some((role) => visit.person?.roles.includes(role))) return null;
  if ((await rulingOnHousehold(visit, application.householdId)) !== 'allowed') return null;
  visit.concerns('application', application.id);
  return {
    name: answers.you?.name ?? '',
    child: fullName(answers.child),
    'first-name': answers.child.givenName,
    reference: application.reference,
    due: dueOn === null ? '' : formatDate(dueOn),
    'letter-later': answers.letters?.sendsLater === true ? 'a letter' : '',
    link: `${visit.origin}/account/applications/${application.id}`,
  };
}

/** What is written when an application is sent: to the family, and to who filled it in for them. */
export const templates: readonly Template[] = [
  {
    id: 'application-received',
    name: 'We have your application',
    kind: 'message',
    fields: [
      name,
      child,
      firstName,
      { ...reference, isNeeded: true },
      due,
      {
        name: 'letter-later',
        about: 'The words “a letter”, where the family sends one later',
        sample: 'a letter',
        mayBeEmpty: true,
      },
      link,
      ...councilFields,
    ],
    fieldsOfCase: fieldsOfReceipt,
  },
  {
    id: 'application-for-you',
    name: 'Somebody has applied for you',
    kind: 'message',
    fields: [name, child, who, reference, due, link, stop, ...councilFields],
  },
  {
    id: 'application-for-you-again',
    name: 'Somebody has applied for you, and you had applied already',
    kind: 'message',
    fields: [name, child, who, reference, link, stop, ...councilFields],
  },
  {
    id: 'application-for-others',
    name: 'To who applied for a family: we have it',
    kind: 'message',
    fields: [name, firstName, reference, ...councilFields],
  },
];
