import { sql } from 'kysely';
import type { Transaction } from '#platform/database/index.ts';
import type { Content, Version, VersionLine } from '../domain/statement.ts';
import type { By } from './drafts.ts';

/** Every published version, newest first. */
export async function versionLines(
  transaction: Transaction,
  authorityId: string,
): Promise<readonly VersionLine[]> {
  const rows = await transaction
    .selectFrom('statement_versions')
    .select(['number', 'published_on', 'review_by'])
    .where('authority_id', '=', authorityId)
    .orderBy('number', 'desc')
    .execute();
  return rows.map((row) => ({
    number: row.number,
    publishedOn: row.published_on,
    reviewBy: row.review_by,
  }));
}

/** A version by its number, or the newest; null where there is none. */
export async function versionOf(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly number?: number },
): Promise<Version | null> {
  const row = await transaction
    .selectFrom('statement_versions')
    .select(['number', 'published_on', 'review_by', 'content'])
    .where('authority_id', '=', wanted.authorityId)
    .$if(wanted.number !== undefined, (query) => query.where('number', '=', wanted.number ?? 0))
    .orderBy('number', 'desc')
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    number: row.number,
    publishedOn: row.published_on,
    reviewBy: row.review_by,
    // Written by this program in `insertVersion`, and never changed.
    content: row.content as unknown as Content,
  };
}

/** Adds a version: from now on it can be read and never changed. */
export async function insertVersion(
  transaction: Transaction,
  version: Version & { readonly authorityId: string; readonly by: By },
): Promise<void> {
  await transaction
    .insertInto('statement_versions')
    .values({
      authority_id: version.authorityId,
      number: version.number,
      published_on: version.publishedOn,
      review_by: version.reviewBy,
      content: JSON.stringify(version.content),
      published_by: version.by.id,
      published_by_name: version.by.name,
      published_at: version.by.at,
    })
    .execute();
}

/** Notes that people were told of a review; false where they were told already. */
export async function noteReminder(
  transaction: Transaction,
  told: {
    readonly authorityId: string;
    readonly number: number;
    readonly step: string;
    readonly at: Temporal.Instant;
  },
): Promise<boolean> {
  const rows = await transaction
    .insertInto('statement_reminders')
    .values({
      authority_id: told.authorityId,
      version_number: told.number,
      step: told.step,
      told_at: told.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('step')
    .execute();
  return rows.length > 0;
}

/** Practitioners with one of the roles who may still sign in, by name. */
export async function practitionersWith(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly roles: readonly string[] },
): Promise<readonly { readonly id: string; readonly name: string; readonly email: string }[]> {
  return transaction
    .selectFrom('people')
    .select(['id', 'name', 'email'])
    .where('authority_id', '=', wanted.authorityId)
    .where('kind', '=', 'practitioner')
    .where('disabled_at', 'is', null)
    .where(sql<boolean>`roles && ${[...wanted.roles]}::text[]`)
    .orderBy('name')
    .execute();
}
