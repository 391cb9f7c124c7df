import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The data folder cannot be used: somebody holds it, or it is not ours to write. The message says what to do. */
export class FolderHeld extends Error {}

/** What a held lock says of its holder, for people; whether it is held, the system alone says. */
type Holder = { readonly pid: number; readonly since: string };

/** Locks are kept here while they are held, or a collection of what nobody names any more would let them go. */
const held = new Set<DatabaseSync>();

function readHolder(path: string): Holder | null {
  try {
    const holder: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof holder !== 'object' || holder === null || !('pid' in holder) || !('since' in holder))
      return null;
    return typeof holder.pid === 'number' ? { pid: holder.pid, since: String(holder.since) } : null;
  } catch {
    return null;
  }
}

function sentence(folder: string, holder: Holder | null): string {
  const who =
    holder === null ? 'another process' : `process ${holder.pid}, which has held it since ${holder.since}`;
  return (
    `The data folder ${folder} is in use by ${who}. ` +
    'Stop that process first, or choose another folder with DAYBREAK_DATA.'
  );
}

const busy = 5;
const cannotOpen = 14;

function errorFor(error: unknown, folder: string, holder: Holder | null): unknown {
  const code = typeof error === 'object' && error !== null && 'errcode' in error ? error.errcode : undefined;
  if (code === busy) return new FolderHeld(sentence(folder, holder));
  if (code !== cannotOpen) return error;
  return new FolderHeld(
    `Daybreak may not write in the data folder ${folder}. Give it to this user, or choose another with DAYBREAK_DATA.`,
  );
}

/**
 * Locks a data folder for this process and gives the function that unlocks it; throws `FolderHeld` when
 * another holds it. The lock is the system's own on a file, taken through SQLite, which Node.js brings along:
 * it is taken by one alone, also of several that begin at once or in containers that share the folder, and
 * it ends with its process, however that ends. So no lock is ever left behind.
 */
export function lockFolder(folder: string): () => void {
  const about = join(folder, 'daybreak.lock');
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(join(folder, 'daybreak.lock.db'));
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    throw errorFor(error, folder, readHolder(about));
  }
  const mine = lock;
  held.add(mine);
  const since = Temporal.Now.instant().round('second').toString();
  writeFileSync(about, JSON.stringify({ pid: process.pid, since } satisfies Holder), { mode: 0o600 });
  return () => {
    if (!held.delete(mine)) return;
    rmSync(about, { force: true });
    mine.close();
  };
}
