import type { Database } from '#platform/database/index.ts';
import { auditHash, firstHash } from './audit-hash.ts';

/** Where a chain is broken, and how. */
export type ChainProblem = {
  readonly authorityId: string;
  readonly sequence: number;
  readonly problem: string;
};

/** What a reading of the trail found. */
export type Verified = {
  readonly records: number;
  readonly head: string;
  readonly problem: ChainProblem | null;
};

const pageSize = 2_000;

/**
 * Reads an authority's whole audit trail and computes it again. Gives how many records it holds, the hash of the
 * newest, and the first place where a record was changed, taken out or put in; `problem` is null when the
 * chain is whole. Who has the whole disk can cut the end off and change the head with it: that shows only by
 * a hash that was written down elsewhere before.
 */
export async function verifyAuditChain(database: Database, authorityId: string): Promise<Verified> {
  return database.transaction({ authorityId, standing: 'system', readOnly: true }, async (transaction) => {
    let sequence = 0;
    let hash = firstHash;
    const broken = (at: number, problem: string) => ({
      records: sequence,
      head: hash,
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
    const said = head?.sequence ?? 0;
    if (said > sequence)
      return broken(sequence + 1, `is missing: the head of the trail says that there are ${said}`);
    if (said < sequence)
      return broken(sequence, `is not the last by the head of the trail, which says that there are ${said}`);
    if ((head?.hash ?? firstHash) !== hash)
      return broken(sequence, 'has another hash than the head of the trail');
    return { records: sequence, head: hash, problem: null };
  });
}
