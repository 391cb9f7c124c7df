import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { newId } from '#kernel/id.ts';
import { prepareListing } from '#offer/directory/actions/prepare-listing.ts';
import { aListing } from '#offer/directory/examples.ts';
import { saveListing } from '#offer/directory/store/save-listing.ts';
import type { Database } from '#platform/database/index.ts';
import { bothDatabases } from '../../../../test/both-databases.ts';
import { testAuthority } from '../../../../test/database.ts';
import { testNow } from '../../../../test/visit.ts';
import { nextOfEach } from './next-of-each.ts';

const authorityId = testAuthority.id;
const hours = (after: number) => testNow.add({ hours: after });

for (const engine of await bothDatabases()) {
  describe(`the next session of each listing on ${engine.name}`, { skip: engine.skip }, () => {
    let database: Database;
    before(async () => {
      database = await engine.open();
      await database.transaction({ authorityId, standing: 'system' }, async (transaction) => {
        for (const slug of ['clay', 'drums', 'empty']) {
          const toSave = await prepareListing(transaction, aListing({ slug }));
          await saveListing(transaction, { authorityId, at: testNow, toSave });
        }
        const session = (slug: string, startsAt: Temporal.Instant, more: object = {}) => ({
          authority_id: authorityId,
          id: newId(),
          listing_slug: slug,
          place_number: 0,
          starts_at: startsAt,
          ends_at: startsAt.add({ hours: 1 }),
          on_day: startsAt.toZonedDateTimeISO('Europe/London').toPlainDate(),
          places: 8,
          places_left: null as number | null,
          state: 'planned',
          is_open: true,
          position: 0,
          modified_at: testNow,
          ...more,
        });
        await transaction
          .insertInto('listing_sessions')
          .values([
            session('clay', hours(-1)),
            session('clay', hours(2), { state: 'cancelled' }),
            session('clay', hours(5), { places_left: 3 }),
            session('clay', hours(4), { places_left: 0 }),
            session('drums', hours(30)),
          ])
          .execute();
      });
    });

    test('it is the first that has not begun and is not cancelled; what has none is left out', async () => {
      const next = await database.transaction(
        { authorityId, standing: 'public', readOnly: true },
        (transaction) =>
          nextOfEach(transaction, { authorityId, slugs: ['clay', 'drums', 'empty', 'gone'], now: testNow }),
      );
      assert.deepEqual(
        [...next.values()].map(({ slug, startsAt, placesLeft }) => [slug, startsAt.toString(), placesLeft]),
        [
          ['clay', hours(4).toString(), 0],
          ['drums', hours(30).toString(), null],
        ],
      );
    });
  });
}
