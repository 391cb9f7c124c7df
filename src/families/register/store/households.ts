import { sql } from 'kysely';
import type { Transaction } from '#platform/database/index.ts';
import type { Child, Household, ParentCarer } from '../domain/register.ts';
import { barredAddresses } from './barred.ts';
import { householdsSharingAChild } from './child-homes.ts';

type Named = { readonly authorityId: string; readonly householdId: string };

/**
 * The household that a signed-in person's account belongs to, if there is one yet. With `forChange`, whoever
 * else wants to change it waits until the transaction ends: of two tabs that send their first form at once,
 * the second then finds the household that the first has made; of two parents, the second finds the child.
 */
export async function householdOfPerson(
  transaction: Transaction,
  whose: { readonly authorityId: string; readonly personId: string; readonly forChange?: boolean },
): Promise<Household | null> {
  const { authorityId, personId, forChange = false } = whose;
  if (forChange) await waitForTurn(transaction, `account ${authorityId} ${personId}`);
  const account = await transaction
    .selectFrom('household_accounts')
    .select('household_id')
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .orderBy('since')
    .executeTakeFirst();
  if (account === undefined) return null;
  const householdId = account.household_id;
  if (forChange) await waitForTurn(transaction, `household ${authorityId} ${householdId}`);
  return householdWith(transaction, { authorityId, householdId });
}

/** Waits until nobody else holds the name, and holds it until the transaction ends. */
async function waitForTurn(transaction: Transaction, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(transaction);
}

/** A household with its children and parent carers. */
export async function householdWith(transaction: Transaction, named: Named): Promise<Household | null> {
  const row = await transaction
    .selectFrom('households')
    .selectAll()
    .where('authority_id', '=', named.authorityId)
    .where('id', '=', named.householdId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    address: { line1: row.address_line_1, line2: row.address_line_2, town: row.town, postcode: row.postcode },
    district: row.district,
    children: await childrenOf(transaction, named),
    parentCarers: await parentCarersOf(transaction, named),
  };
}

/** The children of a household, oldest first: also a record that was merged into another of them. */
export async function childrenOf(transaction: Transaction, named: Named): Promise<readonly Child[]> {
  const rows = await transaction
    .selectFrom('children')
    .selectAll()
    .where('authority_id', '=', named.authorityId)
    .where('household_id', '=', named.householdId)
    .orderBy('born_on')
    .orderBy('id')
    .execute();
  return rows.map(toChild);
}

type ChildRow = {
  readonly id: string;
  readonly household_id: string;
  readonly given_name: string;
  readonly family_name: string;
  readonly born_on: Temporal.PlainDate;
  readonly has_diagnosis: boolean | null;
  readonly diagnosis: string;
  readonly merged_into: string | null;
};

export function toChild(row: ChildRow): Child {
  return {
    id: row.id,
    householdId: row.household_id,
    givenName: row.given_name,
    familyName: row.family_name,
    bornOn: row.born_on,
    hasDiagnosis: row.has_diagnosis,
    diagnosis: row.diagnosis,
    ...(row.merged_into === null ? {} : { mergedInto: row.merged_into }),
  };
}

async function parentCarersOf(transaction: Transaction, named: Named): Promise<readonly ParentCarer[]> {
  const rows = await transaction
    .selectFrom('parent_carers')
    .selectAll()
    .where('authority_id', '=', named.authorityId)
    .where('household_id', '=', named.householdId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    name: row.name,
    relationship: row.relationship,
    hasParentalResponsibility: row.has_parental_responsibility,
    email: row.email,
    phone: row.phone,
  }));
}

type KnownAdult = {
  readonly personId: string | null;
  readonly name: string;
  readonly email: string | null;
};

/**
 * The names and e-mail addresses of everybody a household belongs to: its parent carers and its accounts. Adults
 * whom an order bars from a child of the household are not among them: nobody writes to them by mistake.
 */
export async function peopleOfHousehold(
  transaction: Transaction,
  named: Named,
): Promise<readonly KnownAdult[]> {
  const everybody = await everybodyOf(transaction, {
    authorityId: named.authorityId,
    householdIds: [named.householdId],
  });
  const barred = await barredAddresses(transaction, named);
  return everybody.filter(({ email }) => email === null || !barred.has(email.toLowerCase()));
}

/**
 * Everybody who belongs to a household or to the other home of one of its children, also who is barred: whoever
 * is like one of them at work is kept away from the case.
 */
export async function peopleAround(transaction: Transaction, named: Named): Promise<readonly KnownAdult[]> {
  const { authorityId, householdId } = named;
  const shared = await householdsSharingAChild(transaction, { authorityId, householdIds: [householdId] });
  return everybodyOf(transaction, { authorityId, householdIds: [householdId, ...shared] });
}

async function everybodyOf(
  transaction: Transaction,
  of: { readonly authorityId: string; readonly householdIds: readonly string[] },
): Promise<readonly KnownAdult[]> {
  const carers = await transaction
    .selectFrom('parent_carers')
    .select(['person_id as personId', 'name', 'email'])
    .where('authority_id', '=', of.authorityId)
    .where('household_id', 'in', [...of.householdIds])
    .execute();
  const accounts = await transaction
    .selectFrom('household_accounts as h')
    .innerJoin('people as p', (join) =>
      join.onRef('p.authority_id', '=', 'h.authority_id').onRef('p.id', '=', 'h.person_id'),
    )
    .select(['p.id as personId', 'p.name', 'p.email'])
    .where('h.authority_id', '=', of.authorityId)
    .where('h.household_id', 'in', [...of.householdIds])
    .execute();
  return [...carers, ...accounts];
}
