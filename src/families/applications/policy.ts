import { practitionersOfHousehold, rulingOnHousehold } from '#families/register/index.ts';
import { isId } from '#kernel/id.ts';
import { policy, type Ruling } from '#platform/web/route.ts';
import type { Visit } from '#platform/web/visit.ts';
import { householdOfAddress } from './household-of-address.ts';
import { applicationBy } from './store/applications.ts';
import { proxyOf } from './store/proxies.ts';

/** Whoever reads what applying takes need not be signed in. */
export const anyone = policy('Anybody may read what applying takes', () => 'allowed');

const notAsPractitioner: Ruling = {
  denied:
    'You are signed in as a practitioner. Sign out, then sign in with your own e-mail address to apply for your family.',
};

/**
 * A family sees and changes its own household's applications. Which those are is held twice: by the queries
 * and by the database's row-level security, so that another family's application is simply not there.
 */
export const ownFamily = policy(
  'A signed-in family may see and change its own household’s applications',
  (visit) =>
    visit.person === null
      ? 'sign-in-as-family'
      : visit.person.kind === 'family'
        ? 'allowed'
        : notAsPractitioner,
);

/** Whoever fills an application in: a family its own, and a practitioner the one that they are taking down. */
export const whoeverFillsIn = policy(
  'A signed-in family may fill in its own household’s applications, and a practitioner those that they take down themselves',
  async (visit) => {
    if (visit.person === null) return 'sign-in-as-family';
    return visit.person.kind === 'family' ? 'allowed' : rulingOnOwnDraft(visit);
  },
);

async function rulingOnOwnDraft(visit: Visit): Promise<Ruling> {
  const applicationId = visit.params.application ?? '';
  if (!isId(applicationId)) return notAsPractitioner;
  const named = { authorityId: visit.authority.id, applicationId };
  const application = await applicationBy(visit.transaction, named);
  if (application?.state === 'draft' && application.personId === visit.person?.id)
    return rulingOnHousehold(visit, application.answers.by?.householdId ?? null);
  const record = await proxyOf(visit.transaction, named);
  return record !== null && record.personId === visit.person?.id ? 'allowed' : notAsPractitioner;
}

/** Who may take down an application of a new family. */
export const takesDown = practitionersOfHousehold(
  ['short-breaks-officer', 'social-worker', 'team-manager'],
  async () => null,
);

/** Who may take down an application at a child's record. */
export const takesDownForChild = practitionersOfHousehold(
  ['short-breaks-officer', 'social-worker', 'team-manager'],
  async (visit) => (await householdOfAddress(visit))?.id ?? null,
);
