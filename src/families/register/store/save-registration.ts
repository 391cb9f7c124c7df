import { dateInEngland } from '#kernel/clock.ts';
import { newId } from '#kernel/id.ts';
import type { Transaction } from '#platform/database/index.ts';
import type { Address, Child, Household } from '../domain/register.ts';
import { addEvidence, type NewEvidence } from './add-evidence.ts';
import { recordAddress } from './addresses.ts';

/** What a family says of itself when it applies: enough to act on, and no more. */
export type Registration = {
  readonly authorityId: string;
  readonly personId: string;
  readonly at: Temporal.Instant;
  /** The household that the account belongs to already; null for a new one. */
  readonly household: Household | null;
  readonly address: Address;
  readonly district: string | null;
  readonly you: {
    readonly name: string;
    readonly relationship: string;
    readonly hasParentalResponsibility: boolean;
    readonly email: string;
    readonly phone: string | null;
  };
  readonly otherCarer: { readonly name: string; readonly relationship: string } | null;
  /** `id` names a child who is registered already. */
  readonly child: Pick<Child, 'givenName' | 'familyName' | 'bornOn' | 'hasDiagnosis' | 'diagnosis'> & {
    readonly id: string | null;
  };
  readonly evidence: readonly NewEvidence[];
};

/** Writes a family into the register, new or changed, and gives which household and which child it is. */
export async function saveRegistration(
  transaction: Transaction,
  registration: Registration,
): Promise<{ readonly householdId: string; readonly childId: string }> {
  const householdId = await saveHousehold(transaction, registration);
  await saveYou(transaction, registration, householdId);
  await saveOtherCarer(transaction, registration, householdId);
  const childId = await saveChild(transaction, registration, householdId);
  await addEvidence(transaction, { ...registration, householdId, childId });
  return { householdId, childId };
}

async function saveHousehold(transaction: Transaction, given: Registration): Promise<string> {
  const { authorityId, address, district, at } = given;
  const fromOn = dateInEngland(at);
  if (given.household !== null) {
    const householdId = given.household.id;
    await recordAddress(transaction, { authorityId, householdId, address, district, fromOn, at });
    return householdId;
  }
  const id = newId();
  await transaction
    .insertInto('households')
    .values({
      authority_id: authorityId,
      id,
      address_line_1: address.line1,
      address_line_2: address.line2,
      town: address.town,
      postcode: address.postcode,
      district,
      created_at: at,
      changed_at: at,
    })
    .execute();
  await transaction
    .insertInto('household_accounts')
    .values({ authority_id: authorityId, household_id: id, person_id: given.personId, since: at })
    .execute();
  await recordAddress(transaction, { authorityId, householdId: id, address, district, fromOn, at });
  return id;
}

async function saveYou(transaction: Transaction, given: Registration, householdId: string): Promise<void> {
  const columns = {
    name: given.you.name,
    relationship: given.you.relationship,
    has_parental_responsibility: given.you.hasParentalResponsibility,
    email: given.you.email,
    phone: given.you.phone,
    changed_at: given.at,
  };
  const known = given.household?.parentCarers.find((carer) => carer.personId === given.personId);
  if (known === undefined) {
    await transaction
      .insertInto('parent_carers')
      .values({
        authority_id: given.authorityId,
        id: newId(),
        household_id: householdId,
        person_id: given.personId,
        ...columns,
        created_at: given.at,
      })
      .execute();
    return;
  }
  await transaction
    .updateTable('parent_carers')
    .set(columns)
    .where('authority_id', '=', given.authorityId)
    .where('id', '=', known.id)
    .execute();
}

async function saveOtherCarer(
  transaction: Transaction,
  given: Registration,
  householdId: string,
): Promise<void> {
  const other = given.otherCarer;
  if (other === null) return;
  const isKnown =
    given.household?.parentCarers.some((carer) => carer.name.toLowerCase() === other.name.toLowerCase()) ??
    false;
  if (isKnown) return;
  await transaction
    .insertInto('parent_carers')
    .values({
      authority_id: given.authorityId,
      id: newId(),
      household_id: householdId,
      name: other.name,
      relationship: other.relationship,
      // Only the person concerned, or an order, can say so; an officer asks where it matters.
      has_parental_responsibility: false,
      created_at: given.at,
      changed_at: given.at,
    })
    .execute();
}

async function saveChild(
  transaction: Transaction,
  given: Registration,
  householdId: string,
): Promise<string> {
  const { child } = given;
  const columns = {
    given_name: child.givenName,
    family_name: child.familyName,
    born_on: child.bornOn,
    has_diagnosis: child.hasDiagnosis,
    diagnosis: child.diagnosis,
    changed_at: given.at,
  };
  if (child.id !== null) {
    await transaction
      .updateTable('children')
      .set(columns)
      .where('authority_id', '=', given.authorityId)
      .where('id', '=', child.id)
      .execute();
    return child.id;
  }
  const id = newId();
  await transaction
    .insertInto('children')
    .values({
      authority_id: given.authorityId,
      id,
      household_id: householdId,
      ...columns,
      created_at: given.at,
    })
    .execute();
  return id;
}
