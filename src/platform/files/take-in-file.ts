import { type Result, success } from '#kernel/refusal.ts';
import type { FileStore } from './file-store.ts';
import { type InspectedFile, inspectFile } from './inspect-file.ts';
import type { FileLimits } from './limits.ts';
import type { VirusScanner } from './virus-scanner.ts';

/** What the database keeps of a stored file; the bytes are in the store. */
export type StoredFile = Omit<InspectedFile, 'bytes'> & {
  readonly id: string;
  /** Whether ClamAV found it clean, or nobody looked since no scanner is configured. */
  readonly scan: 'clean' | 'not-configured';
};

/**
 * Takes in one uploaded file: inspects what it holds, scans what was sent, and stores what may be kept under
 * `id`. Refuses as `inspectFile` and the scanner do; nothing is stored then. Call it before the transaction
 * that records the file: a file without a record is rubbish to clear, a record without a file is lost
 * evidence.
 */
export async function takeInFile(
  upload: { readonly id: string; readonly bytes: Uint8Array; readonly declaredName: string },
  by: { readonly limits: FileLimits; readonly scanner: VirusScanner; readonly store: FileStore },
): Promise<Result<StoredFile>> {
  const inspected = await inspectFile(upload.bytes, {
    declaredName: upload.declaredName,
    limits: by.limits,
  });
  if (!inspected.ok) return inspected;
  const scanned = await by.scanner.scan(upload.bytes);
  if (!scanned.ok) return scanned;
  const { bytes, ...facts } = inspected.value;
  await by.store.save(upload.id, bytes);
  return success({ id: upload.id, ...facts, scan: scanned.value });
}
