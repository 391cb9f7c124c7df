import { type Config, readConfig } from '../config.ts';
import { type Opened, open } from '../main.ts';
import { say, sentenceOf, warn } from './say.ts';

/** Reads the configuration for a command; says what is wrong with it and gives null when it is. */
export function configOrSay(): Config | null {
  const config = readConfig(process.env);
  if (config.ok) return config.value;
  warn(config.message);
  return null;
}

/**
 * Opens Daybreak without a web server, runs the work, closes again, and gives the exit code. What opening has to say
 * goes to the terminal; a command whose output is read by a program has it said on standard error.
 */
export async function withOpen(
  work: (opened: Opened) => Promise<number>,
  tell: (line: string) => void = say,
): Promise<number> {
  const config = configOrSay();
  if (config === null) return 2;
  try {
    const opened = await open(config, tell);
    try {
      return await work(opened);
    } finally {
      await opened.database.close();
    }
  } catch (error) {
    warn(sentenceOf(error));
    return 1;
  }
}
