import { pence } from '#kernel/money.ts';
import type { Transaction } from '#platform/database/index.ts';
import type { AwardSummary } from '../domain/award.ts';

/**
 * The awards of the households that a signed-in person belongs to, newest first, with the children's names:
 * what the account page shows. Two parents with an account each see the same.
 */
export async function awardsOfPerson(
  transaction: Transaction,
  whose: { readonly authorityId: string; readonly personId: string },
): Promise<readonly AwardSummary[]> {
  const rows = await transaction
    .selectFrom('awards as a')
    .innerJoin('household_accounts as h', (join) =>
      join.onRef('h.authority_id', '=', 'a.authority_id').onRef('h.household_id', '=', 'a.household_id'),
    )
    .innerJoin('children as c', (join) =>
      join.onRef('c.authority_id', '=', 'a.authority_id').onRef('c.id', '=', 'a.child_id'),
    )
    .select([
      'a.id',
      'a.reference',
      'a.amount_pence',
      'a.minutes',
      'a.nights',
      'a.per',
      'a.financial_year',
      'a.starts_on',
      'a.ends_on',
      'a.review_on',
      'c.given_name',
      'c.family_name',
    ])
    .where('a.authority_id', '=', whose.authorityId)
    .where('h.person_id', '=', whose.personId)
    .orderBy('a.starts_on', 'desc')
    .orderBy('a.id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    amount: row.amount_pence === null ? null : pence(row.amount_pence),
    minutes: row.minutes,
    nights: row.nights,
    per: row.per as AwardSummary['per'],
    financialYear: row.financial_year,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    reviewOn: row.review_on,
    childName: `${row.given_name} ${row.family_name}`,
    letterPath: `/account/awards/${row.id}`,
  }));
}
