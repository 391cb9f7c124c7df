import type { Transaction } from '#platform/database/index.ts';

/** Records a file that a person handed in. */
export async function recordFile(
  transaction: Transaction,
  file: {
    readonly authorityId: string;
    readonly id: string;
    readonly personId: string;
    readonly name: string;
    readonly mediaType: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly at: Temporal.Instant;
    /** The application that it was handed in for. */
    readonly handedInFor: string | null;
  },
): Promise<void> {
  await transaction
    .insertInto('files')
    .values({
      authority_id: file.authorityId,
      id: file.id,
      person_id: file.personId,
      name: file.name,
      media_type: file.mediaType,
      bytes: file.bytes,
      sha256: file.sha256,
      created_at: file.at,
      handed_in_for: file.handedInFor,
    })
    .execute();
}
