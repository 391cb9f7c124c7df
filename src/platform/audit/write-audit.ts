import { sql } from 'kysely';
import type { Json, Transaction } from '#platform/database/index.ts';
import { auditHash, firstHash } from './audit-hash.ts';

/** What happened, to what. Details are facts for the trail, never free text that a family wrote. */
export type AuditNote = {
  readonly event: string;
  readonly subject?: { readonly kind: string; readonly id: string };
  readonly details?: Readonly<Record<string, Json>>;
};

/** Notes of one request or job, with who made it and when. */
export type AuditEntry = {
  readonly authorityId: string;
  readonly personId: string | null;
  readonly standing: string;
  readonly at: Temporal.Instant;
  readonly requestId: string | null;
  readonly notes: readonly AuditNote[];
};

/** PostgreSQL keeps no nought character and no half of a pair; what is hashed is what is kept. */
function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}

function storable(value: Json): Json {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, inner]) =>
    inner === undefined ? [] : [[storableText(key), storable(inner)] as const],
  );
  return Object.fromEntries(entries);
}

/**
 * Adds records to the authority's audit trail, each chained to the last by its hash. Call it at the very end
 * of a transaction: it holds the head of the chain until that transaction ends.
 */
export async function writeAudit(transaction: Transaction, entry: AuditEntry): Promise<void> {
  if (entry.notes.length === 0) return;
  await sql`insert into audit_heads (authority_id, sequence, hash) values (${entry.authorityId}, 0, ${firstHash})
    on conflict do nothing`.execute(transaction);
  const head = await transaction
    .selectFrom('audit_heads')
    .select(['sequence', 'hash'])
    .where('authority_id', '=', entry.authorityId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  let { sequence, hash } = head;
  const rows = entry.notes.map((note) => {
    const record = {
      authorityId: entry.authorityId,
      sequence: ++sequence,
      at: entry.at.round('millisecond'),
      personId: entry.personId,
      standing: entry.standing,
      event: note.event,
      subjectKind: note.subject?.kind ?? null,
      subjectId: note.subject === undefined ? null : storableText(note.subject.id),
      details: storable(note.details ?? {}),
      requestId: entry.requestId,
      previousHash: hash,
    };
    hash = auditHash(record);
    return {
      authority_id: record.authorityId,
      sequence: record.sequence,
      at: record.at,
      person_id: record.personId,
      standing: record.standing,
      event: record.event,
      subject_kind: record.subjectKind,
      subject_id: record.subjectId,
      details: JSON.stringify(record.details),
      request_id: record.requestId,
      previous_hash: record.previousHash,
      hash,
    };
  });
  await transaction.insertInto('audit_records').values(rows).execute();
  await transaction
    .updateTable('audit_heads')
    .set({ sequence, hash })
    .where('authority_id', '=', entry.authorityId)
    .execute();
}
