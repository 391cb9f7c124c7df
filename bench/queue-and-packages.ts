// How long practitioners of a very large council wait on a PostgreSQL server: the officer's queue and the report over
// all packages with fifty thousand children, and the report with five thousand. The pages are made as documents by
// the functions that the routes name, with their queries, without the web server. Says the figures as a line of JSON.
import { loadavg } from 'node:os';
import type { Authority } from '#platform/authorities/index.ts';
import { syncAuthorities } from '#platform/authorities/index.ts';
import { type Database, migrate, openServer, readMigrations } from '#platform/database/index.ts';
import { documentOf } from '#platform/web/layout.ts';
import type { Page, Person, Visit } from '#platform/web/visit.ts';
import { queuePage } from '../src/families/decisions/pages/queue-page.ts';
import { reportPage } from '../src/families/packages/pages/report-page.ts';
import { packagesCsv } from '../src/families/packages/report-csv.ts';
import { workPage } from '../src/families/work-list/pages/work.ts';
import { migrationFolders } from '../src/modules.ts';
import { testAuthority } from '../test/database.ts';
import { freshDatabase, withServer } from '../test/postgres-server.ts';
import { testPerson, testVisit } from '../test/visit.ts';
import { fillCouncil } from './fill-council.ts';
import { middleOf } from './middle.ts';

/** What one kind of page takes, in milliseconds. */
export type Took = {
  readonly asked: number;
  /** What this process used for one, by the middle. The server's own is not in it. */
  readonly processorTime: number;
  readonly half: number;
  readonly ninetyFive: number;
  readonly most: number;
};

export type QueueAndPackages = {
  readonly load: number;
  readonly children: number;
  readonly queue: Took;
  /** The queue searched for a part of a reference or of a name. */
  readonly search: Took;
  /** A practitioner's list of work. */
  readonly work: Took;
  readonly report: Took;
  /** The first report of a process, which works every package out. */
  readonly firstReport: number;
  /** A page of the report just after somebody changed a package. */
  readonly reportAfterChange: Took;
  readonly csv: number;
  readonly small: {
    readonly children: number;
    readonly firstReport: number;
    readonly report: number;
    readonly csv: number;
  };
};

const medway = new URL('../authorities/medway', import.meta.url).pathname;
const localities = [
  { name: 'Chatham', postcodes: ['ME4', 'ME5 0', 'ME5 7'] },
  { name: 'Rochester', postcodes: ['ME1'] },
  { name: 'Strood', postcodes: ['ME2'] },
];
const councilOf = (): Authority => ({ ...testAuthority, localities, folder: medway });

/** What an officer asks the report for, one after the other. */
const asked: readonly Record<string, string>[] = [
  {},
  { page: '40' },
  { kind: 'overnight' },
  { breach: 'any' },
  { breach: 'grant-beside-other-support', locality: 'Chatham' },
  { review: 'overdue', sort: 'review' },
  { age: '11-15', cost: 'to-5000' },
  { payer: 'health', sort: 'nights' },
  { way: 'direct-payment', sort: 'age', page: '7' },
  { scheme: 'medway-2025', sort: 'hours' },
];

/** What an officer searches the queue for. */
const searched: readonly Record<string, string>[] = [
  { search: 'SB-12' },
  { search: 'sb-4999' },
  { search: 'Child 4999' },
  { search: 'nobody' },
  { search: 'Family 12', show: 'all' },
];

/** No kind of page is asked for longer than this: on a busy machine there are fewer figures. */
const mostMilliseconds = 25_000;

const told = await withServer(async (server) => ({
  ...(await measure(server, 50_000)),
  small: await measureSmall(server),
}));
process.stdout.write(`${JSON.stringify(told)}\n`);

type Filled = {
  readonly database: Database;
  readonly authority: Authority;
  readonly officer: Person;
  readonly others: readonly Person[];
};
type Server = Parameters<typeof freshDatabase>[0]['server'];

async function filled<T>(server: Server, children: number, work: (filled: Filled) => Promise<T>): Promise<T> {
  const fresh = await freshDatabase({ server });
  const database = await openServer({ url: fresh.url, connections: 4 });
  try {
    const authority = councilOf();
    await migrate(database, readMigrations(migrationFolders));
    await syncAuthorities(database, [authority]);
    const officer = await testPerson({ database, name: 'Priya Shah', roles: ['short-breaks-officer'] });
    const family = await testPerson({ database, name: 'A Parent' });
    await fillCouncil(database, { authorityId: authority.id, personId: family.id, children });
    const others = [];
    for (const role of ['short-breaks-officer', 'social-worker', 'team-manager'])
      others.push(await testPerson({ database, name: `A Worker, ${role}`, roles: [role] }));
    return await work({ database, authority, officer, others });
  } finally {
    await database.close();
    await fresh.drop();
  }
}

