import { systemClock } from '#kernel/clock.ts';
import { verifyAuditChain } from '#platform/audit/index.ts';
import { loadAuthorities } from '#platform/authorities/index.ts';
import {
  type Database,
  migrationState,
  readMigrations,
  tablesWithoutLock,
} from '#platform/database/index.ts';
import type { Config } from '../config.ts';
import { openDatabase } from '../main.ts';
import { migrationFolders } from '../modules.ts';
import { problemsInFiles, problemsInSchemes } from './check-files.ts';
import type { Command } from './command.ts';
import { say, sentenceOf, warn } from './say.ts';
import { configOrSay } from './with-open.ts';

/** What one check found: a line for what is right, and a line for each thing that is not. */
type Found = { readonly right: string; readonly problems: readonly string[] };

async function checkFiles(config: Config): Promise<readonly Found[]> {
  const authorities = loadAuthorities(config.authoritiesFolder);
  const found: Found[] = [
    {
      right: `${authorities.length === 1 ? '1 authority' : `${authorities.length} authorities`}: ${authorities.map((one) => one.name).join(', ')}`,
      problems: [],
    },
  ];
  const on = systemClock.today();
  for (const authority of authorities)
    found.push({
      right: `${authority.name}: its files can be read and name what is there`,
      problems: await problemsInFiles(authority, on),
    });
  const schemes = await problemsInSchemes(config.authoritiesFolder);
  found.push({
    right: `schemes are whole and their examples come out, in ${schemes.length} folders`,
    problems: schemes.flatMap(({ problems }) => problems),
  });
  return found;
}

async function checkDatabase(database: Database): Promise<readonly Found[]> {
  const { pending, problems } = await migrationState(database, readMigrations(migrationFolders));
  const open = await tablesWithoutLock(database.owner);
  return [
    {
      right: 'the database is up to date',
      problems: [
        ...problems,
        ...pending.map((migration) => `${migration.name} has not been applied: run "daybreak migrate"`),
      ],
    },
    {
      right: 'every table is behind row-level security',
      problems: open.map((table) => `the table ${table} is not behind row-level security`),
    },
  ];
}

async function checkAudit(config: Config, database: Database): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const authority of loadAuthorities(config.authoritiesFolder)) {
    const { records, head, problem } = await verifyAuditChain(database, authority.id);
    found.push({
      right: `${authority.name}: the audit trail is whole (${records} records, newest hash ${head})`,
      problems:
        problem === null
          ? []
          : [`${authority.name}: record ${problem.sequence} of the audit trail ${problem.problem}`],
    });
  }
  return found;
}

function tell(all: readonly Found[]): number {
  for (const { right, problems } of all) {
    if (problems.length === 0) say(`✓ ${right}`);
    for (const problem of problems) warn(`✗ ${problem}`);
  }
  return all.some(({ problems }) => problems.length > 0) ? 1 : 0;
}

/** `daybreak check`: the configuration, the authorities' files, the database and the audit trail. */
export const checkCommand: Command = {
  usage: 'check',
  purpose: 'check configuration, authorities, database and audit trail',
  async run() {
    const config = configOrSay();
    if (config === null) return 2;
    say(
      `✓ configuration (${config.databaseUrl === null ? `embedded database in ${config.dataFolder}` : 'database server'}, demonstration ${config.isDemonstration ? 'on' : 'off'})`,
    );
    try {
      const files = tell(await checkFiles(config));
      const database = await openDatabase(config);
      try {
        const state = tell(await checkDatabase(database));
        return state === 0 ? Math.max(files, tell(await checkAudit(config, database))) : 1;
      } finally {
        await database.close();
      }
    } catch (error) {
      warn(sentenceOf(error));
      return 1;
    }
  },
};
