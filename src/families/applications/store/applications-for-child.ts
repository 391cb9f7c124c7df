import { sql } from 'kysely';
import { ofChild, type Transaction } from '#platform/database/index.ts';
import type { Application } from '../domain/application.ts';
import { toApplication } from './applications.ts';

type ChildAndYear = {
  readonly authorityId: string;
  readonly schemeId: string;
  readonly childId: string;
  readonly grantYear: string;
};

/** The application that was sent for a child in a year, if there is one that was not withdrawn. */
export async function applicationForChild(
  transaction: Transaction,
  wanted: ChildAndYear,
): Promise<Application | null> {
  const row = await transaction
    .selectFrom('applications')
    .selectAll()
    .where('authority_id', '=', wanted.authorityId)
    .where('scheme_id', '=', wanted.schemeId)
    .where(ofChild('child_id', wanted))
    .where('grant_year', '=', wanted.grantYear)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst();
  return row === undefined ? null : toApplication(row);
}

/** The application that was sent for a child in a year, or else a draft that names this child. */
export async function openApplicationFor(
  transaction: Transaction,
  wanted: ChildAndYear,
): Promise<Application | null> {
  const sent = await applicationForChild(transaction, wanted);
  if (sent !== null) return sent;
  const row = await transaction
    .selectFrom('applications')
    .selectAll()
    .where('authority_id', '=', wanted.authorityId)
    .where('state', '=', 'draft')
    .where('scheme_id', '=', wanted.schemeId)
    .where(sql`answers -> 'child' ->> 'childId'`, '=', wanted.childId)
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  return row === undefined ? null : toApplication(row);
}
