import { sql } from 'kysely';
import { ofChild, type Transaction } from '#platform/database/index.ts';
import type { Child, Evidence, EvidenceKind } from '../domain/register.ts';
import { toChild } from './households.ts';

/** One child of the register. */
export async function childOf(
  transaction: Transaction,
  named: { readonly authorityId: string; readonly childId: string },
): Promise<Child | null> {
  const row = await transaction
    .selectFrom('children')
    .selectAll()
    .where('authority_id', '=', named.authorityId)
    .where('id', '=', named.childId)
    .executeTakeFirst();
  return row === undefined ? null : toChild(row);
}

/** The children who were born on a day. */
export async function childrenBornOn(
  transaction: Transaction,
  asked: { readonly authorityId: string; readonly bornOn: Temporal.PlainDate },
): Promise<readonly Child[]> {
  const rows = await transaction
    .selectFrom('children')
    .selectAll()
    .where('authority_id', '=', asked.authorityId)
    .where('born_on', '=', asked.bornOn)
    .orderBy('id')
    .execute();
  return rows.map(toChild);
}

/** A child that may be the same as another, and what makes one think so. */
export type SimilarChild = Child & { readonly postcode: string; readonly because: string };

/**
 * Other children who may be this one: born on the same day with the same family name or the same given name,
 * or at the same postcode with the same given name.
 */
export async function similarChildren(
  transaction: Transaction,
  to: { readonly authorityId: string; readonly childId: string },
): Promise<readonly SimilarChild[]> {
  const { authorityId } = to;
  const self = await withPostcode(transaction, authorityId).where('c.id', '=', to.childId).executeTakeFirst();
  if (self === undefined) return [];
  // Two questions, each of which has an index, rather than one with an "or" that has none.
  const others = () =>
    withPostcode(transaction, authorityId)
      .where(sql<boolean>`c.id <> all (same_child(${authorityId}::uuid, ${to.childId}::uuid))`)
      .where('c.merged_into', 'is', null)
      .limit(20);
  const bornTogether = await others()
    .where('c.born_on', '=', self.born_on)
    .where((builder) =>
      builder.or([
        sql<boolean>`lower(c.family_name) = lower(${self.family_name})`,
        sql<boolean>`lower(c.given_name) = lower(${self.given_name})`,
      ]),
    )
    .orderBy('c.id')
    .execute();
  const livingThere = await others()
    .where('h.postcode', '=', self.postcode)
    .where(sql<boolean>`lower(c.given_name) = lower(${self.given_name})`)
    .orderBy('c.id')
    .execute();
  const found = new Map([...bornTogether, ...livingThere].map((row) => [row.id, row]));
  return [...found.values()].map((row) => ({
    ...toChild(row),
    postcode: row.postcode,
    because: becauseOf({
      same_birthday: row.born_on.equals(self.born_on),
      same_family_name: row.family_name.toLowerCase() === self.family_name.toLowerCase(),
    }),
  }));
}

function withPostcode(transaction: Transaction, authorityId: string) {
  return transaction
    .selectFrom('children as c')
    .innerJoin('households as h', (join) =>
      join.onRef('h.authority_id', '=', 'c.authority_id').onRef('h.id', '=', 'c.household_id'),
    )
    .selectAll('c')
    .select('h.postcode')
    .where('c.authority_id', '=', authorityId);
}

function becauseOf(row: { readonly same_birthday: boolean; readonly same_family_name: boolean }): string {
  if (!row.same_birthday) return 'same postcode and first name';
  return row.same_family_name ? 'same date of birth and family name' : 'same date of birth and first name';
}

/** All evidence about a child, newest first. */
export async function evidenceOf(
  transaction: Transaction,
  about: { readonly authorityId: string; readonly childId: string },
): Promise<readonly Evidence[]> {
  const rows = await transaction
    .selectFrom('evidence as e')
    .leftJoin('files as f', (join) =>
      join.onRef('f.authority_id', '=', 'e.authority_id').onRef('f.id', '=', 'e.file_id'),
    )
    .selectAll('e')
    .select(['f.name as file_name', 'f.media_type as file_type'])
    .where('e.authority_id', '=', about.authorityId)
    .where(ofChild('e.child_id', about))
    .orderBy('e.created_at', 'desc')
    .orderBy('e.id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as EvidenceKind,
    dlaCare: row.dla_care as Evidence['dlaCare'],
    dlaMobility: row.dla_mobility as Evidence['dlaMobility'],
    pipDaily: row.pip_daily as Evidence['pipDaily'],
    pipMobility: row.pip_mobility as Evidence['pipMobility'],
    datedOn: row.dated_on,
    holdsFrom: row.holds_from,
    holdsUntil: row.holds_until,
    shows: row.shows,
    file:
      row.file_id === null || row.file_name === null || row.file_type === null
        ? null
        : { id: row.file_id, name: row.file_name, mediaType: row.file_type },
    createdAt: row.created_at,
  }));
}
