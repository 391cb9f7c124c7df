import { newId } from '#kernel/id.ts';
import { ofChild, type Transaction } from '#platform/database/index.ts';
import type { Professional } from '../domain/people.ts';

type About = { readonly authorityId: string; readonly childId: string };

/** Who works or worked with a child; who still does comes first. */
export async function professionalsOf(
  transaction: Transaction,
  about: About,
): Promise<readonly Professional[]> {
  const rows = await transaction
    .selectFrom('child_professionals')
    .selectAll()
    .where('authority_id', '=', about.authorityId)
    .where(ofChild('child_id', about))
    .orderBy('until_on', (order) => order.desc().nullsFirst())
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    role: row.role,
    organisation: row.organisation,
    contact: row.contact,
    sinceOn: row.since_on,
    untilOn: row.until_on,
  }));
}

/** Adds somebody who works with a child. */
export async function addProfessional(
  transaction: Transaction,
  given: About &
    Omit<Professional, 'id' | 'untilOn'> & {
      readonly householdId: string;
      readonly by: string;
      readonly at: Temporal.Instant;
    },
): Promise<void> {
  await transaction
    .insertInto('child_professionals')
    .values({
      authority_id: given.authorityId,
      id: newId(),
      household_id: given.householdId,
      child_id: given.childId,
      name: given.name,
      role: given.role,
      organisation: given.organisation,
      contact: given.contact,
      since_on: given.sinceOn,
      recorded_by: given.by,
      recorded_at: given.at,
    })
    .execute();
}

/** Says that somebody works with a child no longer; never before they began. Gives whether there was somebody. */
export async function endProfessional(
  transaction: Transaction,
  given: About & { readonly professionalId: string; readonly on: Temporal.PlainDate },
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('child_professionals')
    .set((set) => ({
      until_on: set.fn<Temporal.PlainDate>('greatest', [set.ref('since_on'), set.val(given.on)]),
    }))
    .where('authority_id', '=', given.authorityId)
    .where(ofChild('child_id', given))
    .where('id', '=', given.professionalId)
    .where('until_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
