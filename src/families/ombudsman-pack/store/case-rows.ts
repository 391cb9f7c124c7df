import { sql } from 'kysely';
import { ofChild, type Transaction } from '#platform/database/index.ts';

type Of = { readonly authorityId: string; readonly childId: string };

/** The applications for a child that were sent, oldest first. */
export async function applicationIdsOf(transaction: Transaction, of: Of): Promise<readonly string[]> {
  const rows = await transaction
    .selectFrom('applications')
    .select('id')
    .where('authority_id', '=', of.authorityId)
    .where(ofChild('child_id', of))
    .where('state', '<>', 'draft')
    .orderBy('sent_at')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** The names of accounts, by their identifiers. */
export async function namesOf(
  transaction: Transaction,
  of: { readonly authorityId: string; readonly personIds: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  if (of.personIds.length === 0) return new Map();
  const rows = await transaction
    .selectFrom('people')
    .select(['id', 'name'])
    .where('authority_id', '=', of.authorityId)
    .where('id', 'in', [...of.personIds])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Who opened or changed any of these records, oldest first. */
export async function auditAbout(
  transaction: Transaction,
  about: { readonly authorityId: string; readonly subjectIds: readonly string[] },
): Promise<
  readonly {
    readonly at: Temporal.Instant;
    readonly personId: string | null;
    readonly standing: string;
    readonly event: string;
    readonly kind: string | null;
  }[]
> {
  if (about.subjectIds.length === 0) return [];
  return transaction
    .selectFrom('audit_records')
    .select(['at', 'person_id as personId', 'standing', 'event', 'subject_kind as kind'])
    .where('authority_id', '=', about.authorityId)
    .where('subject_id', 'in', [...about.subjectIds])
    .orderBy('sequence')
    .execute();
}

/** The messages that were sent about these references, oldest first. */
export async function messagesAbout(
  transaction: Transaction,
  about: { readonly authorityId: string; readonly references: readonly string[] },
): Promise<
  readonly {
    readonly at: Temporal.Instant;
    readonly to: string;
    readonly subject: string;
    readonly text: string;
    readonly state: string;
  }[]
> {
  if (about.references.length === 0) return [];
  return transaction
    .selectFrom('messages')
    .select(['created_at as at', 'sent_to as to', 'subject', 'text', 'state'])
    .where('authority_id', '=', about.authorityId)
    .where('reference', 'in', [...about.references])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** How many complaints of a household name no child, and so stand in no child's pack. */
export async function complaintsWithoutChild(
  transaction: Transaction,
  of: { readonly authorityId: string; readonly householdId: string },
): Promise<number> {
  const row = await transaction
    .selectFrom('complaints')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('authority_id', '=', of.authorityId)
    .where('household_id', '=', of.householdId)
    .where('child_id', 'is', null)
    .executeTakeFirst();
  return row?.count ?? 0;
}
