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
      get('/data', { ...open, show, isOpenData: true }),
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
  assert.equal(answer.headers['access-control-expose-headers'], 'ETag, Last-Modified');
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

const preflight = (of: FastifyInstance, url: string) =>
  of.inject({
    method: 'OPTIONS',
    url,
    headers: {
      origin: 'https://charity.example.org',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'if-none-match',
    },
  });

test('a browser that asks first is told that it may read open data, and of nothing else', async () => {
  const allowed = await preflight(site, '/data');
  assert.equal(allowed.statusCode, 204);
  assert.equal(allowed.body, '');
  assert.equal(allowed.headers['access-control-allow-origin'], '*');
  assert.equal(allowed.headers['access-control-allow-methods'], 'GET, HEAD');
  assert.equal(allowed.headers['access-control-allow-headers'], '*');
  assert.equal(allowed.headers['access-control-allow-credentials'], undefined);
  const closed = await preflight(site, '/framed');
  assert.equal(closed.statusCode, 404);
  assert.equal(closed.headers['access-control-allow-origin'], undefined);
});

test('of the whole service it is what is published for others that answers so', async () => {
  const whole = await testSite({ database });
  const statusOf = async (url: string) => (await preflight(whole, url)).statusCode;
  for (const url of [
    '/open-referral',
    '/open-referral/openapi.json',
    '/open-referral/services',
    '/open-referral/services/018f0000-0000-7000-8000-00000000a001',
    '/openactive/feeds/session-series',
    '/openactive/feeds/scheduled-sessions',
    '/embed/list.json',
    '/vocabulary/accessibility.jsonld',
  ])
    assert.equal(await statusOf(url), 204, url);
  for (const url of ['/', '/find', '/account', '/practitioners', '/open-data', '/provider'])
    assert.equal(await statusOf(url), 404, url);
  await whole.close();
});