function open({ database, authority, officer }: Filled, query: Record<string, string>) {
  return <T>(show: (visit: Visit) => Promise<T> | T) =>
    testVisit({ database, authority, person: officer, readOnly: true, query }, show);
}

async function shown(at: Filled, query: Record<string, string>, show: (visit: Visit) => Promise<Page>) {
  const start = performance.now();
  const page = await open(at, query)(show);
  const text = documentOf(
    page,
    { authority: at.authority, person: at.officer, isDemonstration: false },
    false,
  );
  if (Buffer.byteLength(text) < 5_000) throw new Error('The page is nearly empty.');
  return performance.now() - start;
}

async function measure(server: Server, children: number) {
  return filled(server, children, async (at) => {
    const views = ['waiting', 'waiting', 'all', 'asked', 'decided'];
    const firstReport = await shown(at, {}, reportPage);
    const report = await times(200, (index) => shown(at, asked[index % asked.length] ?? {}, reportPage));
    const reportAfterChange = await times(30, async (index) => {
      await touchOne(at, index);
      return shown(at, asked[index % asked.length] ?? {}, reportPage);
    });
    const after = new Map<string, string>();
    const queue = await times(200, (index) =>
      nextOfQueue(at, views[index % views.length] ?? 'waiting', after),
    );
    const search = await times(40, (index) => shown(at, searched[index % searched.length] ?? {}, queuePage));
    const work = await times(60, (index) =>
      shown({ ...at, officer: at.others[index % at.others.length] ?? at.officer }, {}, workPage),
    );
    const load = Math.round((loadavg()[0] ?? 0) * 10) / 10;
    return {
      ...{ load, children, queue, search, work, report, firstReport, reportAfterChange },
      csv: await csvOf(at),
    };
  });
}

/** Opens the page of a view that follows the one opened before; after the last, the first again. */
async function nextOfQueue(at: Filled, view: string, after: Map<string, string>): Promise<number> {
  const from = after.get(view);
  let next: string | undefined;
  const took = await shown(
    at,
    { show: view, ...(from === undefined ? {} : { after: from }) },
    async (visit) => {
      const found = await queuePage(visit);
      next = /[?&](?:amp;)?after=([0-9a-f-]{36})/.exec(found.main.text)?.[1];
      return found;
    },
  );
  if (next === undefined) after.delete(view);
  else after.set(view, next);
  return took;
}

async function measureSmall(server: Server) {
  return filled(server, 5_000, async (at) => {
    const firstReport = await shown(at, {}, reportPage);
    const report = (await times(20, (index) => shown(at, asked[index % asked.length] ?? {}, reportPage)))
      .most;
    return { children: 5_000, firstReport, report, csv: await csvOf(at) };
  });
}

async function csvOf(at: Filled): Promise<number> {
  const start = performance.now();
  const { body } = await open(at, {})(packagesCsv);
  if (String(body).split('\r\n').length < 1_000) throw new Error('The spreadsheet is nearly empty.');
  return performance.now() - start;
}

/** Changes one child's support, as somebody in the next room would while the report is read. */
async function touchOne({ database, authority }: Filled, index: number): Promise<void> {
  await database.transaction({ authorityId: authority.id, standing: 'system' }, async (transaction) => {
    const row = await transaction
      .selectFrom('other_support')
      .select('id')
      .orderBy('id')
      .offset(index * 10)
      .limit(1)
      .executeTakeFirstOrThrow();
    await transaction
      .updateTable('other_support')
      .set({ yearly_pence: 100_000 + index })
      .where('id', '=', row.id)
      .execute();
  });
}

async function times(count: number, once: (index: number) => Promise<number>): Promise<Took> {
  const took: number[] = [];
  const used: number[] = [];
  const end = performance.now() + mostMilliseconds;
  // The first five are the warm-up.
  for (let index = -5; index < count && performance.now() < end; index++) {
    const before = process.cpuUsage();
    const one = await once(Math.abs(index));
    const { user, system } = process.cpuUsage(before);
    if (index < 0) continue;
    took.push(one);
    used.push((user + system) / 1_000);
  }
  const sorted = took.toSorted((one, other) => one - other);
  return {
    asked: took.length,
    processorTime: middleOf(used),
    half: middleOf(took),
    ninetyFive: sorted[Math.ceil(took.length * 0.95) - 1] ?? Number.NaN,
    most: sorted.at(-1) ?? Number.NaN,
  };
}
