import { newId } from '#kernel/id.ts';
import type { Json, Transaction } from '#platform/database/index.ts';

/** What became of a version: families read it, it waits, it was not approved, or it left the directory. */
export type VersionState = 'published' | 'proposed' | 'returned' | 'withdrawn';

export type Version = {
  readonly id: string;
  readonly slug: string;
  readonly state: VersionState;
  readonly content: Json;
  readonly shown: { readonly from: Temporal.PlainDate | null; readonly until: Temporal.PlainDate | null };
  readonly why: string | null;
  readonly byWords: string;
  readonly madeAt: Temporal.Instant;
};

export type NewVersion = Omit<Version, 'id'> & {
  readonly authorityId: string;
  readonly providerSlug: string;
  readonly hash: string;
  readonly personId: string | null;
};

/** Adds a version. With `isFirst` it is what the directory said before anybody changed it here, and kept once. */
export async function addVersion(
  transaction: Transaction,
  version: NewVersion,
  { isFirst = false }: { readonly isFirst?: boolean } = {},
): Promise<void> {
  await transaction
    .insertInto('listing_versions')
    .values({
      authority_id: version.authorityId,
      id: newId(),
      slug: version.slug,
      provider_slug: version.providerSlug,
      state: version.state,
      content: JSON.stringify(version.content),
      content_hash: version.hash,
      shown_from: version.shown.from,
      shown_until: version.shown.until,
      why: version.why,
      person_id: version.personId,
      by_words: version.byWords,
      made_at: version.madeAt,
      is_first: isFirst,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const columns = [
  'id',
  'slug',
  'state',
  'content',
  'shown_from',
  'shown_until',
  'why',
  'by_words',
  'made_at',
] as const;

type Row = {
  readonly id: string;
  readonly slug: string;
  readonly state: string;
  readonly content: Json;
  readonly shown_from: Temporal.PlainDate | null;
  readonly shown_until: Temporal.PlainDate | null;
  readonly why: string | null;
  readonly by_words: string;
  readonly made_at: Temporal.Instant;
};

const states: readonly VersionState[] = ['published', 'proposed', 'returned', 'withdrawn'];

function version(row: Row): Version {
  return {
    id: row.id,
    slug: row.slug,
    state: states.find((state) => state === row.state) ?? 'published',
    content: row.content,
    shown: { from: row.shown_from, until: row.shown_until },
    why: row.why,
    byWords: row.by_words,
    madeAt: row.made_at,
  };
}

/** Every version of a listing, the newest first. */
export async function versionsOf(
  transaction: Transaction,
  named: { readonly authorityId: string; readonly slug: string },
): Promise<readonly Version[]> {
  const rows = await transaction
    .selectFrom('listing_versions')
    .select(columns)
    .where('authority_id', '=', named.authorityId)
    .where('slug', '=', named.slug)
    .orderBy('is_first')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(version);
}
