// Two processes serve one council from one server, each with the directory in its own memory: what one publishes or
// takes away, the other answers with at its next question, and never with what is another council's.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aListing } from '#offer/directory/examples.ts';
import { prepareListing, saveListing, searchOffer, withdrawListings } from '#offer/directory/index.ts';
import { type Database, openServer } from '#platform/database/index.ts';
import { serverDatabase } from '../both-databases.ts';
import { otherAuthority, testAuthority } from '../database.ts';
import { serverForTests } from '../postgres-server.ts';
import { testNow } from '../visit.ts';

const today = Temporal.PlainDate.from('2026-11-24');

/** What a process answers to a search for a word, as the public asks it. */
async function foundBy(process: Database, asked: string, authorityId = testAuthority.id) {
  const scope = { authorityId, standing: 'public', readOnly: true } as const;
  const query = new URLSearchParams({ q: asked });
  const { found } = await process.transaction(scope, (transaction) =>
    searchOffer(transaction, { authorityId, query, today, localities: [] }),
  );
  return found.listings.map(({ listing }) => `${listing.slug}: ${listing.title}`).sort();
}

function publish(
  process: Database,
  listing: { readonly slug: string; readonly title: string },
  authorityId = testAuthority.id,
): Promise<unknown> {
  return process.transaction({ authorityId, standing: 'system' }, async (transaction) => {
    const toSave = await prepareListing(transaction, aListing(listing));
    await saveListing(transaction, { authorityId, at: testNow, toSave });
  });
}

test('what one process publishes or takes away, another answers with at its next question', async (t) => {
  const server = await serverForTests();
  if ('unavailable' in server) return t.skip(server.unavailable);
  const fresh = await serverDatabase(server);
  const one = await openServer({ url: fresh.url, connections: 3 });
  const other = await openServer({ url: fresh.url, connections: 3 });
  try {
    assert.deepEqual(await foundBy(one, 'abseiling'), []);
    assert.deepEqual(await foundBy(other, 'abseiling'), []);

    await publish(one, { slug: 'ropes', title: 'Abseiling' });
    assert.deepEqual(await foundBy(other, 'abseiling'), ['ropes: Abseiling']);
    assert.deepEqual(await foundBy(one, 'abseiling'), ['ropes: Abseiling']);

    await publish(other, { slug: 'ropes', title: 'Abseiling for all' });
    assert.deepEqual(await foundBy(one, 'abseiling'), ['ropes: Abseiling for all']);

    await publish(other, { slug: 'cliffs', title: 'Abseiling elsewhere' }, otherAuthority.id);
    for (const process of [one, other]) {
      assert.deepEqual(await foundBy(process, 'abseiling'), ['ropes: Abseiling for all']);
      assert.deepEqual(await foundBy(process, 'abseiling', otherAuthority.id), [
        'cliffs: Abseiling elsewhere',
      ]);
    }

    await one.transaction({ authorityId: testAuthority.id, standing: 'system' }, (transaction) =>
      withdrawListings(transaction, { authorityId: testAuthority.id, slugs: ['ropes'], at: testNow }),
    );
    for (const process of [other, one]) {
      assert.deepEqual(await foundBy(process, 'abseiling'), []);
      assert.deepEqual(await foundBy(process, 'abseiling', otherAuthority.id), [
        'cliffs: Abseiling elsewhere',
      ]);
    }
  } finally {
    await one.close();
    await other.close();
    await fresh.drop();
    await server.stop();
  }
});

test('while two processes publish at once, each answers with all that was finished before it asked', async (t) => {
  const server = await serverForTests();
  if ('unavailable' in server) return t.skip(server.unavailable);
  const fresh = await serverDatabase(server);
  const one = await openServer({ url: fresh.url, connections: 4 });
  const other = await openServer({ url: fresh.url, connections: 4 });
  const finished = new Set<string>();
  const write = async (process: Database, prefix: string, reader: Database) => {
    for (let number = 0; number < 5; number++) {
      const [slug, title] = [`${prefix}-${number}`, `Abseiling ${prefix} ${number}`];
      await publish(process, { slug, title });
      finished.add(`${slug}: ${title}`);
      const before = [...finished];
      const answered = await foundBy(reader, 'abseiling');
      assert.deepEqual(
        before.filter((line) => !answered.includes(line)),
        [],
      );
    }
  };
  try {
    await Promise.all([write(one, 'north', other), write(other, 'south', one)]);
    assert.equal((await foundBy(one, 'abseiling')).length, 10);
    assert.deepEqual(await foundBy(one, 'abseiling'), await foundBy(other, 'abseiling'));
  } finally {
    await one.close();
    await other.close();
    await fresh.drop();
    await server.stop();
  }
});
