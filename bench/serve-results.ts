// Answers the results page of the directory in three ways, on one database, each on a port of its own:
//   daybreak   the service as it is started
//   nunjucks   the same web server with the same plugins, and the page made by Nunjucks after the same search
//   bare       a handler of Fastify alone, which asks the database the same and sends the same bytes
// Says as a line of JSON where they are, answers each line of its standard input with the microseconds of processor
// time that it has used so far, and serves until that input ends.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import Fastify, { type FastifyInstance } from 'fastify';
import type { CompiledQuery, KyselyPlugin } from 'kysely';
import { systemClock } from '#kernel/clock.ts';
import type { Database, Scope, Transaction } from '#platform/database/index.ts';
import { authorityOf } from '#platform/web/asked-of.ts';
import type { Route } from '#platform/web/route.ts';
import { buildServer } from '#platform/web/server.ts';
import { type Config, keyFor, readConfig } from '../src/config.ts';
import { type Opened, start, surroundingsOf } from '../src/main.ts';
import { routes } from '../src/modules.ts';
import { answerFind } from '../src/offer/directory/actions/answer-find.ts';
import { liveListings, publishOffer } from '../src/offer/directory/index.ts';
import { onlyCouncils } from '../test/authorities.ts';
import { resultsByNunjucks } from './nunjucks-results.ts';

/** What this process says of itself. */
export type Told = {
  readonly daybreak: string;
  readonly nunjucks: string;
  readonly bare: string;
  readonly listings: number;
  readonly queries: number;
};

const [asked = '/find'] = process.argv.slice(2);
const folder = await mkdtemp(path.join(tmpdir(), 'daybreak-bench-'));
const config = readConfig({
  PORT: '0',
  HOST: '127.0.0.1',
  DAYBREAK_DATA: path.join(folder, 'data'),
  DAYBREAK_AUTHORITIES: onlyCouncils('medway'),
  DAYBREAK_DEMONSTRATION: 'on',
  LOG_LEVEL: 'silent',
  DATABASE_URL: process.env.DATABASE_URL,
  DAYBREAK_SECRET: Buffer.alloc(32, 7).toString('base64'),
});
if (!config.ok) throw new Error(config.message);
const running = await start({ config: config.value, progress: () => {} });
const listings = await publishWhereEmpty(running.opened);
const nunjucksApp = await nunjucksServer(running.opened, config.value);
const recorded = await record(running.opened, config.value);
const bareApp = bareServer(running.opened.database, recorded);
const told: Told = {
  daybreak: running.address,
  nunjucks: await listen(nunjucksApp),
  bare: await listen(bareApp),
  listings,
  queries: recorded.transactions.reduce((sum, { queries }) => sum + queries.length, 0),
};
process.stdout.write(`${JSON.stringify(told)}\n`);

const lines = createInterface({ input: process.stdin });
lines.on('line', () => {
  const { user, system } = process.cpuUsage();
  process.stdout.write(`${user + system}\n`);
});
lines.once('close', async () => {
  await Promise.all([nunjucksApp.close(), bareApp.close()]);
  await running.close();
  await rm(folder, { recursive: true, force: true });
  process.exit(0);
});

async function listen(app: FastifyInstance): Promise<string> {
  return app.listen({ port: 0, host: '127.0.0.1' });
}

/** Puts the demonstration's listings into the directory where the start has not done so. Gives how many there are. */
async function publishWhereEmpty({ database, authorities }: Opened): Promise<number> {
  let count = 0;
  for (const authority of authorities) {
    const scope: Scope = { authorityId: authority.id, standing: 'system' };
    count += await database.transaction(scope, async (transaction) => {
      if ((await liveListings(transaction, authority.id, systemClock.today())).length === 0) {
        await publishOffer(transaction, { authority, at: systemClock.now() });
      }
      return (await liveListings(transaction, authority.id, systemClock.today())).length;
    });
  }
  return count;
}

/** Daybreak's web server with its plugins, on other routes or on a database that listens. */
function serverWith(
  opened: Opened,
  settings: Config,
  other: { readonly routes: readonly Route[]; readonly database: Database },
): Promise<FastifyInstance> {
  return buildServer({
    ...surroundingsOf({ ...opened, database: other.database }, systemClock),
    authorities: opened.authorities,
    cookieKey: keyFor(settings.secret, 'cookies'),
    routes: other.routes,
    origin: settings.origin,
    trustProxy: settings.trustProxy,
    maxUploadBytes: settings.maxUploadBytes,
    logLevel: settings.logLevel,
    metricsToken: settings.metricsToken,
  });
}

async function nunjucksServer(opened: Opened, settings: Config): Promise<FastifyInstance> {
  const { database, authorities } = opened;
  const app = await serverWith(opened, settings, { routes: [], database });
  app.get('/find', async (request, reply) => {
    const authority = authorityOf(request, authorities);
    if (authority === null) throw new Error('The comparison needs one authority.');
    const query = new URLSearchParams(request.url.split('?').slice(1).join('?'));
    const scope: Scope = { authorityId: authority.id, standing: 'public', readOnly: true };
    const answer = await database.transaction(scope, (transaction) =>
      answerFind({ transaction, authority, query, clock: systemClock }),
    );
    return reply
      .header('content-type', 'text/html; charset=utf-8')
      .send(resultsByNunjucks(answer, authority));
  });
  return app;
}

/** What Daybreak asked of the database for one page, and what it sent. */
type Recorded = {
  readonly transactions: readonly { readonly scope: Scope; readonly queries: CompiledQuery[] }[];
  readonly body: Buffer;
};

/** Asks Daybreak for the page once, on a database that notes each query. */
async function record(opened: Opened, settings: Config): Promise<Recorded> {
  const transactions: { scope: Scope; queries: CompiledQuery[] }[] = [];
  const { database } = opened;
  const listening: Database = {
    ...database,
    transaction(scope, work) {
      const queries: CompiledQuery[] = [];
      transactions.push({ scope, queries });
      return database.transaction(scope, (transaction) =>
        work(transaction.withPlugin(noteInto(queries, transaction))),
      );
    },
  };
  const app = await serverWith(opened, settings, { routes, database: listening });
  const { rawPayload, statusCode } = await app.inject(asked);
  await app.close();
  if (statusCode !== 200) throw new Error(`${asked} answers ${statusCode}.`);
  return { transactions, body: rawPayload };
}

function noteInto(queries: CompiledQuery[], transaction: Transaction): KyselyPlugin {
  return {
    transformQuery({ node, queryId }) {
      queries.push(transaction.getExecutor().compileQuery(node, queryId));
      return node;
    },
    transformResult: async ({ result }) => result,
  };
}

function bareServer(database: Database, { transactions, body }: Recorded): FastifyInstance {
  const app = Fastify();
  app.get('/find', async (_request, reply) => {
    for (const { scope, queries } of transactions) {
      await database.transaction(scope, async (transaction) => {
        for (const query of queries) await transaction.executeQuery(query);
      });
    }
    return reply.header('content-type', 'text/html; charset=utf-8').send(body);
  });
  return app;
}
