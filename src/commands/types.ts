import { migrate, openEmbedded, readMigrations, writeSchema } from '#platform/database/index.ts';
import { migrationFolders } from '../modules.ts';
import type { Command } from './command.ts';

/** `daybreak types`: writes the database's types anew from the migrations, for who changes the schema. */
export const typesCommand: Command = {
  usage: 'types',
  purpose: 'write the types of the database schema anew (for developers)',
  async run() {
    const database = await openEmbedded({});
    try {
      await migrate(database, readMigrations(migrationFolders));
      process.stdout.write(`${await writeSchema(database.owner)}\n`);
      return 0;
    } finally {
      await database.close();
    }
  },
};
