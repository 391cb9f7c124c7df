import { type Running, start } from '../main.ts';
import type { Command } from './command.ts';
import { say, sentenceOf, warn } from './say.ts';
import { configOrSay } from './with-open.ts';

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
  purpose: 'serve Daybreak (settings: PORT, HOST, DATABASE_URL, DAYBREAK_DATA)',
  async run() {
    const config = configOrSay();
    if (config === null) return 2;
    try {
      const running = await start({ config, progress: say });
      say(`Daybreak is ready: ${running.address}`);
      await untilTold(running);
      return 0;
    } catch (error) {
      warn(sentenceOf(error));
      return 1;
    }
  },
};
