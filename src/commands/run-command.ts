import { checkCommand } from './check.ts';
import type { Command } from './command.ts';
import { demoCommand } from './demo.ts';
import { importCommand } from './import.ts';
import { migrateCommand } from './migrate.ts';
import { schemeCommand } from './scheme.ts';
import { startCommand } from './start.ts';
import { statementCommand } from './statement.ts';
import { typesCommand } from './types.ts';

const commands: Readonly<Record<string, Command>> = {
  start: startCommand,
  demo: demoCommand,
  migrate: migrateCommand,
  check: checkCommand,
  scheme: schemeCommand,
  import: importCommand,
  statement: statementCommand,
  types: typesCommand,
};

function usage(): string {
  const lines = Object.values(commands).map(
    (command) => `  daybreak ${command.usage.padEnd(24)} ${command.purpose}`,
  );
  return `Daybreak, the short breaks service of a council.\n\n${lines.join('\n')}\n`;
}

/** Runs the command that the words name and gives its exit code. */
export async function runCommand(words: readonly string[]): Promise<number> {
  const [name = '', ...rest] = words;
  if (name === '' || name === 'help' || name === '--help') {
    process.stdout.write(usage());
    return name === '' ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    process.stderr.write(`There is no command "${name}".\n\n${usage()}`);
    return 2;
  }
  return command.run(rest);
}
