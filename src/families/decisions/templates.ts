import { applicationNamed, eventsOf } from '#families/applications/index.ts';
import { rulingOnHousehold } from '#families/register/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import { councilFields, type Fields, type Template, usualFields } from '#platform/words/index.ts';
import { fieldsOfAsking } from './asking-words.ts';
import { familyOf } from './family-of.ts';
import { letterFieldsOf, letterIdOf } from './letter-fields.ts';
import { groundOfLetter } from './letters.ts';
import { hasCaseIn } from './may-see.ts';
import { managerRole, officerRole } from './policy.ts';
import { decisionsOfApplication } from './store/decisions.ts';
import { type LetterId, letterTemplates } from './templates-of-letters.ts';

/** The application with a reference, if the signed-in practitioner may see its case. */
async function caseFor(visit: Visit, reference: string) {
  const authorityId = visit.authority.id;
  const application = await applicationNamed(visit.transaction, { authorityId, reference });
  if (application === null || application.childId === null || visit.person === null) return null;
  const { roles } = visit.person;
  const isOfficer = roles.includes(officerRole) || roles.includes(managerRole);
  if (!isOfficer && !(await hasCaseIn(visit, application.householdId))) return null;
  if ((await rulingOnHousehold(visit, application.householdId)) !== 'allowed') return null;
  visit.concerns('application', application.id);
  return application;
}

/** The fields of the newest letter of this kind about an application. */
function fieldsOfLetter(id: LetterId): NonNullable<Template['fieldsOfCase']> {
  return async (visit, reference): Promise<Fields | null> => {
    const application = await caseFor(visit, reference);
    if (application === null) return null;
    const named = { authorityId: visit.authority.id, applicationId: application.id };
    const decisions = await decisionsOfApplication(visit.transaction, named);
    for (const decision of decisions.toReversed()) {
      const ground = await groundOfLetter(visit, decision.id);
      if (ground !== null && letterIdOf(ground) === id) return letterFieldsOf(ground);
    }
    return null;
  };
}

async function fieldsOfMoreAsked(visit: Visit, reference: string): Promise<Fields | null> {
  const application = await caseFor(visit, reference);
  if (application === null) return null;
  const named = { authorityId: visit.authority.id, applicationId: application.id };
  const events = await eventsOf(visit.transaction, named);
  const asked = events.findLast(({ kind }) => kind === 'more-asked');
  if (asked === undefined) return null;
  const family = await familyOf(visit, application);
  return fieldsOfAsking(visit, { application, family, asked: asked.words });
}

/** What decisions write: the letters, the e-mail that brings them, and two messages on the way there. */
export const templates: readonly Template[] = [
  ...letterTemplates(fieldsOfLetter),
  {
    id: 'decision-sent',
    name: 'The email that brings a decision’s letter',
    kind: 'message',
    fields: [
      {
        name: 'letter',
        about: 'The whole letter, with its date and greeting',
        sample: 'Dear Amira Khan,\n\nWe have said yes.',
        isNeeded: true,
      },
      usualFields.reference,
      usualFields.link,
      ...councilFields,
    ],
  },
  {
    id: 'more-asked',
    name: 'We need something more',
    kind: 'message',
    fields: [
      usualFields.name,
      usualFields.child,
      usualFields.reference,
      {
        name: 'asked',
        about: 'What the officer asks for, and why',
        sample: 'Please send us the second page of the letter.',
        isNeeded: true,
      },
      usualFields.link,
      ...councilFields,
    ],
    fieldsOfCase: fieldsOfMoreAsked,
  },
  {
    id: 'case-given',
    name: 'To staff: a case is given to you',
    kind: 'message',
    fields: [
      { name: 'name', about: 'Who it is written to', sample: 'Marcus Reid' },
      { name: 'giver', about: 'Who gave the case', sample: 'Ngozi Adeyemi' },
      usualFields.reference,
      usualFields.link,
      ...councilFields,
    ],
  },
];
