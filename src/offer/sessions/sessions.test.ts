import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { settableClock } from '#kernel/clock.ts';
import { prepareListing } from '#offer/directory/actions/prepare-listing.ts';
import { aListing } from '#offer/directory/examples.ts';
import type { Listing } from '#offer/directory/index.ts';
import { saveListing, withdrawListings } from '#offer/directory/store/save-listing.ts';
import type { Database, Transaction } from '#platform/database/index.ts';
import { testAuthority, testDatabase } from '../../../test/database.ts';
import { testNow } from '../../../test/visit.ts';
import {
  nextSessions,
  refreshSessions,
  refreshSessionsOf,
  rollSessions,
  sessionDays,
  sessionsOf,
} from './index.ts';

const authorityId = testAuthority.id;
const authority = { ...testAuthority, folder: path.join(import.meta.dirname, '../../../authorities/medway') };
const clock = settableClock(testNow);
const date = (text: string) => Temporal.PlainDate.from(text);
const allYear = { season: 'all-year', from: null, until: null } as const;

let database: Database;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

/** In a transaction of its own, as the service makes one. */
function inService<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return database.transaction({ authorityId, standing: 'system' }, work);
}

function publish(listing: Listing): Promise<unknown> {
  return inService(async (transaction) => {
    const toSave = await prepareListing(transaction, listing);
    await saveListing(transaction, { authorityId, at: clock.now(), toSave });
    return refreshSessionsOf(transaction, { ...now(), slug: listing.slug });
  });
}

function now() {
  return { authority, today: clock.today(), now: clock.now() };
}

const all = (slug: string) =>
  inService((transaction) =>
    sessionsOf(transaction, { authorityId, slug, from: date('2026-11-01'), until: date('2027-12-31') }),
  );

const rows = (slug: string) =>
  inService((transaction) =>
    transaction
      .selectFrom('listing_sessions')
      .selectAll()
      .where('listing_slug', '=', slug)
      .orderBy('starts_at')
      .execute(),
  );

const changedIn = (slug: string) =>
  inService(async (transaction) => {
    const row = await transaction
      .selectFrom('listings')
      .select('changed_in')
      .where('slug', '=', slug)
      .executeTakeFirstOrThrow();
    return row.changed_in;
  });

test('a listing gets the sessions of its days for eight weeks, and those it names', async () => {
  const dates = [
    {
      on: date('2026-12-24'),
      from: Temporal.PlainTime.from('09:00'),
      until: Temporal.PlainTime.from('12:00'),
      places: 8,
    },
  ];
  await publish(aListing({ slug: 'eight-weeks', runs: allYear, dates }));
  const found = await all('eight-weeks');
  assert.deepEqual(
    found.map(({ onDay }) => onDay.toString()),
    // Boxing Day is a Saturday; nobody can be sure of it.
    [
      '2026-11-28',
      '2026-12-05',
      '2026-12-12',
      '2026-12-19',
      '2026-12-24',
      '2027-01-02',
      '2027-01-09',
      '2027-01-16',
    ],
  );
  assert.deepEqual(
    found.map(({ places, placesLeft, isCancelled }) => [places, placesLeft, isCancelled]).slice(3, 5),
    [
      [null, null, false],
      [8, null, false],
    ],
  );
  const next = await inService((transaction) =>
    nextSessions(transaction, { authorityId, slug: 'eight-weeks', now: clock.now(), most: 2 }),
  );
  assert.deepEqual(
    next.map(({ startsAt }) => startsAt.toString()),
    ['2026-11-28T10:00:00Z', '2026-12-05T10:00:00Z'],
  );
  const days = await inService((transaction) =>
    sessionDays(transaction, { authorityId, from: date('2027-01-01') }),
  );
  assert.deepEqual(days.get('eight-weeks')?.map(String), ['2027-01-02', '2027-01-09', '2027-01-16']);
});

test('refreshing twice changes nothing, and so no number', async () => {
  await publish(aListing({ slug: 'twice', runs: allYear }));
  const [before, number] = [await rows('twice'), await changedIn('twice')];
  assert.deepEqual(await inService((transaction) => refreshSessions(transaction, now())), {
    added: 0,
    changed: 0,
  });
  assert.deepEqual(await rows('twice'), before);
  assert.equal(await changedIn('twice'), number);
});

test('another hour removes the sessions of the old one; nothing is deleted, and the old hour comes back', async () => {
  const listing = aListing({ slug: 'moves', runs: allYear });
  await publish(listing);
  const before = await rows('moves');
  const later = { ...listing.when, from: Temporal.PlainTime.from('10:30') };
  await publish({ ...listing, when: later });
  const moved = await rows('moves');
  assert.equal(moved.length, before.length * 2);
  assert.deepEqual(
    moved.map(({ state, starts_at }) => [state, starts_at.toString().slice(11, 16)]).slice(0, 2),
    [
      ['removed', '10:00'],
      ['planned', '10:30'],
    ],
  );
  assert.ok(moved.every(({ position }) => before.every((old) => position > old.position)));
  assert.equal((await all('moves')).length, before.length);
  await publish(listing);
  assert.deepEqual(
    (await all('moves')).map(({ id }) => id),
    before.map(({ id }) => id),
  );
});

test('a pause cancels the sessions on its days, and its end plans them again', async () => {
  const listing = aListing({ slug: 'pauses', runs: allYear });
  await publish(listing);
  await publish({ ...listing, paused: 'The boiler is broken.', pausedUntil: date('2026-12-06') });
  assert.deepEqual((await all('pauses')).map(({ isCancelled }) => isCancelled).slice(0, 4), [
    true,
    true,
    false,
    false,
  ]);
  await publish(listing);
  assert.ok((await all('pauses')).every(({ isCancelled }) => !isCancelled));
});

test('a listing that is withdrawn has no sessions, but those that were', async () => {
  await publish(aListing({ slug: 'leaves', runs: allYear }));
  await inService(async (transaction) => {
    await withdrawListings(transaction, { authorityId, slugs: ['leaves'], at: clock.now() });
    await refreshSessionsOf(transaction, { ...now(), slug: 'leaves' });
  });
  assert.deepEqual(await all('leaves'), []);
  assert.ok((await rows('leaves')).every(({ state, is_open }) => state === 'removed' && !is_open));
});

test('a change of sessions alone renumbers the listing', async () => {
  await publish(aListing({ slug: 'rolls', runs: allYear }));
  const number = await changedIn('rolls');
  const later = settableClock(testNow.add({ hours: 24 * 7 }));
  const parts = { database, clock: later, authorities: [authority] };
  const before = await all('rolls');
  assert.ok((await rollSessions(parts)).added > 0);
  const afterwards = await all('rolls');
  assert.deepEqual(afterwards.slice(0, before.length), before);
  assert.equal(afterwards.length, before.length + 1);
  assert.ok((await changedIn('rolls')) > number);
  // Its first session is over: it stays what it was, and leaves the open data.
  const [first, second] = await rows('rolls');
  assert.deepEqual([first?.state, first?.is_open, first?.was_open], ['planned', false, true]);
  assert.deepEqual([second?.state, second?.is_open], ['planned', true]);
});
