// A real desk for files, in a folder that goes when the test file ends.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type FileDesk,
  fileDesk,
  fileStore,
  readFileKey,
  standardFileLimits,
  virusScanner,
} from '#platform/files/index.ts';

let desk: FileDesk | undefined;

/** Gives the file desk of this test file: the real store and inspection, without a virus scanner. */
export function testFiles(): FileDesk {
  if (desk !== undefined) return desk;
  const folder = mkdtempSync(path.join(tmpdir(), 'daybreak-files-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const key = readFileKey(Buffer.alloc(32, 7).toString('base64'));
  if (!key.ok) throw new Error(key.message);
  desk = fileDesk({
    store: fileStore({ folder, key: key.value }),
    scanner: virusScanner(undefined),
    limits: standardFileLimits,
  });
  return desk;
}
