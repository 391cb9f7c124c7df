import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/** What stands at a path: its text, nothing, or something that is not a file (a pipe, a folder, a device). */
export type Read =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'not-a-file' };

/**
 * Reads a file of text. Opens without waiting, because to open a pipe that nobody writes to would wait for ever,
 * and reads nothing but a plain file.
 */
export async function readTextAt(path: string): Promise<Read> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch(() => null);
  if (file === null) return { kind: 'nothing' };
  try {
    if (!(await file.stat()).isFile()) return { kind: 'not-a-file' };
    return { kind: 'text', text: await file.readFile('utf8') };
  } finally {
    await file.close();
  }
}

/** The text of a plain file, or null. */
export async function textAt(path: string): Promise<string | null> {
  const read = await readTextAt(path);
  return read.kind === 'text' ? read.text : null;
}
