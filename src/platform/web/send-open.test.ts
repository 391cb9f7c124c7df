import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { Database } from '#platform/database/index.ts';
import { testDatabase } from '../../../test/database.ts';
import { testSite } from '../../../test/site.ts';
import { get, nothingPersonal, policy } from './route.ts';
import { openAnswer } from './visit.ts';

let database: Database;
let site: FastifyInstance;

const anyone = policy('Anybody may read it.', () => 'allowed');
const changed = Temporal.Instant.from('2026-03-29T01:00:00.750Z');

before(async () => {
  const show = () =>
    openAnswer({ mediaType: 'application/json', body: '{"a":1}', etag: 'v7', lastModified: changed });
  const pieces = () => openAnswer({ mediaType: 'application/x-ndjson', body: ['{"a":1}\n', '{"a":2}\n'] });
  const framed = () => openAnswer({ mediaType: 'text/html', body: '<p>List</p>', mayBeFramed: true });
  const open = { policy: anyone, audit: nothingPersonal };
  database = await testDatabase();
  site = await testSite({
    database,
    routes: [
      get('/data', { ...open, show }),
      get('/pieces', { ...open, show: pieces }),
      get('/framed', { ...open, show: framed }),
    ],
  });
});
after(async () => {
  await site.close();
  await database.close();
});

const ask = (url: string, headers: Record<string, string> = {}) => site.inject({ url, headers });

test('open data may be read by any site, and says when it changed', async () => {
  const answer = await ask('/data');
  assert.equal(answer.statusCode, 200);
  assert.equal(answer.headers['access-control-allow-origin'], '*');
  assert.equal(answer.headers['last-modified'], 'Sun, 29 Mar 2026 01:00:00 GMT');
  assert.equal(answer.headers.etag, 'W/"v7"');
  assert.deepEqual(answer.json(), { a: 1 });
});

test('who has it already is told so, and the tag goes before the date', async () => {
  const date = 'Sun, 29 Mar 2026 01:00:00 GMT';
  const told = async (headers: Record<string, string>) => (await ask('/data', headers)).statusCode;
  assert.equal(await told({ 'if-none-match': 'W/"v7"' }), 304);
  assert.equal(await told({ 'if-none-match': '"v6", "v7"' }), 304);
  assert.equal(await told({ 'if-modified-since': date }), 304);
  assert.equal(await told({ 'if-none-match': '"v6"', 'if-modified-since': date }), 200);
});

test('pieces are sent one after another', async () => {
  assert.equal((await ask('/pieces')).body, '{"a":1}\n{"a":2}\n');
});

test('only what says so may stand in a frame of another site', async () => {
  const framed = await ask('/framed');
  assert.match(String(framed.headers['content-security-policy']), /frame-ancestors \*/);
  assert.equal(framed.headers['x-frame-options'], undefined);
  assert.match(String((await ask('/data')).headers['content-security-policy']), /frame-ancestors 'none'/);
});
