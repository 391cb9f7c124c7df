import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type Result, refusal, success } from '#kernel/refusal.ts';
import type { FileKey } from './file-key.ts';

/*
 * A stored file, byte by byte:
 *   0  4   "DBF1", the form
 *   4  8   the key's id
 *  12  12  the nonce, random for each file and each sealing
 *  24  …   the content under AES-256-GCM
 *  -16 16  the tag, which also vouches for the form, the key's id and the file's identifier
 */
const form = Buffer.from('DBF1', 'latin1');
const headerLength = form.length + 8;
const nonceLength = 12;
const tagLength = 16;
const cipherName = 'aes-256-gcm';

/** What the tag vouches for beside the content; the identifier in it stops two files from being swapped. */
function additional(header: Buffer, id: string): Buffer {
  return Buffer.concat([header, Buffer.from(id.toLowerCase(), 'utf8')]);
}

/** Locks a file's bytes under its identifier. */
export function seal(file: {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly key: FileKey;
}): Buffer {
  const header = Buffer.concat([form, file.key.id]);
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv(cipherName, file.key.secret, nonce, { authTagLength: tagLength });
  cipher.setAAD(additional(header, file.id));
  const content = Buffer.concat([cipher.update(file.bytes), cipher.final()]);
  return Buffer.concat([header, nonce, content, cipher.getAuthTag()]);
}

/** Whether a stored file names `key` as the one that opens it. */
export function sealedWith(sealed: Buffer, key: FileKey): boolean {
  return sealed.subarray(form.length, headerLength).equals(key.id);
}

/**
 * Opens a stored file. Refuses `file-key-unknown` when none of the keys is the one it names, and
 * `file-tampered` when anything in it is not as it was sealed, or when it was sealed as another file.
 */
export function openSealed(file: {
  readonly id: string;
  readonly sealed: Buffer;
  readonly keys: readonly FileKey[];
}): Result<Buffer> {
  const { id, sealed, keys } = file;
  const tampered = refusal(
    'file-tampered',
    'This file is not as it was stored, so it cannot be opened. Restore it from a backup',
  );
  if (sealed.length < headerLength + nonceLength + tagLength) return tampered;
  if (!sealed.subarray(0, form.length).equals(form)) return tampered;
  const key = keys.find((candidate) => sealedWith(sealed, candidate));
  if (key === undefined) {
    return refusal(
      'file-key-unknown',
      'This file was stored under a key that is not configured. Add that key to the previous keys',
    );
  }
  const nonce = sealed.subarray(headerLength, headerLength + nonceLength);
  const decipher = createDecipheriv(cipherName, key.secret, nonce, { authTagLength: tagLength });
  decipher.setAAD(additional(sealed.subarray(0, headerLength), id));
  decipher.setAuthTag(sealed.subarray(-tagLength));
  try {
    return success(
      Buffer.concat([
        decipher.update(sealed.subarray(headerLength + nonceLength, -tagLength)),
        decipher.final(),
      ]),
    );
  } catch {
    return tampered;
  }
}
