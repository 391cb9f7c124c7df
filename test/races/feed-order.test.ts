import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { aListing } from '#offer/directory/examples.ts';
import { prepareListing, saveListing } from '#offer/directory/index.ts';
import { follow, type Mirror, takePage } from '#offer/open-active/examples.ts';
import { routes } from '#offer/open-active/routes.ts';
import { refreshSessionsOf } from '#offer/sessions/index.ts';
import { type Database, openServer } from '#platform/database/index.ts';
import { serverDatabase } from '../both-databases.ts';
import { testAuthority } from '../database.ts';
import { type Server, serverForTests } from '../postgres-server.ts';
import { testSite } from '../site.ts';
import { testNow } from '../visit.ts';

const found = await serverForTests();
const skip = 'unavailable' in found ? found.unavailable : false;
const server: Server = 'unavailable' in found ? { url: '', stop: async () => {} } : found;
const authority = { ...testAuthority, folder: path.join(import.meta.dirname, '../../authorities/medway') };
const today = Temporal.PlainDate.from('2026-11-24');

let databases: readonly Database[] = [];
let app: FastifyInstance | undefined;
let drop = async () => {};
before(async () => {
  if (skip !== false) return;
  const fresh = await serverDatabase(server);
  drop = fresh.drop;
  databases = await Promise.all([1, 2].map(() => openServer({ url: fresh.url, connections: 8 })));
  const [first] = databases;
  assert.ok(first);
  app = await testSite({ database: first, authorities: [authority], routes });
});
after(async () => {
  await app?.close();
  for (const database of databases) await database.close();
  await drop();
  await server.stop();
});

/** Changes a listing of its own, and holds its transaction open for a while after it has got its numbers. */
async function write(number: number): Promise<void> {
  const slug = `listing-${number % 10}`;
  const database = databases[number % 2];
  await database?.transaction({ authorityId: authority.id, standing: 'system' }, async (transaction) => {
    const from = new Temporal.PlainTime(9 + (number % 7));
    const listing = aListing({
      slug,
      kinds: number % 4 === 0 ? ['swimming', 'overnight'] : ['swimming'],
      runs: { season: 'all-year', from: null, until: null },
      when: { ...aListing().when, from, until: from.add({ hours: 1 }) },
    });
    const toSave = await prepareListing(transaction, listing);
    await saveListing(transaction, { authorityId: authority.id, at: testNow, toSave });
    await refreshSessionsOf(transaction, { authority, today, now: testNow, slug });
    await pause((number * 7) % 23);
  });
}

test('who follows the feeds while many change listings at once misses nothing', { skip }, async () => {
  const site = app;
  assert.ok(site);
  for (let number = 0; number < 10; number++) await write(number);
  const users = ['session-series', 'scheduled-sessions'].map((feed) => {
    const url = `/openactive/feeds/${feed}?limit=7`;
    return { url, mirror: new Map() as Mirror, feed };
  });
  let isDone = false;
  const reading = Promise.all(
    users.map(async (user) => {
      while (!isDone) user.url = (await takePage(site, user.mirror, user.url)) ?? user.url;
      await follow(site, user.mirror, user.url);
    }),
  );
  await Promise.all(Array.from({ length: 60 }, (_, number) => write(number + 10)));
  isDone = true;
  await reading;
  for (const { feed, mirror } of users) {
    const anew = await follow(site, new Map(), `/openactive/feeds/${feed}`);
    assert.ok(anew.size > 3);
    const inOrder = (all: Mirror) => [...all].sort(([one], [other]) => one.localeCompare(other));
    assert.deepEqual(inOrder(mirror), inOrder(anew));
  }
});
