import type { Progress } from './job.ts';

/** No more than one writing in this many milliseconds for one job. */
const pause = 200;

/**
 * Writes progress in the background: at once the first time, then the newest at most every 200
 * milliseconds. It is never waited for: on the embedded database a handler that waited for the writing
 * within its own transaction would wait for ever, since there is one connection.
 */
export function progressWriter(
  write: (progress: Progress) => Promise<void>,
  onProblem: (error: unknown) => void,
): { report(progress: Progress): void; stop(): void } {
  let newest: Progress | undefined;
  let isBusy = false;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;

  async function writeNewest(): Promise<void> {
    const progress = newest;
    newest = undefined;
    if (progress === undefined || isStopped) {
      isBusy = false;
      return;
    }
    isBusy = true;
    try {
      await write(progress);
    } catch (error) {
      onProblem(error);
    }
    timer = setTimeout(writeNewest, pause);
  }

  return {
    report(progress) {
      newest = progress;
      if (!isBusy && !isStopped) void writeNewest();
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
