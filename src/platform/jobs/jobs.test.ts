import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { provesJobs } from './proofs.ts';

const engine = await PGlite.create();
const kysely = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite: engine }) });

provesJobs('embedded', { kysely, database: { engine }, close: () => kysely.destroy() });
