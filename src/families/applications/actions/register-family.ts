import {
  evidenceOf,
  type Household,
  householdOfPerson,
  householdWith,
  isSameChild,
  peopleOfHousehold,
  saveRegistration,
} from '#families/register/index.ts';
import { familyByEmail, renamePerson } from '#platform/people/index.ts';
import { locate, parsePostcode } from '#platform/places/index.ts';
import { signedIn, type Visit } from '#platform/web/visit.ts';
import type { Answers } from '../domain/answers.ts';
import { evidenceOfAnswers, withoutHeld } from './evidence-of-answers.ts';

/** Answers that say enough for the register. */
export type Registrable = Answers & Required<Pick<Answers, 'child' | 'you' | 'otherCarer' | 'address'>>;

/** The family that an application is for: whose account it belongs to, and what the register has of it. */
export type FamilyOfApplication = {
  readonly account: { readonly id: string; readonly email: string };
  readonly household: Household | null;
  /** Whether the family itself fills this in, so that the register learns what it says. */
  readonly isItself: boolean;
};

/** Finds the family: of the person who is signed in, or of the address that they gave for it. */
export async function familyOf(visit: Visit, answers: Answers): Promise<FamilyOfApplication> {
  const authorityId = visit.authority.id;
  const person = signedIn(visit);
  const { by } = answers;
  const isItself = by === undefined || by.kind === 'young-person';
  const known = by?.householdId ?? null;
  const account = isItself ? person : await accountOf(visit, by.familyEmail, known);
  const household =
    known === null
      ? await householdOfPerson(visit.transaction, { authorityId, personId: account.id, forChange: true })
      : await householdWith(visit.transaction, { authorityId, householdId: known });
  return { account: { id: account.id, email: account.email }, household, isItself };
}

/** The account that the family is written to: that of the address given, or else one that the household has. */
async function accountOf(
  visit: Visit,
  email: string,
  householdId: string | null,
): Promise<FamilyOfApplication['account']> {
  const authorityId = visit.authority.id;
  if (email !== '') {
    const at = visit.clock.now();
    const account = await familyByEmail(visit.transaction, { authorityId, email, name: email, at });
    return { id: account.id, email };
  }
  const people =
    householdId === null ? [] : await peopleOfHousehold(visit.transaction, { authorityId, householdId });
  for (const { personId: id, email: known } of people)
    if (id !== null && known !== null) return { id, email: known };
  throw new Error('a form without an address for the family is not sent');
}

/** The child of the answers, where the household has it already: chosen from the list, or typed in again. */
export function childIn(household: Household | null, answers: Registrable): string | null {
  if (answers.child.childId !== null) return answers.child.childId;
  const typed = { ...answers.child, bornOn: Temporal.PlainDate.from(answers.child.bornOn) };
  return household?.children.find((child) => isSameChild(child, typed))?.id ?? null;
}

/**
 * Writes the family of an application into the register. What the family says of itself replaces what was there. What
 * somebody else says of a family that is registered already changes nothing: it stands in the application, and an
 * officer sees both.
 */
export async function registerFamily(visit: Visit, family: FamilyOfApplication, answers: Registrable) {
  const authorityId = visit.authority.id;
  const { household, account } = family;
  const childId = childIn(household, answers);
  const held = childId === null ? [] : await evidenceOf(visit.transaction, { authorityId, childId });
  const evidence = withoutHeld(evidenceOfAnswers(answers), held);
  const known = family.isItself ? null : household;
  const { you } = answers;
  // Until now the account was called after its e-mail address.
  if (known === null) await renamePerson(visit.transaction, { authorityId, id: account.id, name: you.name });
  return saveRegistration(visit.transaction, {
    authorityId,
    personId: account.id,
    at: visit.clock.now(),
    household,
    address: known?.address ?? answers.address,
    district: known === null ? districtOf(answers.address.postcode) : known.district,
    you: heldCarer(known, account.id) ?? {
      name: you.name,
      relationship: you.relationship,
      hasParentalResponsibility: you.hasParentalResponsibility,
      email: account.email,
      phone: you.phone === '' ? null : you.phone,
    },
    otherCarer: known === null && 'name' in answers.otherCarer ? answers.otherCarer : null,
    child: { id: childId, ...childOf(family, answers, childId) },
    evidence,
  });
}

function heldCarer(known: Household | null, personId: string) {
  const carer = known?.parentCarers.find((one) => one.personId === personId);
  return carer === undefined ? null : { ...carer, email: carer.email ?? '' };
}

function childOf({ household, isItself }: FamilyOfApplication, answers: Registrable, childId: string | null) {
  const known = household?.children.find((child) => child.id === childId);
  if (known !== undefined && !isItself) return known;
  const { child, disability } = answers;
  return {
    givenName: child.givenName,
    familyName: child.familyName,
    bornOn: Temporal.PlainDate.from(child.bornOn),
    // A scheme that does not ask it takes nothing away.
    hasDiagnosis: disability?.hasDiagnosis ?? known?.hasDiagnosis ?? null,
    diagnosis: disability?.diagnosis ?? known?.diagnosis ?? '',
  };
}

function districtOf(postcode: string): string | null {
  const parsed = parsePostcode(postcode);
  return parsed.ok ? (locate(parsed.value)?.district ?? null) : null;
}
