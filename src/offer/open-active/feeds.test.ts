import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { settableClock } from '#kernel/clock.ts';
import { aListing } from '#offer/directory/examples.ts';
import { days, type Listing, prepareListing, saveListing, withdrawListings } from '#offer/directory/index.ts';
import { refreshSessionsOf, rollSessions } from '#offer/sessions/index.ts';
import type { Database } from '#platform/database/index.ts';
import { testAuthority, testDatabase } from '../../../test/database.ts';
import { testSite } from '../../../test/site.ts';
import { testNow } from '../../../test/visit.ts';
import { feedItems, follow, type Mirror, takePage } from './examples.ts';
import { routes } from './routes.ts';

const authorityId = testAuthority.id;
const authority = {
  ...testAuthority,
  folder: path.join(import.meta.dirname, '../../../authorities/medway'),
};
const clock = settableClock(testNow);
const feeds = ['session-series', 'scheduled-sessions'] as const;

let database: Database;
let app: FastifyInstance;
before(async () => {
  database = await testDatabase();
  app = await testSite({ database, authorities: [authority], clock, routes });
});
after(async () => {
  await app.close();
  await database.close();
});

/** One thing that happens to the directory between two pages. */
type Change =
  | { readonly what: 'publish'; readonly slug: string; readonly listing: Listing }
  | { readonly what: 'withdraw'; readonly slug: string }
  | { readonly what: 'next-day' };

const slug = fc.constantFrom('a', 'b', 'c');
const publish = fc
  .record({
    slug,
    days: fc.constantFrom<Listing['when']['days']>(['sat'], ['sun', 'wed'], []),
    kinds: fc.constantFrom<Listing['kinds']>(
      ['swimming'],
      ['sport'],
      ['swimming', 'overnight'],
      ['family-fun'],
    ),
    hour: fc.constantFrom(10, 14),
    paused: fc.constantFrom(null, 'Closed.'),
    title: fc.constantFrom('Club', 'Another name'),
  })
  .map(({ slug: of, days, kinds, hour, paused, title }): Change => {
    const from = new Temporal.PlainTime(hour);
    const listing = aListing({
      slug: of,
      title,
      kinds,
      paused,
      pausedUntil: paused === null ? null : clock.today().add({ days: 9 }),
      runs: { season: 'all-year', from: null, until: null },
      when: { ...aListing().when, days, from, until: from.add({ hours: 1 }) },
      checkedOn: clock.today(),
    });
    return { what: 'publish', slug: of, listing };
  });
const change = fc.oneof(
  { weight: 5, arbitrary: publish },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('withdraw' as const), slug }) },
  { weight: 2, arbitrary: fc.constant({ what: 'next-day' as const }) },
);

async function happen(one: Change): Promise<void> {
  if (one.what === 'next-day') {
    clock.moveTo(clock.now().add({ hours: 24 }));
    await rollSessions({ database, clock, authorities: [authority] });
    return;
  }
  await database.transaction({ authorityId, standing: 'system' }, async (transaction) => {
    const at = clock.now();
    if (one.what === 'withdraw') await withdrawListings(transaction, { authorityId, slugs: [one.slug], at });
    else {
      const toSave = await prepareListing(transaction, one.listing);
      await saveListing(transaction, { authorityId, at, toSave });
    }
    await refreshSessionsOf(transaction, { authority, today: clock.today(), now: at, slug: one.slug });
  });
}

/** What is open data now, by the tables themselves and not by a feed. */
async function openNow(feed: (typeof feeds)[number]): Promise<readonly string[]> {
  const rows = await database.owner
    .selectFrom(feed === 'session-series' ? 'listing_series' : 'listing_sessions')
    .select('id')
    .where('is_open', '=', true)
    .execute();
  return rows.map(({ id }) => id).sort();
}

