import type { Database } from '#platform/database/index.ts';
import { auditHash, firstHash } from './audit-hash.ts';

/** Where a chain is broken, and how. */
export type ChainProblem = {
  readonly authorityId: string;
  readonly sequence: number;
  readonly problem: string;
};

const pageSize = 2_000;

/**
 * Reads an authority's whole audit trail and computes it again. Gives how many records it holds and the first
 * place where a record was changed, taken out or put in; `problem` is null when the chain is whole.
 */
export async function verifyAuditChain(
  database: Database,
  authorityId: string,
): Promise<{ readonly records: number; readonly problem: ChainProblem | null }> {
  return database.transaction({ authorityId, standing: 'system', readOnly: true }, async (transaction) => {
    let sequence = 0;
    let hash = firstHash;
    const broken = (at: number, problem: string) => ({
      records: sequence,
      problem: { authorityId, sequence: at, problem },
    });
    for (;;) {
      const page = await transaction
        .selectFrom('audit_records')
        .selectAll()
        .where('authority_id', '=', authorityId)
        .where('sequence', '>', sequence)
        .orderBy('sequence')
        .limit(pageSize)
        .execute();
      for (const row of page) {
        if (row.sequence !== sequence + 1) return broken(sequence + 1, 'is missing');
        if (row.previous_hash !== hash) return broken(row.sequence, 'does not follow the record before it');
        const computed = auditHash({
          authorityId,
          sequence: row.sequence,
          at: row.at,
          personId: row.person_id,
          standing: row.standing,
          event: row.event,
          subjectKind: row.subject_kind,
          subjectId: row.subject_id,
          details: row.details,
          requestId: row.request_id,
          previousHash: row.previous_hash,
        });
        if (computed !== row.hash) return broken(row.sequence, 'was changed after it had been written');
        sequence = row.sequence;
        hash = row.hash;
      }
      if (page.length < pageSize) break;
    }
    const head = await transaction
      .selectFrom('audit_heads')
      .select(['sequence', 'hash'])
      .where('authority_id', '=', authorityId)
      .executeTakeFirst();
    if ((head?.sequence ?? 0) !== sequence || (head?.hash ?? firstHash) !== hash) {
      return broken(sequence + 1, 'is missing: the trail is shorter than its head says');
    }
    return { records: sequence, problem: null };
  });
}
