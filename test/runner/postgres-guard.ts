// Runs one PostgreSQL server for as long as its standard input is open, then stops it and removes its files.
//
// It is a process of its own because the tests may end in any way: when they crash or are ended by force, the pipe
// closes all the same, and the server goes with it. It says one line of JSON: {"url"} or {"unavailable"}.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Binaries, program, readyBinaries } from './postgres-binaries.ts';

/** The role that owns everything on the test server. */
const owner = 'daybreak';

/** What a server for tests needs, and no more: nothing it holds outlives it, so nothing waits for the disk. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '200',
  log_min_messages: 'warning',
  timezone: 'UTC',
};

// Whatever ends the pipe ends the server; a signal meant for the tests must not end the guard before that.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => process.stdin.destroy());

const folders: string[] = [];
let server: ChildProcess | undefined;
try {
  const { folder, binaries } = whereItRuns();
  const data = makeCluster({ folder, binaries });
  const started = await startOnFreePort({ data, binaries });
  server = started.server;
  tell({ url: `postgres://${owner}@127.0.0.1:${started.port}/postgres` });
  server.once('exit', () => process.stdin.destroy());
  await untilTestsEnd();
} catch (error) {
  tell({
    unavailable: `PostgreSQL does not start here: ${error instanceof Error ? error.message : String(error)}`,
  });
} finally {
  if (server) await stop(server);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}

/** A folder of its own: in the temporary folder, or beside it where the server's account may not enter that one. */
function whereItRuns(): { folder: string; binaries: Binaries } {
  const refusals = [];
  for (const base of [tmpdir(), '/var/tmp'].filter((place) => existsSync(place))) {
    const folder = mkdtempSync(path.join(base, 'daybreak-postgres-'));
    folders.push(folder);
    chmodSync(folder, 0o755);
    try {
      return { folder, binaries: readyBinaries({ folder }) };
    } catch (error) {
      refusals.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error([...new Set(refusals)].join('; '));
}

function tell(line: { url: string } | { unavailable: string }): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

async function untilTestsEnd(): Promise<void> {
  process.stdin.resume();
  if (!process.stdin.destroyed) await once(process.stdin, 'close');
}

/** A new, empty cluster. Its collation is PostgreSQL's own C.UTF-8, so that no machine's locale changes an order. */
function makeCluster({ folder, binaries }: { folder: string; binaries: Binaries }): string {
  const data = path.join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  if (binaries.account) chownSync(data, binaries.account.uid, binaries.account.gid);
  const words = ['-D', data, '-U', owner, '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
  words.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions', '--wal-segsize=1');
  const made = spawnSync(program(binaries, 'initdb'), words, {
    encoding: 'utf8',
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...binaries.account,
  });
  if (made.status !== 0) throw new Error(made.error?.message ?? made.stderr.trim());
  return data;
}

type Cluster = { data: string; binaries: Binaries };

/** Another program may take the free port before the server does: then once more with another. */
async function startOnFreePort(cluster: Cluster): Promise<{ server: ChildProcess; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const started = await start({ ...cluster, port });
    if ('server' in started) return { server: started.server, port };
    if (attempt === 3 || !started.log.includes('could not bind')) throw new Error(started.log.trim());
  }
}

async function start({
  data,
  binaries,
  port,
}: Cluster & { port: number }): Promise<{ server: ChildProcess } | { log: string }> {
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(program(binaries, 'postgres'), ['-D', data, '-p', String(port), ...options], {
    cwd: data,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...binaries.account,
  });
  let log = '';
  const said = Promise.withResolvers<boolean>();
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    // Kept until it stands; afterwards the tests provoke errors by the thousand, and nobody reads them here.
    if (log.length < 10_000) log += text;
    if (log.includes('database system is ready to accept connections')) said.resolve(true);
  });
  server.once('error', (error) => {
    log += error.message;
    said.resolve(false);
  });
  server.once('exit', () => said.resolve(false));
  const tooLong = setTimeout(() => said.resolve(false), 30_000);
  const isReady = await said.promise;
  clearTimeout(tooLong);
  if (isReady) return { server };
  await stop(server);
  return { log: log || 'the server said nothing for 30 seconds' };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

/** Stops without a last checkpoint: the files go too. Ends the one process started here, and no other. */
async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return;
  const gone = once(server, 'exit');
  server.kill('SIGQUIT');
  const force = setTimeout(() => server.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(force);
}