test('law: who follows a feed to its end has what is there now, whatever happened between the pages', async () => {
  const asked = fc.record({
    limit: fc.integer({ min: 1, max: 9 }),
    steps: fc.array(fc.option(change), { minLength: 3, maxLength: 14 }),
  });
  await fc.assert(
    fc.asyncProperty(asked, async ({ limit, steps }) => {
      // One of them began with the feed, one begins now, and both read a page at each step in which nothing happens.
      const users = feeds.map((feed) => {
        const url: string | null = `/openactive/feeds/${feed}?limit=${limit}`;
        return { feed, mirror: new Map() as Mirror, url };
      });
      for (const step of steps) {
        if (step !== null) await happen(step);
        else for (const user of users) user.url = (await takePage(app, user.mirror, user.url)) ?? user.url;
      }
      for (const { feed, mirror, url } of users) {
        await follow(app, mirror, url);
        const anew = await feedItems(app, feed);
        assert.deepEqual([...mirror.keys()].sort(), await openNow(feed));
        assert.deepEqual(
          [...mirror].sort(([one], [other]) => one.localeCompare(other)),
          [...anew].sort(([one], [other]) => one.localeCompare(other)),
        );
      }
    }),
    { numRuns: 25 },
  );
});

test('law: each item stands in a feed once, in the order of change numbers that are all different', async () => {
  for (const feed of feeds) {
    const answer = await app.inject({ url: `/openactive/feeds/${feed}` });
    const { items } = answer.json<{ items: { id: string; modified: number }[] }>();
    assert.ok(items.length > 0);
    assert.equal(new Set(items.map(({ id }) => id)).size, items.length);
    const numbers = items.map(({ modified }) => modified);
    assert.ok(numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0)));
  }
});

/** The number of every change that the feed of sessions tells of, in its order. */
async function changeNumbers(): Promise<readonly number[]> {
  const rows = await database.owner
    .selectFrom('listing_sessions')
    .select('position')
    .where('was_open', '=', true)
    .orderBy('position')
    .execute();
  return rows.map(({ position }) => Number(position));
}

test('who has read a session of yesterday is told that it is gone when its listing becomes a night away', async () => {
  const today = clock.today();
  const club = aListing({
    slug: 'c',
    kinds: ['swimming'],
    checkedOn: today,
    runs: { season: 'all-year', from: null, until: null },
    when: { ...aListing().when, days: [...days] },
  });
  await happen({ what: 'publish', slug: 'c', listing: club });
  await happen({ what: 'next-day' });
  const mirror: Mirror = new Map();
  const read = (await follow(app, mirror, '/openactive/feeds/scheduled-sessions')).size;
  const last = [...(await changeNumbers())].at(-1) ?? 0;
  await happen({ what: 'publish', slug: 'c', listing: { ...club, kinds: ['swimming', 'overnight'] } });
  await follow(app, mirror, `/openactive/feeds/scheduled-sessions?afterChangeNumber=${last}`);
  const anew = await feedItems(app, 'scheduled-sessions');
  assert.ok(mirror.size < read);
  assert.deepEqual([...mirror.keys()].sort(), [...anew.keys()].sort());
});

test('what is gone is told for fourteen days, and no longer', async () => {
  await happen({ what: 'withdraw', slug: 'a' });
  await happen({
    what: 'publish',
    slug: 'a',
    listing: aListing({
      slug: 'a',
      checkedOn: clock.today(),
      runs: { season: 'all-year', from: null, until: null },
    }),
  });
  await happen({ what: 'withdraw', slug: 'a' });
  const deleted = async () => {
    const answer = await app.inject({ url: '/openactive/feeds/session-series' });
    const { items } = answer.json<{ items: { state: string }[] }>();
    return items.filter(({ state }) => state === 'deleted').length;
  };
  assert.ok((await deleted()) > 0);
  clock.moveTo(clock.now().add({ hours: 24 * 13 }));
  assert.ok((await deleted()) > 0);
  clock.moveTo(clock.now().add({ hours: 24 + 1 }));
  assert.equal(await deleted(), 0);
});
