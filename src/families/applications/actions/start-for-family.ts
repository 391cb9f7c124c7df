import { type Household, peopleOfHousehold } from '#families/register/index.ts';
import { notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import type { Answers, ByProxy } from '../domain/answers.ts';
import { householdOfAddress } from '../household-of-address.ts';
import { answersAbout } from '../steps/child.ts';
import { readWho, withWho } from '../steps/who.ts';
import { addressNotTheirs } from './family-address.ts';
import { beginDraft, chosenOffer } from './start-application.ts';

/** Somebody who is not the parent begins an application: who they are, and that a parent has agreed, comes first. */
export async function startForOther(visit: Visit) {
  const reading = readWho(visit, null);
  if (!reading.ok) return wrong(...reading.refusals);
  return begin(visit, withWho({}, reading.by));
}

/** A practitioner takes down an application of a family that the register does not have: by phone, on paper, on a visit. */
export async function takeDownApplication(visit: Visit) {
  return startForOther(visit);
}

/** A practitioner takes down an application at a child's record: what the register holds stands in it. */
export async function takeDownForChild(visit: Visit) {
  const household = await householdOfAddress(visit);
  const child = household?.children.find(({ id }) => id === visit.params.child);
  if (household === null || child === undefined) return notFound('a child');
  const hasAccount = await isReached(visit, household);
  const reading = readWho(visit, { id: household.id, hasAccount });
  if (!reading.ok) return wrong(...reading.refusals);
  const notTheirs = await addressNotTheirs(visit, { by: reading.by });
  if (notTheirs !== null) return wrong(notTheirs);
  return begin(visit, await answersAbout(visit, child, ofHousehold(household, reading.by)));
}

async function begin(visit: Visit, answers: Answers) {
  const offer = await chosenOffer(visit);
  if ('ok' in offer) return wrong(offer);
  return redirect(`/apply/${await beginDraft(visit, { schemeId: offer.scheme.id, answers })}`);
}

function ofHousehold(household: Household, by: ByProxy): Answers {
  const [carer] = household.parentCarers;
  return {
    by,
    address: household.address,
    ...(carer === undefined
      ? {}
      : {
          you: {
            name: carer.name,
            relationship: carer.relationship,
            hasParentalResponsibility: carer.hasParentalResponsibility,
            phone: carer.phone ?? '',
          },
        }),
  };
}

async function isReached(visit: Visit, { id: householdId }: Household): Promise<boolean> {
  const people = await peopleOfHousehold(visit.transaction, { authorityId: visit.authority.id, householdId });
  return people.some(({ personId, email }) => personId !== null && email !== null);
}
