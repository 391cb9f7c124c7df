import { hash } from 'node:crypto';

/** The namespace of every identifier that is made from a name here; drawn once at random, and it stays. */
const namespace = '6f0c1b52-9a7e-4d38-8c1e-3b7d25f4a960';

const namespaceBytes = Buffer.from(namespace.replaceAll('-', ''), 'hex').toString('latin1');

/**
 * The identifier that belongs to a name, always the same (a UUID of version 5, RFC 9562). For what has no row of its
 * own in the database: a term, a schedule, a place.
 */
export function idOf(...name: readonly string[]): string {
  const bytes = Buffer.from(name.join('\n'), 'utf8').toString('latin1');
  const digits = hash('sha1', Buffer.from(namespaceBytes + bytes, 'latin1'), 'hex');
  const variant = ((Number.parseInt(digits.charAt(16), 16) & 3) | 8).toString(16);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-5${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}
