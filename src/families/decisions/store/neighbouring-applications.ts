import { sql } from 'kysely';
import { recordsOfChildren, type Transaction } from '#platform/database/index.ts';

/** An application for one of some children, as a neighbouring case is told of it. */
export type NeighbouringApplication = {
  readonly id: string;
  readonly reference: string;
  readonly childId: string;
  readonly householdId: string;
  readonly grantYear: string;
  readonly state: string;
  readonly sentAt: Temporal.Instant | null;
};

/** The applications that were sent for these children, newest first. */
export async function applicationsOfChildren(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly childIds: readonly string[] },
): Promise<readonly NeighbouringApplication[]> {
  if (wanted.childIds.length === 0) return [];
  const records = await recordsOfChildren(transaction, wanted);
  const rows = await transaction
    .selectFrom('applications')
    .select(['id', 'reference', 'child_id', 'household_id', 'grant_year', 'state', 'sent_at'])
    .where('authority_id', '=', wanted.authorityId)
    .where('child_id', 'in', [...records.keys()])
    .where('state', 'in', ['sent', 'more-asked', 'waiting', 'referred', 'decided'])
    .orderBy('sent_at', 'desc')
    .execute();
  return rows.flatMap((row) =>
    row.child_id === null || row.household_id === null
      ? []
      : [
          {
            id: row.id,
            reference: row.reference,
            childId: records.get(row.child_id) ?? row.child_id,
            householdId: row.household_id,
            grantYear: row.grant_year,
            state: row.state,
            sentAt: row.sent_at,
          },
        ],
  );
}

/** How to reach the person who applied. */
export async function applicantOf(
  transaction: Transaction,
  named: { readonly authorityId: string; readonly personId: string },
): Promise<{ readonly id: string; readonly name: string; readonly email: string } | null> {
  const row = await transaction
    .selectFrom('people')
    .select(['id', 'name', 'email'])
    .where('authority_id', '=', named.authorityId)
    .where('id', '=', named.personId)
    .executeTakeFirst();
  return row ?? null;
}

/** Which of these applications are for a child who has the first name of another child at the same postcode. */
export async function withNamesakeNearby(
  transaction: Transaction,
  asked: { readonly authorityId: string; readonly applicationIds: readonly string[] },
): Promise<ReadonlySet<string>> {
  if (asked.applicationIds.length === 0) return new Set();
  const rows = await transaction
    .selectFrom('applications as a')
    .innerJoin('children as c', (join) =>
      join.onRef('c.authority_id', '=', 'a.authority_id').onRef('c.id', '=', 'a.child_id'),
    )
    .innerJoin('households as h', (join) =>
      join.onRef('h.authority_id', '=', 'c.authority_id').onRef('h.id', '=', 'c.household_id'),
    )
    .innerJoin('households as near', (join) =>
      join.onRef('near.authority_id', '=', 'h.authority_id').onRef('near.postcode', '=', 'h.postcode'),
    )
    .innerJoin('children as other', (join) =>
      join
        .onRef('other.authority_id', '=', 'near.authority_id')
        .onRef('other.household_id', '=', 'near.id')
        .onRef('other.id', '<>', 'c.id'),
    )
    .select('a.id')
    .distinct()
    .where('a.authority_id', '=', asked.authorityId)
    .where('a.id', 'in', [...asked.applicationIds])
    .where(sql<boolean>`lower(other.given_name) = lower(c.given_name)`)
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** Locks all applications of a household, in the order of their identifiers, until the transaction ends. */
export async function lockApplicationsOfHousehold(
  transaction: Transaction,
  of: { readonly authorityId: string; readonly householdId: string },
): Promise<void> {
  await transaction
    .selectFrom('applications')
    .select('id')
    .where('authority_id', '=', of.authorityId)
    .where('household_id', '=', of.householdId)
    .orderBy('id')
    .forUpdate()
    .execute();
}
