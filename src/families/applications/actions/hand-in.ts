import { isId } from '#kernel/id.ts';
import { type Result, success } from '#kernel/refusal.ts';
import { signedIn, type Upload, type Visit } from '#platform/web/visit.ts';
import { recordFile } from '../store/files.ts';

/** Takes in one file of the person who is signed in, and records it. Refuses as the file desk does. */
export async function handIn(
  visit: Visit,
  upload: Upload,
): Promise<Result<{ readonly id: string; readonly name: string }>> {
  const taken = await visit.files.takeIn(upload);
  if (!taken.ok) return taken;
  const file = taken.value;
  await recordFile(visit.transaction, {
    authorityId: visit.authority.id,
    id: file.id,
    personId: signedIn(visit).id,
    name: file.displayName,
    mediaType: file.mediaType,
    bytes: file.size,
    sha256: file.sha256,
    at: visit.clock.now(),
    handedInFor: isId(visit.params.application ?? '') ? (visit.params.application ?? null) : null,
  });
  visit.note({
    event: 'file.handed-in',
    subject: { kind: 'file', id: file.id },
    details: { bytes: file.size, type: file.mediaType },
  });
  return success({ id: file.id, name: file.displayName });
}
