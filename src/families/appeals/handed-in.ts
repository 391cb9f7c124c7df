import { handIn } from '#families/applications/index.ts';
import { type Result, refusal, success } from '#kernel/refusal.ts';
import type { Visit } from '#platform/web/visit.ts';

/** The most files that come with one appeal or complaint. */
const mostFiles = 10;

/** Takes in the files of a form's field, all or none. Refuses for the first that cannot be taken, by its name. */
export async function handInAll(visit: Visit, field: string): Promise<Result<readonly string[]>> {
  const chosen = visit.uploads.filter((upload) => upload.field === field);
  if (chosen.length > mostFiles)
    return refusal(
      'too-many-files',
      `Choose ${mostFiles} files or fewer. You can send more by e-mail`,
      field,
    );
  const ids: string[] = [];
  for (const upload of chosen) {
    const taken = await handIn(visit, upload);
    if (!taken.ok) {
      const name = upload.name.replace(/\p{C}/gu, '').slice(-60);
      return refusal(taken.code, taken.message.replace(/^The selected file/, `The file “${name}”`), field);
    }
    ids.push(taken.value.id);
  }
  return success(ids);
}
