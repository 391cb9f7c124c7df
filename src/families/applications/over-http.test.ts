// What a bad line, a tired thumb and a night's sleep do to a form, over real HTTP.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { settableClock } from '#kernel/clock.ts';
import { aPdf } from '#platform/files/examples.ts';
import { type Service, startService } from '../../../test/journeys/service.ts';
import { Browser } from './test/browser.ts';

const morning = Temporal.Instant.from('2026-11-24T10:00:00Z');
const clock = settableClock(morning);
let service: Service;
before(async () => {
  service = await startService({ clock });
});
after(() => service.close());

async function newFamily() {
  return new Browser(service, clock).signsIn();
}

test('a letter of 40 MB is answered with a page: what was ticked stays, and nothing is kept of it', async () => {
  const family = await newFamily();
  const address = await family.starts();
  await family.fillsIn(address);
  const hidden = await family.opensForm(`${address}/letters`);
  const body = new FormData();
  for (const [name, value] of Object.entries(hidden)) body.set(name, value);
  body.append('benefit', new Blob([new Uint8Array(aPdf())]), 'small.pdf');
  body.append('diagnosis', new Blob([new Uint8Array(40 * 1024 * 1024).fill(1)]), 'huge.pdf');
  body.append('later', 'yes');
  const { status, html } = await family.asks(`${address}/letters`, { method: 'POST', body });
  assert.equal(status, 422);
  assert.match(html, /<title>Error: /);
  assert.match(html, /“huge\.pdf” must be smaller than 10MB/);
  assert.match(html, /href="#diagnosis"/);
  assert.match(html, /name="later"[^>]*checked/);
  assert.deepEqual(await family.files(), [], 'the small one beside it is not kept by half');
  assert.ok(!JSON.stringify(await family.applications()).includes('small.pdf'));

  const again = new FormData();
  for (const [name, value] of Object.entries(hidden)) again.set(name, value);
  again.append('benefit', new Blob([new Uint8Array(aPdf())]), 'small.pdf');
  const { status: taken } = await family.asks(`${address}/letters`, { method: 'POST', body: again });
  assert.equal(taken, 303, 'the same page, sent again with a smaller file, is taken');
  assert.equal((await family.files()).length, 1);
});

test('more than the service takes in at all is answered with a page, and the draft stands as it was', async () => {
  const family = await newFamily();
  const address = await family.starts();
  const fields = { ...(await family.opensForm(`${address}/impact`)), level: '2', why: 'a'.repeat(2_200_000) };
  const { status, html } = await family.posts(`${address}/impact`, fields);
  assert.equal(status, 413);
  assert.match(html, /<h1[^>]*>That was too much/);
  assert.deepEqual((await family.applications())[0]?.answers, {});
});

test('the same form sent twice at once starts one application, and sends one', async () => {
  const family = await newFamily();
  const hidden = await family.opensForm('/apply', '/apply/start');
  const started = await Promise.all([1, 2, 3].map(() => family.posts('/apply/start', hidden)));
  const address = started[0]?.to ?? '';
  assert.deepEqual(
    started.map(({ status, to }) => [status, to]),
    Array(3).fill([303, address]),
  );
  assert.equal((await family.applications()).length, 1);
  await family.fillsIn(address);
  const send = await family.opensForm(`${address}/check`, `${address}/send`);
  const sent = await Promise.all(
    [1, 2].map(() => family.posts(`${address}/send`, { ...send, declared: 'yes' })),
  );
  assert.deepEqual(
    sent.map(({ to }) => to),
    Array(2).fill(`${address}/sent`),
  );
});

test('the form of an answer that was changed since does not change it back when it is sent once more', async () => {
  const family = await newFamily();
  const address = await family.starts();
  const old = { ...(await family.opensForm(`${address}/impact`)), level: '1', why: 'The first answer' };
  await family.posts(`${address}/impact`, old);
  const next = { ...(await family.opensForm(`${address}/impact`)), level: '3', why: 'The second answer' };
  await family.posts(`${address}/impact`, next);
  const { status } = await family.posts(`${address}/impact`, old);
  assert.equal(status, 303, 'pressing back and sending again leads on');
  assert.match(JSON.stringify((await family.applications())[0]?.answers), /The second answer/);
});

