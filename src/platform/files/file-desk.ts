import { newId } from '#kernel/id.ts';
import type { Result } from '#kernel/refusal.ts';
import { refusal } from '#kernel/refusal.ts';
import type { FileStore } from './file-store.ts';
import { type FileLimits, formatMegabytes } from './limits.ts';
import { type StoredFile, takeInFile } from './take-in-file.ts';
import type { VirusScanner } from './virus-scanner.ts';

/** Where a request hands files in and asks for them again. */
export type FileDesk = {
  /** Inspects, scans and stores an upload. Refuses as `takeInFile` does, and `file-too-big` for one cut off on the way. */
  takeIn(upload: {
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly tooBig: boolean;
  }): Promise<Result<StoredFile>>;
  /** Gives a stored file's bytes; refuses `file-missing`, `file-key-unknown` and `file-tampered`. */
  read(id: string): Promise<Result<Buffer>>;
  /** Destroys a file that nothing points at: what it was handed in with was not saved. */
  discard(id: string): Promise<void>;
};

/** Gives the desk over a store, a scanner and the limits in force. */
export function fileDesk(by: {
  readonly store: FileStore;
  readonly scanner: VirusScanner;
  readonly limits: FileLimits;
}): FileDesk {
  return {
    async takeIn(upload) {
      if (upload.tooBig) {
        return refusal(
          'file-too-big',
          `The selected file must be smaller than ${formatMegabytes(by.limits.maxBytes)}. A photo of the letter is enough`,
        );
      }
      return takeInFile({ id: newId(), bytes: upload.bytes, declaredName: upload.name }, by);
    },
    read: (id) => by.store.read(id),
    discard: (id) => by.store.remove(id),
  };
}
