// What the pages about one child read: each question asked for the visit's authority.
import type { Visit } from '#platform/web/visit.ts';
import type { Child } from './domain/register.ts';
import { factsOf } from './facts-of.ts';
import { addressesOf } from './store/addresses.ts';
import { otherHomesOf } from './store/child-homes.ts';
import { evidenceOf } from './store/children.ts';
import { mustNotBeWith } from './store/children-apart.ts';
import { contactLimitsOf } from './store/contact-limits.ts';
import { registerEntryOf } from './store/disability-register.ts';
import { factHistory } from './store/facts.ts';
import { accountsOf } from './store/families.ts';
import { householdOfPerson, householdWith } from './store/households.ts';
import { openInvitationsOf } from './store/invitations.ts';
import { professionalsOf } from './store/professionals.ts';

export type { OtherHome } from './store/child-homes.ts';
export type { Invitation } from './store/invitations.ts';

type Known = Pick<Child, 'id' | 'householdId'>;

function about(visit: Visit, child: Pick<Child, 'id'>) {
  return { authorityId: visit.authority.id, childId: child.id };
}

function home(visit: Visit, child: Pick<Child, 'householdId'>) {
  return { authorityId: visit.authority.id, householdId: child.householdId };
}

/** What holds now about a child. */
export const factsOfChild = (visit: Visit, child: Known) => factsOf(visit.transaction, about(visit, child));

/** Everything that was ever recorded about a child, oldest first. */
export const historyOfChild = (visit: Visit, child: Known) =>
  factHistory(visit.transaction, about(visit, child));

/** All limits on contact with a child; none on a family's connection. */
export const limitsOfChild = (visit: Visit, child: Pick<Child, 'id'>) =>
  contactLimitsOf(visit.transaction, about(visit, child));

/** Who must be kept apart from a child; nobody on a family's connection. */
export const apartOfChild = (visit: Visit, child: Pick<Child, 'id'>) =>
  mustNotBeWith(visit.transaction, about(visit, child));

/** Who works and worked with a child. */
export const professionalsOfChild = (visit: Visit, child: Known) =>
  professionalsOf(visit.transaction, about(visit, child));

/** All evidence about a child, newest first. */
export const evidenceOfChild = (visit: Visit, child: Known) =>
  evidenceOf(visit.transaction, about(visit, child));

/** The newest entry of a child in the register of disabled children. */
export const entryOfChild = (visit: Visit, child: Known) =>
  registerEntryOf(visit.transaction, about(visit, child));

/** The other homes of a child today. */
export const otherHomesOfChild = (visit: Visit, child: Known) =>
  otherHomesOf(visit.transaction, { ...about(visit, child), on: visit.clock.today() });

/** The household of a child's main home. */
export const mainHomeOf = (visit: Visit, child: Known) =>
  householdWith(visit.transaction, home(visit, child));

/** Where the household of a child's main home lived and lives, the newest first. */
export const addressesOfChild = (visit: Visit, child: Known) =>
  addressesOf(visit.transaction, home(visit, child));

/** The accounts of a child's main home. */
export const accountsOfChild = (visit: Visit, child: Known) =>
  accountsOf(visit.transaction, home(visit, child));

/** The invitations to a household that are not settled. */
export const invitationsTo = (visit: Visit, household: Pick<Child, 'householdId'>) =>
  openInvitationsOf(visit.transaction, home(visit, household));

/** The household that a person's account belongs to. */
export const householdOfVisitor = (visit: Visit, person: { readonly id: string }) =>
  householdOfPerson(visit.transaction, { authorityId: visit.authority.id, personId: person.id });
