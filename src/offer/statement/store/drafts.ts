import { newId } from '#kernel/id.ts';
import type { Transaction } from '#platform/database/index.ts';
import type { Variant } from '../domain/statement.ts';

/** A version in the making. */
export type Draft = {
  readonly number: number;
  readonly begunByName: string;
  readonly begunAt: Temporal.Instant;
};

/** One saving of a section's text. */
export type Revision = {
  readonly section: string;
  readonly variant: Variant;
  readonly revision: number;
  readonly words: string;
  readonly picture: string | null;
  readonly byName: string;
  readonly at: Temporal.Instant;
};

/** Who does something to a draft, and when. */
export type By = { readonly id: string; readonly name: string; readonly at: Temporal.Instant };

type Which = { readonly authorityId: string; readonly number: number };

/** The draft that is being written: the one whose version is not published. Null where there is none. */
export async function openDraft(transaction: Transaction, authorityId: string): Promise<Draft | null> {
  const row = await transaction
    .selectFrom('statement_drafts as d')
    .select(['d.number', 'd.begun_by_name', 'd.begun_at'])
    .where('d.authority_id', '=', authorityId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('statement_versions as v')
            .select('v.number')
            .whereRef('v.authority_id', '=', 'd.authority_id')
            .whereRef('v.number', '=', 'd.number'),
        ),
      ),
    )
    .orderBy('d.number', 'desc')
    .executeTakeFirst();
  return row === undefined
    ? null
    : { number: row.number, begunByName: row.begun_by_name, begunAt: row.begun_at };
}

/** Begins a draft. */
export async function insertDraft(
  transaction: Transaction,
  draft: Which & { readonly by: By },
): Promise<void> {
  await transaction
    .insertInto('statement_drafts')
    .values({
      authority_id: draft.authorityId,
      number: draft.number,
      begun_by: draft.by.id,
      begun_by_name: draft.by.name,
      begun_at: draft.by.at,
    })
    .execute();
}

/** Every saving of a draft's texts, newest first. */
export async function revisionsOf(transaction: Transaction, which: Which): Promise<readonly Revision[]> {
  const rows = await transaction
    .selectFrom('statement_texts')
    .selectAll()
    .where('authority_id', '=', which.authorityId)
    .where('draft_number', '=', which.number)
    .orderBy('revision', 'desc')
    .execute();
  return rows.map((row) => ({
    section: row.section,
    variant: row.variant === 'easy-read' ? 'easy-read' : 'words',
    revision: row.revision,
    words: row.words,
    picture: row.picture,
    byName: row.written_by_name,
    at: row.written_at,
  }));
}

/** Adds a saving. Refused by the database where somebody else has just added the same revision. */
export async function insertRevision(
  transaction: Transaction,
  text: Which &
    Pick<Revision, 'section' | 'variant' | 'revision' | 'words' | 'picture'> & { readonly by: By },
): Promise<void> {
  await transaction
    .insertInto('statement_texts')
    .values({
      authority_id: text.authorityId,
      draft_number: text.number,
      section: text.section,
      variant: text.variant,
      revision: text.revision,
      words: text.words,
      picture: text.picture,
      written_by: text.by.id,
      written_by_name: text.by.name,
      written_at: text.by.at,
    })
    .execute();
}

/** The newest reason for each gap of a draft; a reason that was taken back is not there. */
export async function gapReasons(
  transaction: Transaction,
  which: Which,
): Promise<ReadonlyMap<string, string>> {
  const rows = await transaction
    .selectFrom('statement_gap_reasons')
    .select(['duty', 'because'])
    .where('authority_id', '=', which.authorityId)
    .where('draft_number', '=', which.number)
    .orderBy('written_at')
    .orderBy('id')
    .execute();
  const newest = new Map(rows.map(({ duty, because }) => [duty, because]));
  return new Map([...newest].filter(([, because]) => because !== ''));
}

/** Adds a reason; an empty one takes the earlier back. */
export async function insertGapReason(
  transaction: Transaction,
  reason: Which & { readonly duty: string; readonly because: string; readonly by: By },
): Promise<void> {
  await transaction
    .insertInto('statement_gap_reasons')
    .values({
      authority_id: reason.authorityId,
      id: newId(),
      draft_number: reason.number,
      duty: reason.duty,
      because: reason.because,
      written_by: reason.by.id,
      written_by_name: reason.by.name,
      written_at: reason.by.at,
    })
    .execute();
}

/** A signature under words of a fingerprint. */
export type SignatureRow = {
  readonly fingerprint: string;
  readonly personId: string;
  readonly name: string;
  readonly as: string;
  readonly at: Temporal.Instant;
};

/** Every signature that was ever put under a draft, in order. */
export async function signaturesOf(transaction: Transaction, which: Which): Promise<readonly SignatureRow[]> {
  const rows = await transaction
    .selectFrom('statement_signatures')
    .selectAll()
    .where('authority_id', '=', which.authorityId)
    .where('draft_number', '=', which.number)
    .orderBy('signed_at')
    .execute();
  return rows.map((row) => ({
    fingerprint: row.fingerprint,
    personId: row.signed_by,
    name: row.signed_by_name,
    as: row.signed_as,
    at: row.signed_at,
  }));
}

/** Adds a signature; the same person's second under the same words changes nothing. */
export async function insertSignature(
  transaction: Transaction,
  signature: Which & { readonly fingerprint: string; readonly as: string; readonly by: By },
): Promise<void> {
  await transaction
    .insertInto('statement_signatures')
    .values({
      authority_id: signature.authorityId,
      draft_number: signature.number,
      fingerprint: signature.fingerprint,
      signed_by: signature.by.id,
      signed_by_name: signature.by.name,
      signed_as: signature.as,
      signed_at: signature.by.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
