import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { settableClock } from '#kernel/clock.ts';
import type { Database } from '#platform/database/index.ts';
import { otherAuthority, testAuthority, testDatabase } from '../../../test/database.ts';
import { testSite } from '../../../test/site.ts';
import { testNow } from '../../../test/visit.ts';
import { firstValue } from './form.ts';
import { formTo } from './form-page.ts';
import { html } from './html.ts';
import { get, nothingPersonal, policy, post } from './route.ts';
import { openAnswer, page, redirect, type Visit, wrong } from './visit.ts';

let database: Database;
let site: FastifyInstance;
const clock = settableClock(testNow);
const open = { policy: policy('Anybody may read it.', () => 'allowed'), audit: nothingPersonal };

const form = (visit: Visit) => page({ title: 'Form', main: formTo(visit, html`<p>${visit.path}</p>`) });
const kept = (visit: Visit) => page({ title: 'Kept', main: html`<p>${visit.keptInBrowser('child')}.</p>` });

before(async () => {
  database = await testDatabase();
  site = await testSite({
    database,
    clock,
    authorities: [testAuthority, otherAuthority],
    routes: [
      get('/form', { ...open, show: form }),
      get('/kept', { ...open, show: kept }),
      get('/plain', { ...open, show: () => page({ title: 'Plain', main: html`<p>Same for all</p>` }) }),
      get('/data', {
        ...open,
        show: (visit) =>
          openAnswer({ mediaType: 'text/plain', body: visit.keptInBrowser('child') ?? 'nothing' }),
      }),
      get('/either', {
        ...open,
        show: (visit) => page({ title: visit.accept, main: html`<p>${visit.accept}</p>` }),
      }),
      post('/form', {
        ...open,
        again: form,
        act: async (visit) => {
          const value = firstValue(visit.form, 'value');
          visit.keepInBrowser('child', value === '' ? null : value);
          return value === 'wrong' ? wrong() : redirect('/kept');
        },
      }),
    ],
  });
});
after(async () => {
  await site.close();
  await database.close();
});

const host = testAuthority.hosts[0] ?? '';

async function send(value: string, cookies: Record<string, string> = {}) {
  const shown = await site.inject({ url: '/form', headers: { host }, cookies });
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(shown.body)?.[1] ?? '';
  const own = Object.fromEntries(shown.cookies.map((one) => [one.name, one.value]));
  const payload = new URLSearchParams({ value, _csrf: field('_csrf'), _form: field('_form') });
  return site.inject({
    method: 'POST',
    url: '/form',
    payload: payload.toString(),
    headers: { host, 'content-type': 'application/x-www-form-urlencoded' },
    cookies: { ...own, ...cookies },
  });
}

const cookieOf = (answer: Awaited<ReturnType<typeof send>>) =>
  answer.cookies.find(({ name }) => name === 'daybreak_child');
const readBy = (value: string, at = host) =>
  site.inject({ url: '/kept', headers: { host: at }, cookies: { daybreak_child: value } });

test('an action keeps a text in the browser, sealed, for the days that are told, and a page reads it', async () => {
  const cookie = cookieOf(await send('a hoist, and swimming'));
  assert.ok(cookie !== undefined);
  assert.equal(cookie.httpOnly, true);
  assert.equal(cookie.sameSite, 'Lax');
  assert.equal(cookie.maxAge, 30 * 24 * 3600);
  assert.doesNotMatch(Buffer.from(cookie.value, 'base64url').toString('latin1'), /hoist/);
  const shown = await readBy(cookie.value);
  assert.match(shown.body, /<p>a hoist, and swimming\.<\/p>/);
  assert.equal(shown.headers['cache-control'], 'no-store');
});

test('a page that asks for it is as any other to whoever keeps nothing', async () => {
  const shown = await site.inject({ url: '/kept', headers: { host } });
  assert.match(shown.body, /<p>\.<\/p>/);
  assert.equal(shown.headers['cache-control'], 'private, no-cache');
});

test('a page that does not ask for it is no different with it, and may be kept as before', async () => {
  const cookie = cookieOf(await send('a hoist'));
  const shown = await site.inject({
    url: '/plain',
    headers: { host },
    cookies: { daybreak_child: cookie?.value ?? '' },
  });
  assert.equal(shown.headers['cache-control'], 'private, no-cache');
});

test('it is forgotten when the visitor asks, and nothing is kept of a form that was not taken', async () => {
  const forgotten = cookieOf(await send(''));
  assert.equal(forgotten?.value, '');
  assert.equal(cookieOf(await send('wrong')), undefined);
});

test('a changed cookie, another council’s and an old one hold nothing', async () => {
  const value = cookieOf(await send('a hoist'))?.value ?? '';
  const changed = `${value.slice(0, -3)}${value.endsWith('AAA') ? 'BBB' : 'AAA'}`;
  for (const one of [changed, '', 'x', '!', 'A'.repeat(60)])
    assert.match((await readBy(one)).body, /<p>\.<\/p>/);
  assert.match((await readBy(value, otherAuthority.hosts[0])).body, /<p>\.<\/p>/);
  const before = clock.now();
  clock.moveTo(before.add({ hours: 30 * 24 }));
  assert.match((await readBy(value)).body, /<p>\.<\/p>/);
  clock.moveTo(before);
  assert.match((await readBy(value)).body, /a hoist/);
});

test('open data never hangs on it: a route that tries is a bug, and says nothing', async () => {
  const answer = await site.inject({ url: '/data', headers: { host } });
  assert.equal(answer.statusCode, 500);
});

test('an address that answers in several kinds says so to whoever keeps its answers', async () => {
  const shown = await site.inject({ url: '/either', headers: { host, accept: 'application/ld+json' } });
  assert.match(shown.body, /<p>application\/ld\+json<\/p>/);
  assert.match(String(shown.headers.vary), /accept\b/i);
});
