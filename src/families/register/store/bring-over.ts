import { newId } from '#kernel/id.ts';
import type { Transaction } from '#platform/database/index.ts';
import type { FactAnswer } from '../domain/fact.ts';
import type { Address } from '../domain/register.ts';

/** A household that is brought over from another system, with its parent carers and children. */
export type BroughtHousehold = {
  /** Null for one that is not in the register yet. */
  readonly id: string | null;
  readonly address: Address;
  readonly district: string | null;
  readonly carers: readonly BroughtCarer[];
  readonly children: readonly BroughtChild[];
};

export type BroughtCarer = {
  readonly name: string;
  readonly relationship: string;
  readonly hasParentalResponsibility: boolean;
  readonly email: string | null;
  readonly phone: string | null;
};

export type BroughtChild = {
  /** By which the caller knows it again. */
  readonly key: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly bornOn: Temporal.PlainDate;
  readonly diagnosis: string | null;
  readonly facts: ReadonlyMap<string, FactAnswer>;
};

type Given = {
  readonly authorityId: string;
  readonly households: readonly BroughtHousehold[];
  /** Who said what is brought over: the other system by its name. */
  readonly saidBy: string;
  readonly saidOn: Temporal.PlainDate;
  readonly recordedBy: string;
  readonly at: Temporal.Instant;
};

/** So many rows go into one statement: a database takes no more than 65,535 values. */
const atOnce = 2_000;

async function inPortions<T>(
  rows: readonly T[],
  put: (some: readonly T[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += atOnce) await put(rows.slice(from, from + atOnce));
}

/** Writes households, parent carers, children and facts in large portions; gives each child by the caller's key. */
export async function bringOver(
  transaction: Transaction,
  given: Given,
): Promise<ReadonlyMap<string, { readonly childId: string; readonly householdId: string }>> {
  const placed = given.households.map((household) => ({
    ...household,
    householdId: household.id ?? newId(),
  }));
  const children = placed.flatMap((household) =>
    household.children.map((child) => ({ ...child, householdId: household.householdId, childId: newId() })),
  );
  await putHouseholds(
    transaction,
    given,
    placed.filter(({ id }) => id === null),
  );
  await inPortions(
    placed.flatMap(({ carers, householdId }) => carers.map((carer) => ({ ...carer, householdId }))),
    (some) =>
      transaction
        .insertInto('parent_carers')
        .values(
          some.map((carer) => ({
            authority_id: given.authorityId,
            id: newId(),
            household_id: carer.householdId,
            name: carer.name,
            relationship: carer.relationship,
            has_parental_responsibility: carer.hasParentalResponsibility,
            email: carer.email,
            phone: carer.phone,
            created_at: given.at,
            changed_at: given.at,
          })),
        )
        .execute(),
  );
  await inPortions(children, (some) =>
    transaction
      .insertInto('children')
      .values(
        some.map((child) => ({
          authority_id: given.authorityId,
          id: child.childId,
          household_id: child.householdId,
          given_name: child.givenName,
          family_name: child.familyName,
          born_on: child.bornOn,
          has_diagnosis: child.diagnosis === null ? null : true,
          diagnosis: child.diagnosis ?? '',
          created_at: given.at,
          changed_at: given.at,
        })),
      )
      .execute(),
  );
  await putFacts(transaction, given, children);
  return new Map(children.map(({ key, childId, householdId }) => [key, { childId, householdId }]));
}

async function putHouseholds(
  transaction: Transaction,
  given: Given,
  fresh: readonly (BroughtHousehold & { readonly householdId: string })[],
): Promise<void> {
  const lines = ({ address, district }: BroughtHousehold) => ({
    address_line_1: address.line1,
    address_line_2: address.line2,
    town: address.town,
    postcode: address.postcode,
    district,
  });
  await inPortions(fresh, async (some) => {
    await transaction
      .insertInto('households')
      .values(
        some.map((household) => ({
          authority_id: given.authorityId,
          id: household.householdId,
          ...lines(household),
          created_at: given.at,
          changed_at: given.at,
        })),
      )
      .execute();
    await transaction
      .insertInto('household_addresses')
      .values(
        some.map((household) => ({
          authority_id: given.authorityId,
          id: newId(),
          household_id: household.householdId,
          ...lines(household),
          from_on: given.saidOn,
          recorded_at: given.at,
        })),
      )
      .execute();
  });
}

async function putFacts(
  transaction: Transaction,
  given: Given,
  children: readonly (BroughtChild & { readonly childId: string; readonly householdId: string })[],
): Promise<void> {
  const facts = children.flatMap(({ childId, householdId, facts }) =>
    [...facts].map(([fact, answer]) => ({
      authority_id: given.authorityId,
      id: newId(),
      household_id: householdId,
      child_id: childId,
      fact,
      answer: JSON.stringify(answer),
      said_by: given.saidBy,
      said_on: given.saidOn,
      recorded_by: given.recordedBy,
      recorded_at: given.at,
    })),
  );
  await inPortions(facts, (some) =>
    transaction
      .insertInto('child_facts')
      .values([...some])
      .execute(),
  );
}

/** Takes over what another system says of a child by now: name, birthday, diagnosis. */
export async function changeBrought(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly childId: string;
    readonly child: Pick<BroughtChild, 'givenName' | 'familyName' | 'bornOn' | 'diagnosis'>;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const { child } = given;
  await transaction
    .updateTable('children')
    .set({
      given_name: child.givenName,
      family_name: child.familyName,
      born_on: child.bornOn,
      ...(child.diagnosis === null ? {} : { has_diagnosis: true, diagnosis: child.diagnosis }),
      changed_at: given.at,
    })
    .where('authority_id', '=', given.authorityId)
    .where('id', '=', given.childId)
    .execute();
}

/** Puts a parent carer of that name right, or adds them; an account that the carer has is left alone. */
export async function bringCarer(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly householdId: string;
    readonly carer: BroughtCarer;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const { authorityId, householdId, carer, at } = given;
  const columns = {
    relationship: carer.relationship,
    has_parental_responsibility: carer.hasParentalResponsibility,
    phone: carer.phone,
    changed_at: at,
  };
  const known = await transaction
    .selectFrom('parent_carers')
    .select(['id', 'person_id'])
    .where('authority_id', '=', authorityId)
    .where('household_id', '=', householdId)
    .where((where) => where(where.fn('lower', ['name']), '=', carer.name.toLowerCase()))
    .executeTakeFirst();
  if (known === undefined) {
    await transaction
      .insertInto('parent_carers')
      .values({
        authority_id: authorityId,
        id: newId(),
        household_id: householdId,
        name: carer.name,
        email: carer.email,
        created_at: at,
        ...columns,
      })
      .execute();
    return;
  }
  // Who has an account says their own e-mail address and telephone number.
  if (known.person_id !== null) return;
  await transaction
    .updateTable('parent_carers')
    .set({ ...columns, email: carer.email })
    .where('authority_id', '=', authorityId)
    .where('id', '=', known.id)
    .execute();
}
