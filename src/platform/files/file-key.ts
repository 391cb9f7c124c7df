import { createHash, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { type Result, refusal, success } from '#kernel/refusal.ts';

/** A key for the files, with the name by which a stored file says which key opens it. */
export type FileKey = {
  /** Eight bytes made from the key by a one-way function, so that it tells nothing of the key. */
  readonly id: Buffer;
  readonly secret: KeyObject;
};

/**
 * Reads a key as it stands in the environment: 32 bytes in Base64. Refuses `file-key-wrong` with how to make
 * one; the sentence never repeats what was given.
 */
export function readFileKey(base64: string): Result<FileKey> {
  const text = base64.trim();
  const bytes = Buffer.from(text, 'base64');
  const isWhole = bytes.length === 32 && /^[A-Za-z0-9+/_-]{43}=?$/.test(text);
  if (!isWhole) {
    return refusal(
      'file-key-wrong',
      'The key for stored files must be 32 random bytes in Base64. Make one with: openssl rand -base64 32',
    );
  }
  const id = createHash('sha256').update('daybreak file key id\0').update(bytes).digest().subarray(0, 8);
  return success({ id, secret: createSecretKey(bytes) });
}

/** Makes a new key, as text for the environment. */
export function newFileKey(): string {
  return randomBytes(32).toString('base64');
}
