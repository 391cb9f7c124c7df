import { newId } from '#kernel/id.ts';
import type { Json, Transaction } from '#platform/database/index.ts';
import type { Content } from '../domain/changes.ts';
import type { Draft } from '../domain/draft.ts';

/** A draft with who proposed it and when, and the number by which a decision names what it was taken on. */
export type KeptDraft = Draft & {
  readonly source: 'provider' | 'council' | 'import';
  readonly revision: number;
  readonly proposedBy: string | null;
  readonly byWords: string;
  readonly returnedBy: string | null;
  readonly proposedAt: Temporal.Instant;
};

const columns = [
  'slug',
  'provider_slug',
  'content',
  'changes',
  'waiting',
  'source',
  'revision',
  'proposed_by',
  'by_words',
  'returned_by',
  'proposed_at',
] as const;

type Row = {
  readonly slug: string;
  readonly provider_slug: string;
  readonly content: Json | null;
  readonly changes: Json;
  readonly waiting: number;
  readonly source: string;
  readonly revision: number;
  readonly proposed_by: string | null;
  readonly by_words: string;
  readonly returned_by: string | null;
  readonly proposed_at: Temporal.Instant;
};

/** Only this capability writes the columns, so their shape is trusted. */
function draft(row: Row): KeptDraft {
  return {
    slug: row.slug,
    providerSlug: row.provider_slug,
    content: row.content as Content | null,
    changes: row.changes as unknown as Draft['changes'],
    waiting: row.waiting,
    source: row.source === 'import' || row.source === 'council' ? row.source : 'provider',
    revision: row.revision,
    proposedBy: row.proposed_by,
    byWords: row.by_words,
    returnedBy: row.returned_by,
    proposedAt: row.proposed_at,
  };
}

type Named = { readonly authorityId: string; readonly slug: string };

/** The draft of a listing; null where nothing is proposed. */
export async function draftOf(transaction: Transaction, named: Named): Promise<KeptDraft | null> {
  if (!/^[a-z0-9-]{1,200}$/.test(named.slug)) return null;
  const row = await transaction
    .selectFrom('listing_drafts')
    .select(columns)
    .where('authority_id', '=', named.authorityId)
    .where('slug', '=', named.slug)
    .executeTakeFirst();
  return row === undefined ? null : draft(row);
}

/** Every draft of some providers, also what was returned, by slug. */
export async function draftsOfProviders(
  transaction: Transaction,
  of: { readonly authorityId: string; readonly providers: readonly string[] },
): Promise<readonly KeptDraft[]> {
  if (of.providers.length === 0) return [];
  const rows = await transaction
    .selectFrom('listing_drafts')
    .select(columns)
    .where('authority_id', '=', of.authorityId)
    .where('provider_slug', 'in', [...of.providers])
    .orderBy('slug')
    .execute();
  return rows.map(draft);
}

/** The drafts that wait for the council, those that wait longest first: at most `limit`. */
export async function waitingDrafts(
  transaction: Transaction,
  asked: { readonly authorityId: string; readonly limit: number },
): Promise<readonly KeptDraft[]> {
  const rows = await transaction
    .selectFrom('listing_drafts')
    .select(columns)
    .where('authority_id', '=', asked.authorityId)
    .where('waiting', '>', 0)
    .orderBy('proposed_at')
    .orderBy('slug')
    .limit(asked.limit)
    .execute();
  return rows.map(draft);
}

/** How many drafts wait for the council, and since when the longest does. */
export async function countWaiting(
  transaction: Transaction,
  authorityId: string,
): Promise<{ readonly count: number; readonly since: Temporal.Instant | null }> {
  const row = await transaction
    .selectFrom('listing_drafts')
    .select((select) => [select.fn.countAll<number>().as('count'), select.fn.min('proposed_at').as('since')])
    .where('authority_id', '=', authorityId)
    .where('waiting', '>', 0)
    .executeTakeFirstOrThrow();
  return { count: Number(row.count), since: row.since };
}

/** Keeps a draft in the place of the one before, with the next number. Call it with the listing locked. */
export async function saveDraft(
  transaction: Transaction,
  given: { readonly authorityId: string; readonly draft: Omit<KeptDraft, 'revision'> },
): Promise<void> {
  const { draft: kept } = given;
  const row = {
    provider_slug: kept.providerSlug,
    content: kept.content === null ? null : JSON.stringify(kept.content),
    changes: JSON.stringify(kept.changes),
    waiting: kept.waiting,
    source: kept.source,
    proposed_by: kept.proposedBy,
    by_words: kept.byWords,
    returned_by: kept.returnedBy,
    proposed_at: kept.proposedAt,
  };
  await transaction
    .insertInto('listing_drafts')
    .values({ authority_id: given.authorityId, slug: kept.slug, id: newId(), ...row })
    .onConflict((conflict) =>
      conflict
        .columns(['authority_id', 'slug'])
        .doUpdateSet((set) => ({ ...row, revision: set('listing_drafts.revision', '+', 1) })),
    )
    .execute();
}

/** Takes a draft away: everything in it is decided. */
export async function removeDraft(transaction: Transaction, named: Named): Promise<void> {
  await transaction
    .deleteFrom('listing_drafts')
    .where('authority_id', '=', named.authorityId)
    .where('slug', '=', named.slug)
    .execute();
}
