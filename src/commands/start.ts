import { FolderHeld } from '#platform/database/index.ts';
import { readConfig } from '../config.ts';
import { type Running, start } from '../main.ts';
import type { Command } from './run-command.ts';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** What people should expect is said in one sentence; anything else is a bug and shows where it happened. */
function sentenceOf(error: unknown): string | null {
  if (error instanceof FolderHeld) return error.message;
  if (!(error instanceof Error)) return null;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE')
    return 'Another program already listens on this port. Stop it, or choose another with PORT=3001.';
  if (code === 'EACCES')
    return `Daybreak may not do this: ${error.message}. Check the port, or who owns the data folder.`;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
    return `The database server does not answer: ${error.message}. Check DATABASE_URL.`;
  return error.message.startsWith('/') || /PostgreSQL|migration|was changed after/.test(error.message)
    ? error.message
    : null;
}

async function untilTold(running: Running): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  say('Finishing what is under way…');
  await running.close();
  say('Stopped.');
}

/** `daybreak start`: serves until Ctrl-C or SIGTERM. */
export const startCommand: Command = {
  usage: 'start',
  purpose: 'serve Daybreak (PORT, HOST, DATABASE_URL, DAYBREAK_DATA)',
  async run() {
    const config = readConfig(process.env);
    if (!config.ok) {
      process.stderr.write(`${config.message}\n`);
      return 2;
    }
    try {
      const running = await start({ config: config.value, progress: say });
      say(`Daybreak is ready: ${running.address}`);
      await untilTold(running);
      return 0;
    } catch (error) {
      const sentence = sentenceOf(error);
      process.stderr.write(
        sentence === null ? `${error instanceof Error ? error.stack : String(error)}\n` : `${sentence}\n`,
      );
      return 1;
    }
  },
};
