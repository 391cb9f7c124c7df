import { practitionersOfHousehold, rulingOnHousehold } from '#families/register/index.ts';
import { type Policy, policy, type Ruling } from '#platform/web/route.ts';
import type { Visit } from '#platform/web/visit.ts';
import { hasCaseIn, householdOfApplication, householdOfAward, householdOfDecision } from './may-see.ts';

/** The role that decides on applications. */
export const officerRole = 'short-breaks-officer';

/** The role that gives cases to others, and that a council may let award more than the year has left. */
export const managerRole = 'team-manager';

const notAnOfficer: Ruling = {
  denied:
    'Only a short breaks officer or a team manager may see applications. If that is you, ask whoever looks after sign-in to add the role.',
};

function asOfficer(visit: Visit): Ruling {
  if (visit.person?.kind !== 'practitioner') return 'sign-in-as-practitioner';
  const { roles } = visit.person;
  return roles.includes(officerRole) || roles.includes(managerRole) ? 'allowed' : notAnOfficer;
}

/** Who may see the lists of applications; each list leaves out the households that its reader is kept away from. */
export const caseWorker = policy('A short breaks officer or a team manager', asOfficer);

/** Whether somebody may see the lists of applications: who was given one case alone may not. */
export function seesLists(visit: Visit): boolean {
  return asOfficer(visit) === 'allowed';
}

/** Who gives cases to others and takes back what was declared by mistake. */
export const teamManager = policy('A team manager', (visit) => {
  if (visit.person?.kind !== 'practitioner') return 'sign-in-as-practitioner';
  return visit.person.roles.includes(managerRole)
    ? 'allowed'
    : { denied: 'This is for a team manager. Ask yours.' };
});

function caseOf(
  sentence: string,
  parameter: string,
  householdOf: (visit: Visit, id: string) => Promise<string | null>,
): Policy {
  return policy(sentence, async (visit) => {
    const ruling = asOfficer(visit);
    if (visit.person === null || ruling === 'sign-in-as-practitioner') return ruling;
    const householdId = await householdOf(visit, visit.params[parameter] ?? '');
    if (ruling !== 'allowed' && !(await hasCaseIn(visit, householdId))) return ruling;
    return rulingOnHousehold(visit, householdId);
  });
}

const butNotTheirOwn =
  'A short breaks officer or a team manager, or whom one of them gave the case, but not for their own household nor for one that they said they know';

/** Who may see and decide the application of the address. */
export const officerOfApplication = caseOf(butNotTheirOwn, 'application', householdOfApplication);

/** Who gives the case of the address to somebody, and takes back what was declared about its family. */
export const managerOfApplication = practitionersOfHousehold([managerRole], (visit) =>
  householdOfApplication(visit, visit.params.application ?? ''),
);

/** Who may see the decision of the address again. */
export const officerOfDecision = caseOf(butNotTheirOwn, 'decision', householdOfDecision);

const officerOfAward = caseOf(butNotTheirOwn, 'award', householdOfAward);

function orTheFamily(ofCase: Policy, sentence: string): Policy {
  return policy(sentence, (visit) => {
    if (visit.person === null) return 'sign-in-as-family';
    // Which letters are the family's own is held by row-level security: another's is simply not there.
    return visit.person.kind === 'family' ? 'allowed' : ofCase.rule(visit);
  });
}

/** Who may read the letter about an award. */
export const readerOfAward = orTheFamily(
  officerOfAward,
  'The family whose award it is, or an officer who may see its case',
);

/** Who may read the letter about a decision. */
export const readerOfDecision = orTheFamily(
  officerOfDecision,
  'The family that it was decided for, or an officer who may see its case',
);
