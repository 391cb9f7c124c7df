import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Seals and opens small texts (a form kept for later, a sign-in under way) with one key, AES-256-GCM. */
export type Seal = {
  /** Gives the text sealed; `about` must be said again to open it. */
  close(text: string, about: string): Buffer;
  /** Gives the text back, or null when it was not sealed by this key, for this, or was changed. */
  open(sealed: Uint8Array, about: string): string | null;
};

/** Gives a seal for a key of 32 bytes. */
export function sealWith(key: Buffer): Seal {
  return {
    close(text, about) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    open(sealed, about) {
      if (sealed.length < 28) return null;
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12)).setAAD(
          Buffer.from(about),
        );
        decipher.setAuthTag(sealed.subarray(12, 28));
        return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}

/** A token that nobody can guess, for a link or a cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token: enough to know it again, useless to who reads the database. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
