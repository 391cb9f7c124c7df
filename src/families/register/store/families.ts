import type { Transaction } from '#platform/database/index.ts';

type Account = {
  readonly authorityId: string;
  readonly householdId: string;
  readonly personId: string;
};

/** Whether an account belongs to a household, as far as this connection may know: a barred one does not. */
export async function belongsToHousehold(transaction: Transaction, account: Account): Promise<boolean> {
  const row = await transaction
    .selectFrom('household_accounts')
    .select('since')
    .where('authority_id', '=', account.authorityId)
    .where('household_id', '=', account.householdId)
    .where('person_id', '=', account.personId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Lets an account into a household. Whether it may is said by whoever calls, and by the database. */
export async function letIn(
  transaction: Transaction,
  account: Account & { readonly at: Temporal.Instant },
): Promise<void> {
  await transaction
    .insertInto('household_accounts')
    .values({
      authority_id: account.authorityId,
      household_id: account.householdId,
      person_id: account.personId,
      since: account.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The accounts of a household with name and address; on a family's connection only its own. */
export async function accountsOf(
  transaction: Transaction,
  of: Omit<Account, 'personId'>,
): Promise<readonly { readonly id: string; readonly name: string; readonly email: string }[]> {
  return transaction
    .selectFrom('household_accounts as h')
    .innerJoin('people as p', (join) =>
      join.onRef('p.authority_id', '=', 'h.authority_id').onRef('p.id', '=', 'h.person_id'),
    )
    .select(['p.id', 'p.name', 'p.email'])
    .where('h.authority_id', '=', of.authorityId)
    .where('h.household_id', '=', of.householdId)
    .orderBy('h.since')
    .execute();
}

/** The family account of an e-mail address; null where nobody has signed in with it. */
export async function familyAccount(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly email: string },
): Promise<{ readonly id: string; readonly name: string } | null> {
  const row = await transaction
    .selectFrom('people')
    .select(['id', 'name'])
    .where('authority_id', '=', wanted.authorityId)
    .where('kind', '=', 'family')
    .where((where) => where(where.fn('lower', ['email']), '=', wanted.email.toLowerCase()))
    .executeTakeFirst();
  return row ?? null;
}

type Carer = { readonly authorityId: string; readonly householdId: string };

/** Says which account a parent carer is, or adds them as one; the account then is theirs. */
export async function nameAsCarer(
  transaction: Transaction,
  given: Carer & {
    readonly id: string;
    readonly personId: string;
    readonly name: string;
    readonly email: string;
    readonly relationship: string;
    readonly hasParentalResponsibility: boolean;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const named = await transaction
    .updateTable('parent_carers')
    .set({ person_id: given.personId, email: given.email, changed_at: given.at })
    .where('authority_id', '=', given.authorityId)
    .where('household_id', '=', given.householdId)
    .where('person_id', 'is', null)
    .where((where) => where(where.fn('lower', ['name']), '=', given.name.toLowerCase()))
    .returning('id')
    .executeTakeFirst();
  if (named !== undefined) {
    if (given.hasParentalResponsibility)
      await setResponsibility(transaction, { ...given, carerId: named.id, has: true });
    return;
  }
  await transaction
    .insertInto('parent_carers')
    .values({
      authority_id: given.authorityId,
      id: given.id,
      household_id: given.householdId,
      person_id: given.personId,
      name: given.name,
      relationship: given.relationship,
      has_parental_responsibility: given.hasParentalResponsibility,
      email: given.email,
      created_at: given.at,
      changed_at: given.at,
    })
    .execute();
}

/** Records that a carer holds parental responsibility, or does not; gives whether there was such a carer. */
export async function setResponsibility(
  transaction: Transaction,
  given: Carer & { readonly carerId: string; readonly has: boolean; readonly at: Temporal.Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('parent_carers')
    .set({ has_parental_responsibility: given.has, changed_at: given.at })
    .where('authority_id', '=', given.authorityId)
    .where('household_id', '=', given.householdId)
    .where('id', '=', given.carerId)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
