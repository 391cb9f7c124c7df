// A real PostgreSQL server for the tests that the embedded database cannot answer: races, locks, several connections.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';

/** A server that runs. `url` names its empty database `postgres` and a role that may do everything. */
export type Server = { url: string; stop(): Promise<void> };

/** Why no server runs here: a sentence, to be shown as the reason for a skipped test. */
export type Unavailable = { unavailable: string };

/** Set by the runner, which starts one server for the whole run. */
const sharedUrl = 'DAYBREAK_TEST_POSTGRES_URL';
/** Set by the runner where it could not start one, so that not every file tries again. */
const sharedReason = 'DAYBREAK_TEST_POSTGRES_UNAVAILABLE';

/**
 * Starts a server of its own: a free port on the loopback, an empty cluster, trust for everyone on this machine.
 * It takes about a second. It stops by `stop()`, or by itself when this process ends in any way; until then it does
 * not keep this process alive.
 */
export async function startPostgres(): Promise<Server | Unavailable> {
  const guard = spawn(process.execPath, [path.join(import.meta.dirname, 'runner', 'postgres-guard.ts')], {
    // Out of our process group: Ctrl-C ends the tests first, and the guard when they are gone.
    detached: process.platform !== 'win32',
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const gone = once(guard, 'exit');
  const lines = createInterface({ input: guard.stdout });
  const line = await Promise.race([once(lines, 'line'), gone]);
  lines.close();
  const told: { url?: string; unavailable?: string } = typeof line[0] === 'string' ? JSON.parse(line[0]) : {};
  if (told.url === undefined) {
    guard.stdin.end();
    await gone;
    return {
      unavailable: told.unavailable ?? 'PostgreSQL does not start here: its guard ended without a word',
    };
  }
  guard.unref();
  for (const pipe of [guard.stdin, guard.stdout])
    if ('unref' in pipe && typeof pipe.unref === 'function') pipe.unref();
  return {
    url: told.url,
    async stop() {
      guard.ref();
      guard.stdin.end();
      if (guard.exitCode === null && guard.signalCode === null) await gone;
    },
  };
}

/** The server of this test run where the runner started one (its `stop` then does nothing), else one of our own. */
export async function serverForTests(): Promise<Server | Unavailable> {
  const url = process.env[sharedUrl];
  if (url) return { url, stop: async () => {} };
  const reason = process.env[sharedReason];
  if (reason) return { unavailable: reason };
  return startPostgres();
}

/** Starts a server and names it to the processes that this one starts. For the runner. */
export async function shareServer(): Promise<Server | Unavailable> {
  const server = await startPostgres();
  if ('unavailable' in server) withoutServer(server.unavailable);
  else process.env[sharedUrl] = server.url;
  return server;
}

/** Makes every process that this one starts skip what needs a server, with this reason. For the runner. */
export function withoutServer(reason: string): void {
  process.env[sharedReason] = reason;
}

/** Does `work` with a server and stops it afterwards where it is our own. Gives what `work` gave, or why there is none. */
export async function withServer<Result>(
  work: (server: Server) => Promise<Result>,
): Promise<Result | Unavailable> {
  const server = await serverForTests();
  if ('unavailable' in server) return server;
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

/** A database of one test file's own. `drop` ends its connections and removes it. */
export type FreshDatabase = { url: string; name: string; drop(): Promise<void> };

/** Makes a new database on the server, empty or as a copy of `template` (a name that `templateDatabase` gave). */
export async function freshDatabase({
  server,
  template = 'template1',
}: {
  server: Server;
  template?: string;
}): Promise<FreshDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administer(server, (admin) =>
    admin.query(`create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(template)}`),
  );
  return {
    url: urlOf(server, name),
    name,
    async drop() {
      await administer(server, (admin) =>
        admin.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`),
      );
    },
  };
}

/**
 * The name of a database to copy for each test file. Where it is not there yet, `build` fills it (runs the migrations,
 * say) and must close its connections; of several processes that ask at once, one builds and the others wait.
 * Change `name` when what it holds changes.
 */
export async function templateDatabase({
  server,
  name,
  build,
}: {
  server: Server;
  name: string;
  build: (url: string) => Promise<void>;
}): Promise<string> {
  const making = `${name}_making`;
  await administer(server, async (admin) => {
    await admin.query('select pg_advisory_lock(hashtextextended($1, 0))', [name]);
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount) return;
    await admin.query(`drop database if exists ${pg.escapeIdentifier(making)} with (force)`);
    await admin.query(`create database ${pg.escapeIdentifier(making)}`);
    await build(urlOf(server, making));
    await admin.query(`alter database ${pg.escapeIdentifier(making)} rename to ${pg.escapeIdentifier(name)}`);
  });
  return name;
}

function urlOf(server: Server, database: string): string {
  const url = new URL(server.url);
  url.pathname = `/${database}`;
  return url.href;
}

async function administer<Result>(
  server: Server,
  work: (admin: pg.Client) => Promise<Result>,
): Promise<Result> {
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}
