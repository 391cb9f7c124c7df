import { randomBytes, randomUUIDv7 } from 'node:crypto';

/** Gives a new identifier: a UUID of version 7, so that identifiers sort by the time they were made. */
export function newId(): string {
  return randomUUIDv7();
}

/** Whether the text has the shape of an identifier, so that it may be sent to the database as one. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}

/** Letters and figures that nobody mishears or misreads: no I, L, O, U, 0, 1. */
const readable = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Gives a reference that a person can read out on the telephone, such as "SB-7K3P-9QXM": the prefix and
 * eight random characters out of thirty (about 39 bits). The store keeps it unique.
 */
export function newReference(prefix: string): string {
  let characters = '';
  while (characters.length < 8) {
    for (const byte of randomBytes(16)) {
      if (byte < 240 && characters.length < 8) characters += readable[byte % 30];
    }
  }
  return `${prefix}-${characters.slice(0, 4)}-${characters.slice(4)}`;
}
