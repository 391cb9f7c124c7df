import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Database, Transaction } from '#platform/database/index.ts';
import { bothDatabases } from '../../../../test/both-databases.ts';
import { otherAuthority, testAuthority } from '../../../../test/database.ts';
import { aListing } from '../examples.ts';
import { saveListing, withdrawListings } from '../store/save-listing.ts';
import { directorySnapshot } from './directory-snapshot.ts';
import { prepareListing } from './prepare-listing.ts';
import { searchOffer } from './search-offer.ts';

const today = Temporal.PlainDate.from('2026-10-05');
const at = Temporal.Instant.from('2026-10-05T09:00:00Z');
const authorityId = testAuthority.id;

async function save(transaction: Transaction, title: string): Promise<void> {
  const toSave = await prepareListing(transaction, aListing({ title }));
  await saveListing(transaction, { authorityId, at, toSave });
}

async function titles(transaction: Transaction, authority = authorityId): Promise<readonly string[]> {
  const query = new URLSearchParams();
  const given = { authorityId: authority, query, today, localities: [] };
  const { found } = await searchOffer(transaction, given);
  return found.listings.map(({ listing }) => listing.title);
}

for (const engine of await bothDatabases()) {
  describe(`the directory in memory on ${engine.name}`, { skip: engine.skip }, () => {
    let database: Database;
    before(async () => {
      database = await engine.open();
    });
    const write = <T>(work: (transaction: Transaction) => Promise<T>) =>
      database.transaction({ authorityId, standing: 'system' }, work);
    const read = (authority = authorityId) =>
      database.transaction({ authorityId: authority, standing: 'public', readOnly: true }, (transaction) =>
        titles(transaction, authority),
      );

    test('each change is seen by the next search, and no other council sees any of it', async () => {
      assert.deepEqual(await read(), []);
      await write((transaction) => save(transaction, 'First'));
      assert.deepEqual(await read(), ['First']);
      await write((transaction) => save(transaction, 'Second'));
      assert.deepEqual(await read(), ['Second']);
      assert.deepEqual(await read(otherAuthority.id), []);
      await write((transaction) =>
        withdrawListings(transaction, { authorityId, slugs: ['saturday-swim'], at }),
      );
      assert.deepEqual(await read(), []);
    });

    test('what a transaction changed is seen by itself, and by nobody once it is rolled back', async () => {
      await write((transaction) => save(transaction, 'Kept'));
      assert.deepEqual(await read(), ['Kept']);
      const rolledBack = write(async (transaction) => {
        await save(transaction, 'Rolled back');
        assert.deepEqual(await titles(transaction), ['Rolled back']);
        throw new Error('roll it back');
      });
      await assert.rejects(rolledBack, /roll it back/);
      assert.deepEqual(await read(), ['Kept']);
    });

    test('the snapshot has what is shown, whole, and follows each change', async () => {
      const snapshot = () => write((transaction) => directorySnapshot(transaction, authorityId, today));
      await write((transaction) => save(transaction, 'One'));
      const one = await snapshot();
      assert.deepEqual(
        one.entries.map(({ listing }) => listing),
        [aListing({ title: 'One' })],
      );
      await write((transaction) => save(transaction, 'Two'));
      const two = await snapshot();
      assert.deepEqual(
        two.entries.map(({ listing }) => listing.title),
        ['Two'],
      );
      assert.ok(two.version > one.version);
    });
  });
}
