import { FolderHeld } from '#platform/database/index.ts';

/** A line for the person at the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A line about what is wrong, on standard error, so that what a command prints can be read by a program. */
export function warn(line: string): void {
  process.stderr.write(`${line}\n`);
}

const sentences: Readonly<Record<string, string>> = {
  EADDRINUSE: 'Another program already listens on this port. Stop it, or choose another with PORT=3001.',
  EACCES: 'Daybreak may not do this as this user. Check the port, and who owns the data folder.',
  ECONNREFUSED: 'The database server does not answer. Check that it runs, and check DATABASE_URL.',
  ENOTFOUND: 'The database server was not found. Check the host name in DATABASE_URL.',
  ENOSPC: 'There is no space left on the disk.',
  '28P01': 'The database server refused the password. Check DATABASE_URL.',
  '3D000': 'The database server has no database of that name. Make it first, or check DATABASE_URL.',
};

/** What people should expect is said in one sentence; anything else is a bug and shows where it happened. */
export function sentenceOf(error: unknown): string {
  if (error instanceof FolderHeld) return error.message;
  if (!(error instanceof Error)) return String(error);
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const known = sentences[code];
  if (known !== undefined) return known;
  // Messages about files, versions and settings are written for people: they begin with a path or a setting, or name
  // PostgreSQL.
  const isForPeople = /^[/A-Z][^\n]*\.(ya?ml|sql)\b|PostgreSQL|holds no authority|^[A-Z_]+ must /.test(
    error.message,
  );
  return isForPeople ? error.message : (error.stack ?? error.message);
}
