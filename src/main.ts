import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type Clock, systemClock } from '#kernel/clock.ts';
import { publishOffer } from '#offer/directory/index.ts';
import { keepFreshness } from '#offer/freshness/index.ts';
import { refreshSessions } from '#offer/sessions/index.ts';
import { type Authority, loadAuthorities, syncAuthorities } from '#platform/authorities/index.ts';
import {
  type Database,
  migrate,
  openEmbedded,
  openServer,
  readMigrations,
} from '#platform/database/index.ts';
import { type FileDesk, fileDesk, standardFileLimits, virusScanner } from '#platform/files/index.ts';
import { councilSignIn } from '#platform/people/index.ts';
import type { Surroundings } from '#platform/web/asking.ts';
import { sealWith } from '#platform/web/seal.ts';
import { buildServer } from '#platform/web/server.ts';
import { loadDemonstration } from '../demo/load-demonstration.ts';
import { backgroundOf } from './background.ts';
import { type Config, keyFor } from './config.ts';
import { fileStoreOf } from './file-store-of.ts';
import { constraintRefusals, migrationFolders, routes } from './modules.ts';

/** Where the steps of a start are told, one line each. */
export type Progress = (line: string) => void;

/** The opened parts of Daybreak, without a web server: what the command line works with. */
export type Opened = {
  readonly config: Config;
  readonly authorities: readonly Authority[];
  readonly database: Database;
};

/** Opens the database that the configuration names, without migrating it. */
export function openDatabase(config: Config): Promise<Database> {
  return config.databaseUrl === null
    ? openEmbedded({ folder: join(config.dataFolder, 'database') })
    : openServer({ url: config.databaseUrl });
}

/** Makes each directory say what its authority's offer folder says, and tells of what could not be taken. */
async function publishOffers(
  database: Database,
  authorities: readonly Authority[],
  progress: Progress,
): Promise<void> {
  for (const authority of authorities) {
    const published = await database.transaction(
      { authorityId: authority.id, standing: 'system' },
      async (transaction) => {
        const now = systemClock.now();
        const done = await publishOffer(transaction, { authority, at: now });
        const today = systemClock.today();
        await keepFreshness(transaction, { authority, today });
        await refreshSessions(transaction, { authority, today, now });
        return done;
      },
    );
    const changes = published.added + published.changed + published.withdrawn;
    if (changes > 0) progress(`${authority.name}: ${changes} listings of the offer brought up to date`);
    for (const mistake of published.mistakes)
      progress(`${mistake.fileName}: ${mistake.listing ?? ''} ${mistake.field}: ${mistake.message}`);
  }
}

/** Opens everything below the web server, migrated, with the authorities of the configured folder known. */
export async function open(config: Config, progress: Progress): Promise<Opened> {
  const authorities = loadAuthorities(config.authoritiesFolder);
  progress(
    config.databaseUrl === null
      ? `Opening the embedded database in ${config.dataFolder}`
      : 'Opening the database server',
  );
  const database = await openDatabase(config);
  try {
    const done = await migrate(database, readMigrations(migrationFolders));
    if (done.length > 0) progress(`Brought the database up to date: ${done.length} steps`);
    await syncAuthorities(database, authorities);
    await publishOffers(database, authorities, progress);
  } catch (error) {
    await database.close();
    throw error;
  }
  return { config, authorities, database };
}

/** Gives the desk for files, with the keys, limits and scanner of the configuration. */
export function filesOf(config: Config): FileDesk {
  return fileDesk({
    store: fileStoreOf(config),
    scanner: virusScanner(config.clamav === null ? undefined : { address: config.clamav }),
    limits: { ...standardFileLimits, maxBytes: config.maxUploadBytes },
  });
}

/** A running service. */
export type Running = {
  readonly app: FastifyInstance;
  readonly opened: Opened;
  readonly address: string;
  close(): Promise<void>;
};

/** What every request is lent: the database, the clock, the keys, the desk for files, the post. */
export function surroundingsOf(
  opened: Opened,
  clock: Clock,
  background = backgroundOf(opened, clock),
): Surroundings {
  const { config, database } = opened;
  return {
    database,
    clock,
    files: filesOf(config),
    seal: sealWith(keyFor(config.secret, 'sealed-forms')),
    isDemonstration: config.isDemonstration,
    constraintRefusals,
    queueMessage: background.queueMessage,
    signInService: config.openId === null ? undefined : councilSignIn(config.openId),
  };
}

/** What the log may say of an error: its kind, never its words, which may hold what a person typed. */
function errorName(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? ` ${String(error.code)}` : '';
  return error instanceof Error ? `${error.name}${code}` : typeof error;
}

type StartOptions = { readonly config: Config; readonly progress: Progress; readonly clock?: Clock };

/** Starts the service: opens everything, listens, and gives how to stop it with the requests in flight finished. */
export async function start(options: StartOptions): Promise<Running> {
  const opened = await open(options.config, options.progress);
  try {
    return await serve(opened, options);
  } catch (error) {
    // Left open it would keep a process that has said why it cannot start.
    await opened.database.close();
    throw error;
  }
}

async function serve(opened: Opened, options: StartOptions): Promise<Running> {
  const { config, progress } = options;
  const clock = options.clock ?? systemClock;
  const background = backgroundOf(opened, clock);
  const around = surroundingsOf(opened, clock, background);
  if (config.isDemonstration) await loadDemonstration({ ...opened, around, routes, progress });
  const app = await buildServer({
    ...around,
    authorities: opened.authorities,
    cookieKey: keyFor(config.secret, 'cookies'),
    routes,
    origin: config.origin,
    trustProxy: config.trustProxy,
    maxUploadBytes: config.maxUploadBytes,
    logLevel: config.logLevel,
    metricsToken: config.metricsToken,
  });
  try {
    // Before the service listens: preparing the queues keeps the embedded database busy for a second, and
    // whoever is told that the service is ready should not wait for that.
    await background.start(({ what, error }) =>
      app.log.error({ what, problem: errorName(error) }, 'background'),
    );
    await app.listen({ port: config.port, host: config.host });
  } catch (error) {
    await app.close();
    await background.stop();
    throw error;
  }
  const port =
    app.addresses().map((one) => (typeof one === 'string' ? config.port : one.port))[0] ?? config.port;
  return {
    app,
    opened,
    address: `http://${config.host}:${port}`,
    async close() {
      await app.close();
      await background.stop();
      await opened.database.close();
    },
  };
}
