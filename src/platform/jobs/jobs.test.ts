import { after } from 'node:test';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { provesJobs } from './proofs.ts';

const engine = await PGlite.create();
const kysely = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite: engine }) });
after(() => kysely.destroy());

provesJobs('embedded', { kysely, database: { engine } });
