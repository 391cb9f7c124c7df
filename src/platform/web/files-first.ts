import type { Result } from '#kernel/refusal.ts';
import type { FileDesk, StoredFile } from '#platform/files/index.ts';
import type { Upload } from './visit.ts';

/** Files that came with a form, taken in before its action began. */
export type FilesFirst = {
  /** The desk for the action: it knows what became of each of these files, and takes no time. */
  readonly desk: FileDesk;
  /** Destroys the files that nothing recorded: all when the action was rolled back, else those that it did not ask for. */
  settle(action: { readonly isSaved: boolean }): Promise<void>;
};

/**
 * Takes in the files of a form while no transaction is open: drawing photos anew takes seconds, in which the
 * action would hold a connection that everybody else waits for.
 */
export async function takeFilesFirst(desk: FileDesk, uploads: readonly Upload[]): Promise<FilesFirst> {
  const results = new Map<unknown, Result<StoredFile>>();
  const discard = (all: Iterable<Result<StoredFile>>) =>
    Promise.all([...all].map((one) => (one.ok ? desk.discard(one.value.id) : undefined)));
  try {
    for (const upload of uploads) {
      const result = await desk.takeIn(upload);
      results.set(upload, result);
      // A form with one file that cannot be taken is not taken, so the rest need not be looked at.
      if (!result.ok) break;
    }
  } catch (error) {
    await discard(results.values());
    throw error;
  }
  const asked = new Set<Result<StoredFile>>();
  return {
    desk: {
      ...desk,
      async takeIn(upload) {
        const result = results.get(upload);
        if (result === undefined) return desk.takeIn(upload);
        asked.add(result);
        return result;
      },
    },
    async settle({ isSaved }) {
      await discard([...results.values()].filter((result) => !isSaved || !asked.has(result)));
    },
  };
}
