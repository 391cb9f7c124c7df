import type { Transaction } from '#platform/database/index.ts';

type Named = { readonly authorityId: string; readonly id: string };

/** Records a picture whose file is stored. */
export async function addPicture(
  transaction: Transaction,
  picture: Named & {
    readonly slug: string;
    readonly providerSlug: string;
    readonly mediaType: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly personId: string;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await transaction
    .insertInto('listing_pictures')
    .values({
      authority_id: picture.authorityId,
      id: picture.id,
      slug: picture.slug,
      provider_slug: picture.providerSlug,
      media_type: picture.mediaType,
      bytes: picture.bytes,
      sha256: picture.sha256,
      added_by: picture.personId,
      added_at: picture.at,
    })
    .execute();
}

/** The kind of a picture that whoever asks may see, and whether everybody may; null where there is none. */
export async function pictureBy(
  transaction: Transaction,
  named: Named,
): Promise<{ readonly mediaType: string; readonly isPublished: boolean } | null> {
  const row = await transaction
    .selectFrom('listing_pictures')
    .select(['media_type', 'published_at'])
    .where('authority_id', '=', named.authorityId)
    .where('id', '=', named.id)
    .executeTakeFirst();
  return row === undefined ? null : { mediaType: row.media_type, isPublished: row.published_at !== null };
}

/** Lets everybody see pictures, once a version that shows them is published. */
export async function publishPictures(
  transaction: Transaction,
  published: {
    readonly authorityId: string;
    readonly slug: string;
    readonly ids: readonly string[];
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  if (published.ids.length === 0) return;
  await transaction
    .updateTable('listing_pictures')
    .set({ published_at: published.at })
    .where('authority_id', '=', published.authorityId)
    .where('slug', '=', published.slug)
    .where('id', 'in', [...published.ids])
    .where('published_at', 'is', null)
    .execute();
}
