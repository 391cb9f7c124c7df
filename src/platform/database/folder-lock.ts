import { closeSync, openSync, readFileSync, renameSync, rmSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** The data folder is in use. The message names what holds it and what to do. */
export class FolderHeld extends Error {}

type Holder = { readonly pid: number; readonly startedAt: string; readonly since: string };

/**
 * When a process was started, in the kernel's own count, so that another process that was given the same
 * number later is not taken for it. Empty where the system does not say (outside Linux).
 */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isRunning(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it runs, as another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const start = startOf(holder.pid);
  return start === '' || holder.startedAt === '' || start === holder.startedAt;
}

function readHolder(path: string): Holder | null {
  try {
    const holder = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder>;
    if (typeof holder.pid !== 'number') return null;
    return { pid: holder.pid, startedAt: holder.startedAt ?? '', since: holder.since ?? 'an unknown time' };
  } catch {
    return null;
  }
}

/**
 * Locks a data folder for this process and gives the function that unlocks it. A lock whose process is gone
 * (killed, or a machine that went off) is recognised and taken over; a lock that is held throws `FolderHeld`.
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'daybreak.lock');
  const mine: Holder = {
    pid: process.pid,
    startedAt: startOf(process.pid),
    since: Temporal.Now.instant().round('second').toString(),
  };
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      const file = openSync(path, 'wx', 0o600);
      writeSync(file, JSON.stringify(mine));
      closeSync(file);
      return () => {
        if (readHolder(path)?.pid === process.pid) rmSync(path, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = readHolder(path);
    if (holder !== null && isRunning(holder)) {
      throw new FolderHeld(
        `The data folder ${folder} is in use by process ${holder.pid}, which has held it since ${holder.since}. ` +
          'Stop that process first, or choose another folder with DAYBREAK_DATA.',
      );
    }
    takeAway(path);
  }
  throw new FolderHeld(
    `The lock ${path} keeps coming back. Stop the other processes that use this folder and try again.`,
  );
}

/** Moves a dead lock aside before it is removed, so that of two processes only one removes any one lock. */
function takeAway(path: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    unlinkSync(aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