test('a form of yesterday, when the session has ended: what was typed waits until after signing in', async () => {
  const family = await newFamily();
  const address = await family.starts();
  const hidden = await family.opensForm(`${address}/impact`);
  const typed = { ...hidden, level: '3', why: 'She wakes four times a night.' };
  try {
    clock.moveTo(morning.add({ hours: 25 }));
    const { status, to } = await family.posts(`${address}/impact`, typed);
    assert.equal(status, 303);
    assert.equal(to, `/sign-in?then=${encodeURIComponent(`${address}/impact`)}`);
    assert.deepEqual((await family.applications())[0]?.answers, {}, 'nothing is saved for nobody');
    await family.signsIn();
    const page = await family.asks(`${address}/impact`);
    assert.match(page.html, />She wakes four times a night\.</);
    assert.match(page.html, /name="level"[^>]* value="3" checked/);
    assert.match(page.html, /had been signed out, so this was not saved yet/);
    const fresh = await family.opensForm(`${address}/impact`);
    const saved = await family.posts(`${address}/impact`, { ...typed, ...fresh });
    assert.equal(saved.status, 303);
    assert.match(JSON.stringify((await family.applications())[0]?.answers), /four times a night/);
  } finally {
    clock.moveTo(morning);
  }
});

test('whoever is signed out before starting, sending or answering comes back to a page, and nothing is lost', async () => {
  const family = await newFamily();
  const start = await family.opensForm('/apply?child.dla_care=highest', '/apply/start');
  const address = await family.starts();
  await family.fillsIn(address);
  const send = { ...(await family.opensForm(`${address}/check`, `${address}/send`)), declared: 'yes' };
  const account = address.replace('/apply', '/account/applications');
  const aDayLater = () => clock.moveTo(clock.now().add({ hours: 25 }));
  try {
    for (const [action, fields, shows] of [
      ['/apply/start', start, /name="child\.dla_care" value="highest"/],
      [`${address}/send`, send, /<h1[^>]*>Check your answers/],
    ] as const) {
      aDayLater();
      assert.equal((await family.posts(action, fields)).to, `/sign-in?then=${encodeURIComponent(action)}`);
      await family.signsIn();
      const { status, html } = await family.asks(action);
      assert.equal(status, 200, action);
      assert.match(html, shows);
      assert.match(html, /had been signed out/);
    }
    const again = await family.opensForm(`${address}/check`, `${address}/send`);
    assert.equal((await family.posts(`${address}/send`, { ...again, declared: 'yes' })).status, 303);
    const answer = await family.opensForm(account, `${account}/answer`);
    aDayLater();
    const { to } = await family.posts(`${account}/answer`, { ...answer, answer: 'She is better now.' });
    assert.equal(to, `/sign-in?then=${encodeURIComponent(`${account}/answer`)}`);
    await family.signsIn();
    assert.match((await family.asks(`${account}/answer`)).html, />She is better now\.</);
  } finally {
    clock.moveTo(morning);
  }
});

test('a form whose proof is gone comes back with what was typed, and goes through when it is sent again', async () => {
  const family = await newFamily();
  const address = await family.starts();
  const typed = {
    ...(await family.opensForm(`${address}/impact`)),
    level: '2',
    why: 'Typed on the train',
  };
  family.forgets('daybreak_form');
  const { status, html } = await family.posts(`${address}/impact`, typed);
  assert.equal(status, 422);
  assert.match(html, /open for a long time, so nothing was saved/);
  assert.match(html, />Typed on the train</);
  assert.deepEqual((await family.applications())[0]?.answers, {});
  const hidden = html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g);
  const fresh = Object.fromEntries([...hidden].map(([, name = '', value = '']) => [name, value]));
  assert.equal((await family.posts(`${address}/impact`, { ...typed, ...fresh })).status, 303);
  assert.match(JSON.stringify((await family.applications())[0]?.answers), /Typed on the train/);
});

test('another site’s form, or one that names no proof, saves nothing', async () => {
  const family = await newFamily();
  const address = await family.starts();
  const { status } = await family.posts(`${address}/withdraw`, {});
  assert.equal(status, 422);
  assert.equal((await family.applications())[0]?.state, 'draft');
});

test('somebody else who is signed in finds none of it', async () => {
  const family = await newFamily();
  const address = await family.starts();
  const stranger = await newFamily();
  for (const page of ['', '/check', '/impact', '/sent', '/withdraw'])
    assert.equal((await stranger.asks(`${address}${page}`)).status, 404, page);
  const own = await stranger.starts();
  const hidden = await stranger.opensForm(`${own}/impact`);
  const { status } = await stranger.posts(`${address}/impact`, { ...hidden, level: '1', why: 'Mine now' });
  assert.equal(status, 404);
  assert.deepEqual((await family.applications())[0]?.answers, {});
});
