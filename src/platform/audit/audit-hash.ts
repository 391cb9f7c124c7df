import { createHash } from 'node:crypto';
import type { Json } from '#platform/database/index.ts';

/** What one record of the audit trail says, without its hash. */
export type HashedRecord = {
  readonly authorityId: string;
  readonly sequence: number;
  readonly at: Temporal.Instant;
  readonly personId: string | null;
  readonly standing: string;
  readonly event: string;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly details: Json;
  readonly requestId: string | null;
  readonly previousHash: string;
};

/** The hash that the first record of an authority carries as the one before it. */
export const firstHash = '0'.repeat(64);

/** Writes a value with its keys in order, so that the same value gives the same text wherever it was kept. */
function canonical(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/** Gives the SHA-256, in hexadecimal, that chains a record to the one before it. */
export function auditHash(record: HashedRecord): string {
  const text = canonical([
    record.authorityId,
    record.sequence,
    record.at.toString({ fractionalSecondDigits: 6 }),
    record.personId,
    record.standing,
    record.event,
    record.subjectKind,
    record.subjectId,
    record.details,
    record.requestId,
    record.previousHash,
  ]);
  return createHash('sha256').update(text).digest('hex');
}
