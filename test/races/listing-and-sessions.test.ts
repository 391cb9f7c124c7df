// A listing is published, taken out and refreshed, and many are marked as checked, all at the same moment on a server:
// nobody waits for another forever, and the sessions are those of what the listing says at the end.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { aListing } from '#offer/directory/examples.ts';
import { openListing, prepareListing, saveListing, withdrawListings } from '#offer/directory/index.ts';
import { confirmStillRight, lockListings } from '#offer/listing-desk/index.ts';
import { refreshSessions, refreshSessionsOf, sessionsOf } from '#offer/sessions/index.ts';
import { openServer, type Transaction } from '#platform/database/index.ts';
import { serverDatabase } from '../both-databases.ts';
import { testAuthority } from '../database.ts';
import { serverForTests } from '../postgres-server.ts';
import { testNow } from '../visit.ts';

const authority = { ...testAuthority, folder: path.join(import.meta.dirname, '../../authorities/medway') };
const authorityId = authority.id;
const today = Temporal.PlainDate.from('2026-11-24');
const refresh = { authority, today, now: testNow };
const slugs = ['club-0', 'club-1', 'club-2', 'club-3'];

/** What may happen to a listing, as the desk, the jobs and a start of the program do it. */
const deeds: readonly ((transaction: Transaction, number: number) => Promise<unknown>)[] = [
  async (transaction, number) => {
    const slug = slugs[number % slugs.length] ?? '';
    const from = new Temporal.PlainTime(9 + (number % 5));
    const listing = aListing({
      slug,
      provider: `Provider ${number % 3}`,
      runs: { season: 'all-year', from: null, until: null },
      when: { ...aListing().when, from, until: from.add({ hours: 1 }), note: null },
    });
    const toSave = await prepareListing(transaction, listing);
    await saveListing(transaction, { authorityId, at: testNow, toSave });
    await refreshSessionsOf(transaction, { ...refresh, slug });
  },
  async (transaction, number) => {
    const slug = slugs[number % slugs.length] ?? '';
    await withdrawListings(transaction, { authorityId, slugs: [slug], at: testNow });
    await refreshSessionsOf(transaction, { ...refresh, slug });
  },
  (transaction) => refreshSessions(transaction, refresh),
  async (transaction, number) => {
    const marked = number % 2 === 0 ? slugs : slugs.toReversed();
    await lockListings(transaction, { authorityId, slugs: marked });
    for (const slug of marked)
      await confirmStillRight(transaction, {
        authority,
        slug,
        by: 'the council',
        personId: null,
        at: testNow,
      });
  },
  (transaction, number) =>
    confirmStillRight(transaction, {
      authority,
      slug: slugs[number % slugs.length] ?? '',
      by: 'the provider',
      personId: null,
      at: testNow,
    }),
];

test('everything that changes listings and sessions at once comes to an end, and they agree', async (t) => {
  const server = await serverForTests();
  if ('unavailable' in server) return t.skip(server.unavailable);
  const fresh = await serverDatabase(server);
  const database = await openServer({ url: fresh.url, connections: 10 });
  const within = <T>(work: (transaction: Transaction) => Promise<T>) =>
    database.transaction({ authorityId, standing: 'system' }, work);
  try {
    for (const number of slugs.keys())
      await within((transaction) => deeds[0]?.(transaction, number) ?? Promise.resolve());
    const all = Array.from({ length: 120 }, (_, number) => {
      const deed = deeds[number % deeds.length];
      return within(async (transaction) => deed?.(transaction, Math.floor(number / 2) * 7 + number));
    });
    const outcomes = await Promise.allSettled(all);
    const failed = outcomes.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
    assert.deepEqual(failed, []);

    for (const slug of slugs) {
      const span = { from: today, until: today.add({ weeks: 8 }) };
      const { opened, sessions } = await within(async (transaction) => ({
        opened: await openListing(transaction, { authorityId, slug }),
        sessions: await sessionsOf(transaction, { authorityId, slug, ...span }),
      }));
      const hours = new Set(
        sessions.map(({ startsAt }) => startsAt.toZonedDateTimeISO('Europe/London').toPlainTime().toString()),
      );
      const said = opened?.withdrawnAt === null ? [opened.listing.when.from?.toString() ?? ''] : [];
      assert.deepEqual([...hours], said);
    }
  } finally {
    await database.close();
    await fresh.drop();
    await server.stop();
  }
});
