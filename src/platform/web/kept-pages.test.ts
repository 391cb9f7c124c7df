import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { settableClock } from '#kernel/clock.ts';
import type { Database } from '#platform/database/index.ts';
import { testDatabase } from '../../../test/database.ts';
import { testSite } from '../../../test/site.ts';
import { testNow } from '../../../test/visit.ts';
import { formTo } from './form-page.ts';
import { html } from './html.ts';
import { get, nothingPersonal, policy } from './route.ts';
import { notFound, page } from './visit.ts';

let database: Database;
let site: FastifyInstance;
let made = 0;
let state = 'one';
const clock = settableClock(testNow);
const anyone = policy('Anybody may read it.', () => 'allowed');
const long = 'a word '.repeat(1000);

before(async () => {
  database = await testDatabase();
  const kept = { policy: anyone, audit: nothingPersonal, keptWhile: async () => state };
  site = await testSite({
    database,
    clock,
    routes: [
      get('/page', {
        ...kept,
        show: (visit) =>
          page({ title: 'Page', main: html`<p>made ${++made} ${visit.query.get('q')}</p>${long}` }),
      }),
      get('/form', {
        ...kept,
        show: (visit) => page({ title: 'Form', main: html`${++made}${formTo(visit, html``)}` }),
      }),
      get('/noted', {
        ...kept,
        show: (visit) => {
          visit.note({ event: 'thing.seen' });
          return page({ title: 'Noted', main: html`<p>made ${++made}</p>` });
        },
      }),
      get('/wrong', {
        ...kept,
        show: () => page({ title: 'Wrong', status: 404, main: html`<p>made ${++made}</p>` }),
      }),
      get('/nothing', {
        ...kept,
        show: () => {
          made += 1;
          return notFound();
        },
      }),
      get('/each', {
        policy: anyone,
        audit: nothingPersonal,
        show: () => page({ title: 'Each', main: html`<p>made ${++made}</p>` }),
      }),
    ],
  });
});
after(async () => {
  await site.close();
  await database.close();
});

const ask = (url: string, headers: Record<string, string> = {}) => site.inject({ url, headers });
const madeFor = async (url: string, headers: Record<string, string> = {}) => {
  const before = made;
  await ask(url, headers);
  return made - before;
};

test('a page is made once for all who bring nothing along, and is the same to the byte', async () => {
  const first = await ask('/page?q=1');
  const second = await ask('/page?q=1');
  assert.equal(second.body, first.body);
  for (const name of ['content-type', 'cache-control', 'content-security-policy', 'x-frame-options'])
    assert.equal(second.headers[name], first.headers[name], name);
  assert.equal(await madeFor('/page?q=1'), 0);
  assert.equal(await madeFor('/page?q=2'), 1);
});

test('whoever brings a cookie has the page made, and it is kept for nobody', async () => {
  await ask('/page?q=3', { cookie: 'daybreak_child=x' });
  assert.equal(await madeFor('/page?q=3'), 1);
  assert.equal(await madeFor('/page?q=3', { cookie: 'a=b' }), 1);
});

test('a change, or the next minute, has it made anew', async () => {
  await ask('/page?q=4');
  state = 'two';
  assert.equal(await madeFor('/page?q=4'), 1);
  assert.equal(await madeFor('/page?q=4'), 0);
  clock.moveTo(testNow.add({ seconds: 61 }));
  assert.equal(await madeFor('/page?q=4'), 1);
});

test('what is made small says the same, once for each way', async () => {
  const { body } = await ask('/page?q=5');
  const br = await ask('/page?q=5', { 'accept-encoding': 'gzip, deflate, br' });
  assert.equal(br.headers['content-encoding'], 'br');
  assert.match(String(br.headers.vary), /accept-encoding/i);
  assert.equal(brotliDecompressSync(br.rawPayload).toString(), body);
  const gzip = await ask('/page?q=5', { 'accept-encoding': 'gzip, br;q=0' });
  assert.equal(gzip.headers['content-encoding'], 'gzip');
  assert.equal(gunzipSync(gzip.rawPayload).toString(), body);
});

for (const path of ['/form', '/noted', '/wrong', '/nothing', '/each']) {
  test(`${path} is made for each: a form, a note, a page not found, a route that keeps none`, async () => {
    await ask(path);
    assert.equal(await madeFor(path), 1);
  });
}
