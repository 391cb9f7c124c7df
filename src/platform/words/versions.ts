import { newId } from '#kernel/id.ts';
import type { Transaction } from '#platform/database/index.ts';
import type { Words } from './template.ts';

/** Words as somebody of the council has published them. */
export type PublishedWords = Words & {
  readonly id: string;
  readonly note: string;
  readonly publishedAt: Temporal.Instant;
  readonly publishedByName: string;
};

/** Every published version of a template's words, newest first. */
export async function publishedVersions(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly templateId: string },
): Promise<readonly PublishedWords[]> {
  const rows = await transaction
    .selectFrom('word_versions')
    .selectAll()
    .where('authority_id', '=', wanted.authorityId)
    .where('template_id', '=', wanted.templateId)
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    subject: row.subject,
    body: row.body,
    note: row.note,
    publishedAt: row.published_at,
    publishedByName: row.published_by_name,
  }));
}

/** The newest version published at or before a moment; null where there is none. */
export async function versionAt(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly templateId: string; readonly at: Temporal.Instant },
): Promise<Words | null> {
  const row = await transaction
    .selectFrom('word_versions')
    .select(['subject', 'body'])
    .where('authority_id', '=', wanted.authorityId)
    .where('template_id', '=', wanted.templateId)
    .where('published_at', '<=', wanted.at)
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

/** Adds a version; it holds from its moment on. */
export async function insertVersion(
  transaction: Transaction,
  given: Words & {
    readonly authorityId: string;
    readonly templateId: string;
    readonly note: string;
    readonly at: Temporal.Instant;
    readonly by: { readonly id: string; readonly name: string };
  },
): Promise<void> {
  await transaction
    .insertInto('word_versions')
    .values({
      authority_id: given.authorityId,
      id: newId(),
      template_id: given.templateId,
      subject: given.subject,
      body: given.body,
      note: given.note,
      published_at: given.at,
      published_by: given.by.id,
      published_by_name: given.by.name,
    })
    .execute();
}
