import { newId } from '#kernel/id.ts';
import { type Pence, pence } from '#kernel/money.ts';
import { recordCommitment } from '#money/ledger/index.ts';
import type { Transaction } from '#platform/database/index.ts';
import type { Award } from './domain/award.ts';
import { type NewAward, recordAward } from './store/awards.ts';

/** A household with a child and one signed-in parent, made up for tests and measurements. */
export type HouseholdExample = { readonly householdId: string; readonly childId: string };

/** Adds a household with one child to the register. The person named has its account. */
export async function exampleHousehold(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly personId: string | null;
    readonly at: Temporal.Instant;
    readonly givenName?: string;
    readonly familyName?: string;
    readonly bornOn?: string;
    readonly postcode?: string;
    readonly email?: string;
  },
): Promise<HouseholdExample> {
  const { authorityId, at } = given;
  const [householdId, childId] = [newId(), newId()];
  const stamped = { authority_id: authorityId, created_at: at, changed_at: at };
  await transaction
    .insertInto('households')
    .values({
      ...stamped,
      id: householdId,
      address_line_1: '1 High Street',
      town: 'Chatham',
      postcode: given.postcode ?? 'ME4 4AA',
    })
    .execute();
  await transaction
    .insertInto('parent_carers')
    .values({
      ...stamped,
      id: newId(),
      household_id: householdId,
      person_id: given.personId,
      name: 'Amira Khan',
      relationship: 'mother',
      has_parental_responsibility: true,
      email: given.email ?? null,
    })
    .execute();
  if (given.personId !== null)
    await transaction
      .insertInto('household_accounts')
      .values({ authority_id: authorityId, household_id: householdId, person_id: given.personId, since: at })
      .execute();
  await transaction
    .insertInto('children')
    .values({
      ...stamped,
      id: childId,
      household_id: householdId,
      given_name: given.givenName ?? 'Zayn',
      family_name: given.familyName ?? 'Khan',
      born_on: Temporal.PlainDate.from(given.bornOn ?? '2019-05-01'),
    })
    .execute();
  return { householdId, childId };
}

/** Records an award as a panel or a plan grants it, with its money promised from a fund where one is named. */
export async function exampleAward(
  transaction: Transaction,
  given: HouseholdExample & {
    readonly authorityId: string;
    readonly at: Temporal.Instant;
    readonly startsOn: string;
    readonly endsOn: string;
    readonly fund?: string;
    readonly promised?: Pence;
  } & Partial<Omit<NewAward, 'startsOn' | 'endsOn'>>,
): Promise<Award> {
  const { startsOn, endsOn, fund, promised, at, ...rest } = given;
  const starts = Temporal.PlainDate.from(startsOn);
  const award = await recordAward(transaction, {
    by: { source: 'panel', sourceId: newId() },
    granted: { amount: pence(100_000) },
    reviewOn: starts.add({ months: 4 }),
    ...rest,
    startsOn: starts,
    endsOn: Temporal.PlainDate.from(endsOn),
    at,
  });
  if (fund !== undefined)
    await recordCommitment(transaction, {
      authorityId: given.authorityId,
      fund,
      amount: promised ?? award.amount ?? pence(1),
      awardId: award.id,
      childId: award.childId,
      datedOn: starts,
      recordedAt: at,
      recordedBy: null,
    });
  return award;
}
