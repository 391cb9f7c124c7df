import { migrate, migrationState, readMigrations } from '#platform/database/index.ts';
import { openDatabase } from '../main.ts';
import { migrationFolders } from '../modules.ts';
import type { Command } from './command.ts';
import { say, sentenceOf, warn } from './say.ts';
import { configOrSay } from './with-open.ts';

/** `daybreak migrate`: brings the database up to date, embedded or on a server. Done twice, it does nothing. */
export const migrateCommand: Command = {
  usage: 'migrate',
  purpose: 'bring the database up to date',
  async run() {
    const config = configOrSay();
    if (config === null) return 2;
    try {
      const database = await openDatabase(config);
      try {
        const migrations = readMigrations(migrationFolders);
        const done = await migrate(database, migrations);
        for (const name of done) say(`applied ${name}`);
        const { pending } = await migrationState(database, migrations);
        say(
          done.length === 0
            ? 'The database is up to date.'
            : `The database is up to date: ${done.length} applied.`,
        );
        return pending.length === 0 ? 0 : 1;
      } finally {
        await database.close();
      }
    } catch (error) {
      warn(sentenceOf(error));
      return 1;
    }
  },
};
