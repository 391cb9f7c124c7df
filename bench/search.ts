// The search of the directory at one size and on one database: how long answers take with words, geography, an age and
// three needs together, and what the index costs to make, to keep and to bring up to a change. Its words are how many
// listings; with DATABASE_URL the server is used. Says the figures as a line of JSON.
import { loadavg } from 'node:os';
import { sql } from 'kysely';
import { syncAuthorities } from '#platform/authorities/index.ts';
import { type Database, migrate, openServer, readMigrations } from '#platform/database/index.ts';
import { migrationFolders } from '../src/modules.ts';
import { searchOffer } from '../src/offer/directory/actions/search-offer.ts';
import { testAuthority, testDatabase } from '../test/database.ts';
import { fillDirectory, searchNumber } from './made-up-listings.ts';

/** What searching costs, in milliseconds and megabytes. */
export type Searching = {
  readonly listings: number;
  readonly load: number;
  readonly half: number;
  readonly ninetyFive: number;
  readonly most: number;
  /** Processor time of this process, of the middle search and of the 95th of 100: it hangs less on who else is busy. */
  readonly processorHalf: number;
  readonly processorNinetyFive: number;
  readonly foundOnAverage: number;
  readonly emptyTransaction: number;
  /** The first search of a process, which makes the index. */
  readonly make: number;
  readonly memory: number;
  /** The first search after one listing was changed, and after it one more. */
  readonly afterChange: number;
  readonly again: number;
};

const listings = Number(process.argv[2] ?? 5_000);
const searches = 300;
const today = Temporal.PlainDate.from('2026-11-24');
const authorityId = testAuthority.id;
const scope = { authorityId, standing: 'public', readOnly: true } as const;

const database = await opened();
await fillDirectory(database, { authorityId, listings });
if (database.kind === 'server') await sql`analyze listings`.execute(database.owner);

async function opened(): Promise<Database> {
  const url = process.env.DATABASE_URL;
  if (url === undefined || url === '') return testDatabase();
  const server = await openServer({ url });
  await migrate(server, readMigrations(migrationFolders));
  await syncAuthorities(server, [testAuthority]);
  return server;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function search(query: URLSearchParams) {
  return database.transaction(scope, (transaction) =>
    searchOffer(transaction, { authorityId, query, today, localities: [] }),
  );
}

/** Megabytes that are in use after everything that nobody needs was let go of. */
function memory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1_048_576;
}

const before = memory();
const make = await timed(() => search(searchNumber(0)));
const after = memory();
for (let number = 1; number <= 60; number++) await search(searchNumber(number));
const times: number[] = [];
const processorTimes: number[] = [];
let found = 0;
for (let number = 0; number < searches; number++) {
  const used = process.cpuUsage();
  times.push(
    await timed(async () => {
      found += (await search(searchNumber(number))).found.total;
    }),
  );
  const { user, system } = process.cpuUsage(used);
  processorTimes.push((user + system) / 1_000);
}
times.sort((one, other) => one - other);
processorTimes.sort((one, other) => one - other);
const empty: number[] = [];
for (let number = 0; number < 50; number++)
  empty.push(await timed(() => database.transaction(scope, async () => null)));
empty.sort((one, other) => one - other);
await database.transaction({ authorityId, standing: 'system' }, (transaction) =>
  sql`update listings set content = jsonb_set(content, '{title}', '"Changed zebra"'), title = 'Changed zebra'
    where authority_id = ${authorityId} and slug = 'made-up-17'`.execute(transaction),
);
const changed = new URLSearchParams({ q: 'zebra' });
const afterChange = await timed(async () => {
  const { total } = (await search(changed)).found;
  if (total !== 1) throw new Error('The change was not found.');
});
const again = await timed(() => search(changed));
await database.close();
const at = (share: number, of = times) => of[Math.ceil(of.length * share) - 1] ?? 0;
const told: Searching = {
  listings,
  load: loadavg()[0] ?? 0,
  half: at(0.5),
  ninetyFive: at(0.95),
  most: at(1),
  processorHalf: at(0.5, processorTimes),
  processorNinetyFive: at(0.95, processorTimes),
  foundOnAverage: found / searches,
  emptyTransaction: empty[25] ?? 0,
  make,
  memory: after - before,
  afterChange,
  again,
};
process.stdout.write(`${JSON.stringify(told)}\n`);
