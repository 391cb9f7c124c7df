// The law of a search by days: as far ahead as sessions are dated, a listing is found for a day exactly when it has a
// planned session on it, or has no sessions at all and its rhythm says that it runs.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { refreshSessions, sessionDays, sessionsOf } from '#offer/sessions/index.ts';
import type { Database, Transaction } from '#platform/database/index.ts';
import { testAuthority, testDatabase } from '../../../../test/database.ts';
import { testNow } from '../../../../test/visit.ts';
import { runsBetween } from '../domain/when-it-runs.ts';
import { aListing } from '../examples.ts';
import { saveListing } from '../store/save-listing.ts';
import { prepareListing } from './prepare-listing.ts';
import { searchOffer } from './search-offer.ts';

const authorityId = testAuthority.id;
const authority = {
  ...testAuthority,
  folder: path.join(import.meta.dirname, '../../../../authorities/medway'),
};
const today = Temporal.PlainDate.from('2026-11-24');
const horizon = 56;
const at = (time: string) => Temporal.PlainTime.from(time);
const always = { from: null, until: null };
const hours = { from: at('10:00'), until: at('12:00'), note: null };
const named = { on: today.add({ days: 11 }), from: at('10:00'), until: at('12:00'), places: null };

const listings = [
  aListing({
    slug: 'term-mondays',
    runs: { season: 'term-time', ...always },
    when: { times: ['after-school'], days: ['mon'], ...hours },
  }),
  aListing({
    slug: 'holiday-weekdays',
    runs: { season: 'holidays', ...always },
    when: { times: ['school-holidays'], days: ['mon', 'fri'], ...hours },
  }),
  aListing({
    slug: 'every-friday',
    runs: { season: 'all-year', ...always },
    when: { times: ['evening'], days: ['fri'], ...hours },
  }),
  aListing({
    slug: 'by-arrangement',
    runs: { season: 'all-year', ...always },
    when: { times: ['by-arrangement'], days: [], from: null, until: null, note: null },
  }),
  aListing({
    slug: 'named-date',
    runs: { season: 'all-year', ...always },
    when: { times: ['weekend'], days: [], ...hours },
    dates: [named],
  }),
  aListing({
    slug: 'rests-a-while',
    runs: { season: 'all-year', ...always },
    when: { times: ['weekend'], days: ['sat'], ...hours },
    paused: 'It rests.',
    pausedUntil: today.add({ days: 20 }),
  }),
];

let database: Database;
let planned: ReadonlyMap<string, readonly Temporal.PlainDate[]>;
const withoutSessions = new Set<string>();

function inService<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return database.transaction({ authorityId, standing: 'system' }, work);
}

function publish(listing: (typeof listings)[number]): Promise<unknown> {
  return inService(async (transaction) =>
    saveListing(transaction, {
      authorityId,
      at: testNow,
      toSave: await prepareListing(transaction, listing),
    }),
  );
}

const refresh = () =>
  inService((transaction) => refreshSessions(transaction, { authority, today, now: testNow }));

before(async () => {
  database = await testDatabase();
  for (const listing of listings) await publish(listing);
  await refresh();
  planned = await inService((transaction) => sessionDays(transaction, { authorityId, from: today }));
  for (const { slug } of listings) {
    const span = { from: today, until: today.add({ days: horizon }) };
    const all = await inService((transaction) => sessionsOf(transaction, { authorityId, slug, ...span }));
    if (all.length === 0) withoutSessions.add(slug);
  }
});
after(() => database.close());

async function foundOn(
  from: Temporal.PlainDate,
  until: Temporal.PlainDate = from,
): Promise<readonly string[]> {
  const query = new URLSearchParams({ from: from.toString(), until: until.toString() });
  const { found } = await inService((transaction) =>
    searchOffer(transaction, { authorityId, query, today, localities: [] }),
  );
  return found.listings.map(({ listing }) => listing.slug).sort();
}

function expectedBetween(from: Temporal.PlainDate, until: Temporal.PlainDate): readonly string[] {
  const isIn = (day: Temporal.PlainDate) =>
    Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, until) <= 0;
  return listings
    .filter((listing) =>
      withoutSessions.has(listing.slug)
        ? runsBetween(listing, { from, until })
        : (planned.get(listing.slug) ?? []).some(isIn),
    )
    .map(({ slug }) => slug)
    .sort();
}

test('a search by days finds what has a planned session then, or no sessions and the rhythm', async () => {
  assert.ok(withoutSessions.has('by-arrangement') && withoutSessions.size < listings.length);
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: horizon }),
      fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 9 })),
      async (days, more) => {
        const from = today.add({ days });
        const until = today.add({ days: Math.min(horizon, days + more) });
        assert.deepEqual(await foundOn(from, until), expectedBetween(from, until));
      },
    ),
    { numRuns: 150 },
  );
});

test('a club of the term is not found in the holidays, nor anything with sessions on a bank holiday', async () => {
  const on = (day: string) => foundOn(Temporal.PlainDate.from(day));
  assert.deepEqual(await on('2026-11-30'), ['by-arrangement', 'term-mondays']);
  assert.deepEqual(await on('2026-12-21'), ['by-arrangement', 'holiday-weekdays']);
  assert.deepEqual(await on('2026-12-25'), ['by-arrangement']);
});

test('beyond what is dated, the rhythm says it', async () => {
  const monday = Temporal.PlainDate.from('2027-02-01');
  assert.deepEqual(await foundOn(monday), ['by-arrangement', 'holiday-weekdays', 'term-mondays']);
});

test('a search learns of sessions that change', async () => {
  const friday = Temporal.PlainDate.from('2026-12-04');
  assert.ok((await foundOn(friday)).includes('every-friday'));
  const [, , everyFriday] = listings;
  assert.ok(everyFriday);
  await publish(aListing({ ...everyFriday, paused: 'The hall is mended.', pausedUntil: friday }));
  await refresh();
  assert.ok(!(await foundOn(friday)).includes('every-friday'));
  assert.ok((await foundOn(friday.add({ days: 7 }))).includes('every-friday'));
});
