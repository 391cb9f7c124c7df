import { ofChild, type Transaction } from '#platform/database/index.ts';

/** Everybody who works here, by name: whom a complaint may be about, or be given to. */
export function practitionersOf(
  transaction: Transaction,
  authorityId: string,
): Promise<readonly { readonly id: string; readonly name: string; readonly roles: readonly string[] }[]> {
  return transaction
    .selectFrom('people')
    .select(['id', 'name', 'roles'])
    .where('authority_id', '=', authorityId)
    .where('kind', '=', 'practitioner')
    .where('disabled_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** The family account of an e-mail address, so that a complaint by telephone is found in it; null where there is none. */
export async function familyAccountOf(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly email: string },
): Promise<string | null> {
  const row = await transaction
    .selectFrom('people')
    .select('id')
    .where('authority_id', '=', wanted.authorityId)
    .where('kind', '=', 'family')
    .where((where) => where(where.fn('lower', ['email']), '=', wanted.email.toLowerCase()))
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The files that came with a complaint. */
export function filesOfComplaint(
  transaction: Transaction,
  named: { readonly authorityId: string; readonly complaintId: string },
): Promise<readonly { readonly id: string; readonly name: string; readonly mediaType: string }[]> {
  return transaction
    .selectFrom('complaint_files as c')
    .innerJoin('files as f', (join) =>
      join.onRef('f.authority_id', '=', 'c.authority_id').onRef('f.id', '=', 'c.file_id'),
    )
    .select(['f.id', 'f.name', 'f.media_type as mediaType'])
    .where('c.authority_id', '=', named.authorityId)
    .where('c.complaint_id', '=', named.complaintId)
    .orderBy('f.created_at')
    .orderBy('f.id')
    .execute();
}

/** Puts files with a complaint. */
export async function insertComplaintFiles(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly complaintId: string;
    readonly fileIds: readonly string[];
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  if (given.fileIds.length === 0) return;
  await transaction
    .insertInto('complaint_files')
    .values(
      given.fileIds.map((fileId) => ({
        authority_id: given.authorityId,
        complaint_id: given.complaintId,
        file_id: fileId,
        created_at: given.at,
      })),
    )
    .execute();
}

/** The decided applications of a child, newest first, with their last decision: what an appeal could be about. */
export function decisionsOfChild(
  transaction: Transaction,
  named: { readonly authorityId: string; readonly childId: string },
): Promise<
  readonly {
    readonly decisionId: string;
    readonly reference: string;
    readonly outcome: string;
    readonly at: Temporal.Instant;
  }[]
> {
  return transaction
    .selectFrom('decisions as d')
    .innerJoin('applications as a', (join) =>
      join.onRef('a.authority_id', '=', 'd.authority_id').onRef('a.id', '=', 'd.application_id'),
    )
    .select(['d.id as decisionId', 'a.reference', 'd.outcome', 'd.decided_at as at'])
    .where('d.authority_id', '=', named.authorityId)
    .where(ofChild('a.child_id', named))
    .orderBy('d.decided_at', 'desc')
    .execute();
}

/** The name and the address of an account; null where there is none. */
export async function accountOf(
  transaction: Transaction,
  named: { readonly authorityId: string; readonly personId: string },
): Promise<{ readonly name: string; readonly email: string } | null> {
  const row = await transaction
    .selectFrom('people')
    .select(['name', 'email'])
    .where('authority_id', '=', named.authorityId)
    .where('id', '=', named.personId)
    .executeTakeFirst();
  return row ?? null;
}
