import { rulingOnHousehold } from '#families/register/index.ts';
import { hasRole, signedInPractitioner } from '#platform/people/index.ts';
import { policy, type Ruling } from '#platform/web/route.ts';
import type { Visit } from '#platform/web/visit.ts';
import { complaintOf } from './case-of-complaint.ts';
import { isAbout, promisedMoney } from './domain/stand.ts';

/** Anybody may complain, signed in or not. */
export const anybody = policy('Anybody may make a complaint, signed in or not', () => 'allowed');

/** A person's own complaints; which are their own, row-level security holds: another's is simply not there. */
export const ownComplaints = policy(
  'A signed-in family member may make complaints, and see those that they made themselves',
  (visit) =>
    visit.person === null
      ? 'sign-in-as-family'
      : visit.person.kind === 'family'
        ? 'allowed'
        : {
            denied:
              'This page is the family’s. You find complaints under “Complaints”, if that is your work.',
          },
);

/** The year's figures. */
export const complaintsDesk = hasRole('complaints-officer');

/** Whoever answers the telephone may write a complaint down; the list holds those alone that are theirs to handle. */
export const whoeverHears = signedInPractitioner;

const isAboutYou: Ruling = {
  denied:
    'This complaint is about you. Somebody else handles it. If your account is needed, you are asked for it.',
};

const notGiven: Ruling = {
  denied:
    'Complaints are seen by the complaints officer, and by whom one was given to. This one was not given to you.',
};

async function kept(visit: Visit): Promise<Ruling> {
  const { person } = visit;
  if (person?.kind !== 'practitioner') return 'sign-in-as-practitioner';
  const found = await complaintOf(visit);
  if (found === null) return person.roles.includes('complaints-officer') ? 'allowed' : notGiven;
  if (isAbout(found.stand, person.id)) return isAboutYou;
  const ruling = await rulingOnHousehold(visit, found.householdId);
  if (ruling !== 'allowed') return ruling;
  if (person.roles.includes('complaints-officer') || found.stand.givenTo?.id === person.id) return 'allowed';
  return notGiven;
}

/** One complaint at work. */
export const deskOfComplaint = policy(
  'The complaints officer, or the practitioner whom a complaint was given to, but never who is complained about, nor for a household of their own or one they know',
  kept,
);

const notTheirs: Ruling = { denied: 'No money that was promised about this complaint waits for you.' };

/** Whoever pays learns what was promised and to whom, and nothing else of the complaint. */
export const payerOfRemedy = policy(
  'A finance officer, for a complaint that was promised money, but never who is complained about, nor for a household of their own or one they know',
  async (visit) => {
    const { person } = visit;
    if (person?.kind !== 'practitioner') return 'sign-in-as-practitioner';
    if (!person.roles.includes('finance-officer')) return notTheirs;
    const found = await complaintOf(visit);
    if (found === null || promisedMoney(found.stand).length === 0) return notTheirs;
    if (isAbout(found.stand, person.id)) return isAboutYou;
    return rulingOnHousehold(visit, found.householdId);
  },
);

/** Who was asked for their account reads what was said and answers, and sees nothing else. */
export const askedForAccount = policy(
  'A practitioner who was asked for their own account of a complaint may read what was said, and answer',
  async (visit) => {
    if (visit.person?.kind !== 'practitioner') return 'sign-in-as-practitioner';
    const found = await complaintOf(visit);
    return found?.stand.asked.includes(visit.person.id) === true
      ? 'allowed'
      : { denied: 'Nobody has asked you for your account of this.' };
  },
);
