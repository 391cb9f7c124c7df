import { z } from 'zod';
import { type Clock, dateInEngland } from '#kernel/clock.ts';
import { readListing } from '#offer/directory/index.ts';
import { lockListings, proposeListing } from '#offer/listing-desk/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Database, Scope, Transaction } from '#platform/database/index.ts';
import type { Queues } from '#platform/jobs/index.ts';
import type { KeptImport } from './domain/import.ts';
import { feedsOf } from './feeds-file.ts';
import { type Ask, fetchFeed } from './fetch-feed.ts';
import { importsIn, moveImport } from './store/imports.ts';
import { nextToTake, noteTakenIn } from './store/rows-to-take.ts';
import { takeInFeed } from './take-in.ts';

/** The queue of imports: each minute, what was asked for goes on. */
export const listingImportQueues = {
  'take-in-listings': { data: z.object({}), at: '* * * * *', retries: 1 },
} as const satisfies Queues;

/** What the job needs of the running service. `ask` stands in for the network in tests. */
export type ImportParts = {
  readonly database: Database;
  readonly clock: Clock;
  readonly authorities: readonly Authority[];
  readonly ask?: Ask;
};

/** So many rows go in one transaction: a crash loses no more, and nobody waits long. */
const rowsAtOnce = 100;

/**
 * Goes on with every import: fetches the feeds that were asked for, and proposes the rows of what was accepted. It may
 * be ended at any time and run again: each step is whole. Gives how many listings were proposed.
 */
export async function takeInListings(parts: ImportParts): Promise<number> {
  let proposed = 0;
  const errors: unknown[] = [];
  /** What breaks in one import is told at the end: the others are not kept waiting for somebody to mend it. */
  const each = async (run: () => Promise<number>) => {
    proposed += await run().catch((error: unknown) => {
      errors.push(error);
      return 0;
    });
  };
  for (const authority of parts.authorities) {
    for (const one of await importsOf(parts, authority, 'fetching'))
      await each(() => fetchOne(parts, authority, one).then(() => 0));
    for (const one of await importsOf(parts, authority, 'accepted'))
      await each(() => takeInOne(parts, authority, one));
  }
  if (errors.length > 0) throw new AggregateError(errors, 'an import of listings could not go on');
  return proposed;
}

function within<T>(parts: ImportParts, authority: Authority, act: (transaction: Transaction) => Promise<T>) {
  const scope: Scope = { authorityId: authority.id, standing: 'system' };
  return parts.database.transaction(scope, act);
}

function importsOf(parts: ImportParts, authority: Authority, state: 'fetching' | 'accepted') {
  return within(parts, authority, (transaction) =>
    importsIn(transaction, { authorityId: authority.id, state }),
  );
}

async function fetchOne(parts: ImportParts, authority: Authority, one: KeptImport): Promise<void> {
  const feed = feedsOf(authority).find(({ name }) => name === one.name);
  const named = { authorityId: authority.id, importId: one.id, from: 'fetching' as const };
  // While the other council's server answers, no transaction waits.
  const fetched =
    feed === undefined
      ? null
      : await fetchFeed(feed.address, parts.ask === undefined ? {} : { ask: parts.ask });
  await within(parts, authority, async (transaction) => {
    if (feed === undefined || fetched === null || !fetched.ok) {
      const problem =
        fetched === null || fetched.ok ? 'The feed does not stand in feeds.yaml any more.' : fetched.message;
      await moveImport(transaction, { ...named, to: 'failed', set: { problem } });
      return;
    }
    const now = parts.clock.now();
    const isFirst = await moveImport(transaction, {
      ...named,
      to: 'waiting',
      set: { oddities: fetched.value.oddities, rowCount: fetched.value.services.length },
    });
    if (!isFirst) return;
    const taking = { transaction, authority, now, today: dateInEngland(now) };
    await takeInFeed(taking, { importId: one.id, feed, fetched: fetched.value });
  });
}

async function takeInOne(parts: ImportParts, authority: Authority, one: KeptImport): Promise<number> {
  const named = { authorityId: authority.id, importId: one.id };
  let proposed = 0;
  for (;;) {
    const taken = await within(parts, authority, async (transaction) => {
      const rows = await nextToTake(transaction, { ...named, most: rowsAtOnce });
      const at = parts.clock.now();
      const listings = rows.map((row) => readListing(row.listing));
      const slugs = listings.map(({ slug }) => slug);
      await lockListings(transaction, { authorityId: authority.id, slugs });
      for (const listing of listings)
        await proposeListing(transaction, {
          authorityId: authority.id,
          at,
          listing,
          by: { personId: one.settledBy, words: `the import of ${one.name}` },
        });
      await noteTakenIn(transaction, { ...named, numbers: rows.map(({ number }) => number), at });
      if (rows.length === 0) await moveImport(transaction, { ...named, from: 'accepted', to: 'taken-in' });
      return rows.length;
    });
    if (taken === 0) return proposed;
    proposed += taken;
  }
}
