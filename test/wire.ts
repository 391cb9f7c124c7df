// A web server that listens, with made-up routes, and what speaks to it byte by byte, as no ordinary browser would.
import assert from 'node:assert/strict';
import { type AddressInfo, connect } from 'node:net';
import { after } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { settableClock } from '#kernel/clock.ts';
import type { Database } from '#platform/database/index.ts';
import { formTo } from '#platform/web/form-page.ts';
import { html } from '#platform/web/html.ts';
import { get, nothingPersonal, policy, post } from '#platform/web/route.ts';
import { sealWith } from '#platform/web/seal.ts';
import { buildServer } from '#platform/web/server.ts';
import type { ServerParts } from '#platform/web/server-parts.ts';
import { page, redirect, type Visit } from '#platform/web/visit.ts';
import { testAuthority, testDatabase } from './database.ts';
import { testFiles } from './files.ts';
import { testNow } from './visit.ts';

const anyone = policy('Anybody', () => 'allowed');
const form = (visit: Visit) =>
  page({ title: 'A form', main: html`<h1>A form</h1>${formTo(visit, html``, { takesFiles: true })}` });

const routes: ServerParts['routes'] = [
  get('/', {
    policy: anyone,
    audit: nothingPersonal,
    show: () => page({ title: 'First', main: html`<h1>First page</h1>` }),
  }),
  get('/form', { policy: anyone, audit: nothingPersonal, show: form }),
  get('/things/:id', {
    policy: anyone,
    audit: nothingPersonal,
    show: async (visit) => {
      const rows = await visit.transaction
        .selectFrom('people')
        .select('id')
        .where('name', '=', visit.params.id ?? '')
        .where('email', '=', visit.query.get('q') ?? '')
        .execute();
      return page({
        title: 'Thing',
        main: html`<h1>${rows.length} ${visit.params.id} ${visit.query.get('q')}</h1>`,
      });
    },
  }),
  get('/broken', {
    policy: anyone,
    audit: nothingPersonal,
    show: () => {
      throw new Error('the password is swordfish');
    },
  }),
  get('/away/:where', {
    policy: anyone,
    audit: nothingPersonal,
    show: (visit) => redirect(`/find?words=${visit.params.where}`),
  }),
  get('/file/:name', {
    policy: anyone,
    audit: nothingPersonal,
    show: (visit) => ({
      kind: 'download',
      name: visit.params.name ?? '',
      mediaType: 'text/plain',
      body: 'x',
    }),
  }),
  post('/files', {
    policy: anyone,
    audit: nothingPersonal,
    takesFiles: true,
    act: async (visit) =>
      redirect(
        `/took/${visit.uploads.map((one) => (one.tooBig ? 'too-big' : one.bytes.length)).join('-') || 'none'}`,
      ),
    again: form,
  }),
  post('/words', { policy: anyone, audit: nothingPersonal, act: async () => redirect('/done'), again: form }),
  post('/rare', {
    policy: anyone,
    audit: nothingPersonal,
    mostAMinute: 3,
    act: async () => redirect('/done'),
    again: form,
  }),
];

/** A server that listens on the loopback. */
export type Listening = { readonly port: number; readonly address: string };

/**
 * Starts servers for a test file, with the routes above and the parts named. They and their database are
 * closed when the file ends. Call it once at the top of the file.
 */
export function servers(): (parts?: Partial<ServerParts>) => Promise<Listening> {
  const started: FastifyInstance[] = [];
  let database: Promise<Database> | undefined;
  after(async () => {
    for (const server of started) await server.close();
    await (await database)?.close();
  });
  return async (parts = {}) => {
    database ??= testDatabase();
    const app = await buildServer({
      database: await database,
      clock: settableClock(testNow),
      files: testFiles(),
      seal: sealWith(Buffer.alloc(32, 1)),
      cookieKey: Buffer.alloc(32, 2),
      isDemonstration: false,
      constraintRefusals: {},
      queueMessage: async () => {},
      authorities: [testAuthority],
      routes,
      origin: null,
      trustProxy: false,
      maxUploadBytes: 10_485_760,
      logLevel: 'silent',
      metricsToken: null,
      ...parts,
    });
    started.push(app);
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    return { port, address: `http://127.0.0.1:${port}` };
  };
}

/** Sends bytes as they are and gives what comes back until the server closes or falls silent. */
export async function raw(port: number, bytes: string | Buffer): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1' });
  socket.setTimeout(1_000, () => socket.destroy());
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1');
  });
  socket.on('error', () => {});
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.once('connect', () => socket.write(bytes));
  await closed;
  return text;
}

/** Asks with one line and these headers, and no more. */
export const ask = (port: number, line: string, headers = '') =>
  raw(port, `${line}\r\nhost: localhost\r\nconnection: close\r\n${headers}\r\n`);

/** A page of ours for what went wrong: whole, with the telephone number, and without anything of the inside. */
export function assertErrorPage(answer: string, status: number, title: string, asked = ''): void {
  assert.match(answer, new RegExp(`^HTTP/1\\.1 ${status} `), `${asked}: ${answer.slice(0, 300)}`);
  assert.match(answer, /content-type: text\/html; charset=utf-8/i);
  assert.ok(answer.includes(`<h1 class="govuk-heading-l">${title}</h1>`), answer.slice(0, 4000));
  assert.ok(answer.includes('01632 960001'));
  assert.match(answer, /content-security-policy: default-src 'self'/i);
  assert.doesNotMatch(answer, /swordfish|node_modules|\.ts:\d|at async|FST_|Fastify|"statusCode"/);
}
