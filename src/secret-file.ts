import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Result, refusal, success } from '#kernel/refusal.ts';

const secretBytes = 32;

/** Makes the secret whole beside its place and then names it there, so that nobody ever reads half of one. */
function makeSecret(dataFolder: string, path: string): void {
  mkdirSync(dataFolder, { recursive: true });
  const unfinished = `${path}.${process.pid}`;
  try {
    writeFileSync(unfinished, randomBytes(secretBytes).toString('base64'), { mode: 0o600, flush: true });
    linkSync(unfinished, path);
  } catch (error) {
    // Another process that starts here at the same moment has made it.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/**
 * Gives the secret of a data folder, made at the first start and readable by this user only. Refuses
 * (`bad-setting`) a folder that cannot be written, and a secret that is not whole: what it would protect could
 * be guessed.
 */
export function secretOf(dataFolder: string): Result<Buffer> {
  const path = join(dataFolder, 'secret');
  try {
    if (!existsSync(path)) makeSecret(dataFolder, path);
    const secret = Buffer.from(readFileSync(path, 'utf8'), 'base64');
    if (secret.length === secretBytes) return success(secret);
    return refusal(
      'bad-setting',
      `The file ${path} is not whole. Bring it back from a backup; without one, what it sealed is lost: remove it, and a new one is made.`,
      'DAYBREAK_DATA',
    );
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    return refusal(
      'bad-setting',
      `Daybreak may not write in the data folder ${dataFolder} (${code}). Give it to this user, or choose another with DAYBREAK_DATA.`,
      'DAYBREAK_DATA',
    );
  }
}
