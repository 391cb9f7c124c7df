import { createHash } from 'node:crypto';
import { canonical } from './domain/replay.ts';
import type { Reading } from './reading.ts';
import type { Draft } from './store/drafts.ts';

/**
 * A mark of what the officer had before them on the page that asks to check: their own choice, the version's
 * hash and its reading, and how often it was decided before. If any is another when they confirm, they are asked to check again.
 */
export function groundMark(reading: Reading, draft: Draft, decisions: number): string {
  const { savedAt, ...choice } = draft;
  const ground = { choice, savedAt: savedAt.toString(), reading: reading.says, decisions };
  return createHash('sha256').update(canonical(ground)).digest('hex').slice(0, 32);
}
