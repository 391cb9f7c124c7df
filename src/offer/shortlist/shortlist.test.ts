import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { settableClock } from '#kernel/clock.ts';
import type { Database } from '#platform/database/index.ts';
import { testAuthority, testDatabase } from '../../../test/database.ts';
import { siteVisitor, testSite } from '../../../test/site.ts';
import { testNow } from '../../../test/visit.ts';
import { prepareListing } from '../directory/actions/prepare-listing.ts';
import { aListing } from '../directory/examples.ts';
import { saveListing } from '../directory/store/save-listing.ts';
import { addressOf, MOST_KEPT, readKept, readSlugs, withKept, writeKept } from './domain/kept-list.ts';

let database: Database;
let app: FastifyInstance;
const clock = settableClock(testNow);

const swim = aListing({ access: { hoist: 'meets', makaton: 'does-not-meet' } });
const ride = aListing({
  slug: 'pony-club',
  title: 'Pony club',
  kinds: ['animals'],
  access: { hoist: 'does-not-meet' },
});
const more = Array.from({ length: MOST_KEPT }, (_, number) =>
  aListing({ slug: `club-${number}`, title: `Club ${number}` }),
);

before(async () => {
  database = await testDatabase();
  app = await testSite({ database, clock });
  await database.transaction({ authorityId: testAuthority.id, standing: 'system' }, async (transaction) => {
    for (const listing of [swim, ride, ...more])
      await saveListing(transaction, {
        authorityId: testAuthority.id,
        toSave: await prepareListing(transaction, listing),
        at: testNow,
      });
  });
});
after(async () => {
  await app.close();
  await database.close();
});

const keep = (visitor: ReturnType<typeof siteVisitor>, id: string) =>
  visitor.send('/shortlist/keep', { on: `/shortlist/keep?id=${id}`, fields: { id } });

test('a link to keep something asks and keeps nothing; the form keeps it, in this browser alone', async () => {
  const visitor = siteVisitor(app);
  await visitor.get('/shortlist/keep?id=saturday-swim');
  assert.equal(visitor.cookies.has('daybreak_list'), false);
  const kept = await keep(visitor, 'saturday-swim');
  assert.equal(kept.location, '/find/saturday-swim');
  await keep(visitor, 'pony-club');
  const list = await visitor.get('/shortlist');
  assert.match(list.body, /2 short breaks\./);
  assert.equal(list.headers['cache-control'], 'no-store');
  assert.doesNotMatch(visitor.cookies.get('daybreak_list') ?? '', /swim|pony/, 'it is sealed');
  const stranger = await siteVisitor(app).get('/shortlist');
  assert.match(stranger.body, /There is nothing on your list yet/);
});

test('what is on the list comes off by itself or all together', async () => {
  const visitor = siteVisitor(app);
  await keep(visitor, 'saturday-swim');
  await keep(visitor, 'pony-club');
  await visitor.send('/shortlist/drop', { on: '/shortlist', fields: { id: 'saturday-swim' } });
  const one = await visitor.get('/shortlist');
  assert.match(one.body, /1 short break\./);
  assert.match(one.body, /Pony club/);
  const form = /Empty my list/.exec(one.body);
  assert.ok(form);
  const { id: _, ...fields } = { ...(await hiddenOf(visitor)) };
  await visitor.post('/shortlist/drop', fields);
  assert.equal(visitor.cookies.has('daybreak_list'), false);
});

/** The hidden fields that every form of the list has. */
async function hiddenOf(visitor: ReturnType<typeof siteVisitor>): Promise<Record<string, string>> {
  const { body } = await visitor.get('/shortlist');
  const found = body.matchAll(/<input type="hidden" name="(_\w+|form\w*)" value="([^"]*)">/g);
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, value]));
}

test('a full list says so, and keeps what it has', async () => {
  const visitor = siteVisitor(app);
  for (const { slug } of more) await keep(visitor, slug);
  const full = await keep(visitor, 'saturday-swim');
  assert.equal(full.status, 422);
  assert.match(full.body, /Your list is full: it holds 12/);
  const list = await visitor.get('/shortlist');
  assert.match(list.body, /12 short breaks\./);
});

test('after 30 days the list is forgotten, also by a browser that kept the cookie', async () => {
  const visitor = siteVisitor(app);
  await keep(visitor, 'saturday-swim');
  clock.moveTo(testNow.add({ hours: 24 * 30 + 1 }));
  assert.match((await visitor.get('/shortlist')).body, /nothing on your list/);
  clock.moveTo(testNow);
});

test('an address holds a list for a friend, who may keep it', async () => {
  const friend = siteVisitor(app);
  const sent = await friend.get('/shortlist?id=saturday-swim&id=pony-club&id=no-such&id=<b>');
  assert.match(sent.body, /2 short breaks, put together by somebody/);
  assert.equal(friend.cookies.has('daybreak_list'), false);
  assert.match(sent.body, /mailto:\?subject=/);
});

test('a comparison is a table that says in words what differs, for four at the most', async () => {
  const two = await siteVisitor(app).get('/compare?id=saturday-swim&id=pony-club');
  assert.match(two.body, /They differ in 1 thing\./);
  assert.match(two.body, /Hoist<span class="daybreak-compare__mark">Different/);
  assert.doesNotMatch(two.body, /Makaton/, 'only one of them has told of it');
  assert.match(two.body, /Cost<span class="daybreak-compare__mark">The same/);
  const five = await siteVisitor(app).get(
    addressOf(
      '/compare',
      more.slice(0, 5).map(({ slug }) => slug),
    ),
  );
  assert.equal([...five.body.matchAll(/<th scope="col"/g)].length, 4);
  const one = await siteVisitor(app).get('/compare?id=saturday-swim');
  assert.match(one.body, /Choose at least two/);
});

test('nobody is led out of the house by the way back', async () => {
  const visitor = siteVisitor(app);
  for (const back of [
    '//evil.example.org',
    'https://evil.example.org',
    '/\\evil',
    '/find\\..//evil',
    '/account',
  ]) {
    const sent = await visitor.send('/shortlist/keep', {
      on: '/shortlist/keep?id=saturday-swim',
      fields: { id: 'saturday-swim', back },
    });
    assert.equal(sent.location, '/shortlist', back);
    await visitor.send('/shortlist/drop', { on: '/shortlist', fields: { id: 'saturday-swim' } });
  }
});

const texts = fc.array(fc.oneof(fc.stringMatching(/^[a-z0-9-]{1,30}$/), fc.string()), { maxLength: 40 });

test('whatever is put together, a list is of possible slugs, each once, and no more than fit a cookie', () => {
  fc.assert(
    fc.property(texts, texts, (own, added) => {
      const list = withKept(readSlugs(own), added);
      assert.equal(new Set(list).size, list.length);
      assert.ok(list.length <= MOST_KEPT);
      for (const slug of list) assert.match(slug, /^[a-z0-9-]{1,200}$/);
      assert.deepEqual(readKept(writeKept(list)), list);
      // What was there already stays, in its order.
      assert.deepEqual(list.slice(0, readSlugs(own).length), readSlugs(own));
    }),
  );
});
