import { type Result, success } from '#kernel/refusal.ts';
import type { Upload, Visit } from '#platform/web/visit.ts';

/** Takes in one file of the person who is signed in, and records it. Refuses as the file desk does. */
export async function handIn(
  visit: Visit,
  upload: Upload,
): Promise<Result<{ readonly id: string; readonly name: string }>> {
  const taken = await visit.files.takeIn(upload);
  if (!taken.ok) return taken;
  if (visit.person === null) throw new Error('only a signed-in person hands files in');
  const file = taken.value;
  await visit.transaction
    .insertInto('files')
    .values({
      authority_id: visit.authority.id,
      id: file.id,
      person_id: visit.person.id,
      name: file.displayName,
      media_type: file.mediaType,
      bytes: file.size,
      sha256: file.sha256,
      created_at: visit.clock.now(),
    })
    .execute();
  visit.note({
    event: 'file.handed-in',
    subject: { kind: 'file', id: file.id },
    details: { bytes: file.size, type: file.mediaType },
  });
  return success({ id: file.id, name: file.displayName });
}
