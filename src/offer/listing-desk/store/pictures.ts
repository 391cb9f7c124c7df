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

/**
 * Lets everybody see these pictures of a listing, which a version shows that is published, and none of its others: a
 * picture that was taken out, perhaps since a family took back its yes, is not to be had by its address either.
 */
export async function showPictures(
  transaction: Transaction,
  shown: {
    readonly authorityId: string;
    readonly slug: string;
    readonly ids: readonly string[];
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const ofListing = transaction
    .updateTable('listing_pictures')
    .where('authority_id', '=', shown.authorityId)
    .where('slug', '=', shown.slug);
  const others = ofListing.set({ published_at: null }).where('published_at', 'is not', null);
  if (shown.ids.length === 0) {
    await others.execute();
    return;
  }
  await others.where('id', 'not in', [...shown.ids]).execute();
  await ofListing
    .set({ published_at: shown.at })
    .where('id', 'in', [...shown.ids])
    .where('published_at', 'is', null)
    .execute();
}
