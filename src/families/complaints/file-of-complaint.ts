import { storedFile } from '#families/appeals/index.ts';
import { type Answer, notFound, type Visit } from '#platform/web/visit.ts';
import { complaintOf, filesOf } from './case-of-complaint.ts';

/** Gives a file that came with the complaint of the address. */
export async function fileOfComplaint(visit: Visit): Promise<Answer> {
  const found = await complaintOf(visit);
  if (found === null) return notFound('a file');
  return storedFile(
    visit,
    (await filesOf(visit, found.id)).find(({ id }) => id === visit.params.file),
  );
}
