import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Database } from '#platform/database/index.ts';
import { bothDatabases } from '../../../test/both-databases.ts';
import { otherAuthority, testAuthority } from '../../../test/database.ts';
import { MOST_A_DAY, type Tally, talliesOf, writeTallies } from './tallies.ts';

const day = Temporal.PlainDate.from('2026-11-24');
const one: Tally = { what: 'tested', details: { kind: ['a', 'b'], age: '5 to 8' } };

for (const engine of await bothDatabases()) {
  describe(`tallies on ${engine.name}`, { skip: engine.skip }, () => {
    let database: Database;
    before(async () => {
      database = await engine.open();
    });

    const count = (tallies: readonly Tally[], authorityId = testAuthority.id, onDay = day) =>
      database.transaction({ authorityId, standing: 'public' }, (transaction) =>
        writeTallies(transaction, { authorityId, onDay, tallies }),
      );
    const read = (what: string, authorityId = testAuthority.id) =>
      database.transaction({ authorityId, standing: 'public', readOnly: true }, (transaction) =>
        talliesOf(transaction, { authorityId, what, from: day, until: day.add({ days: 1 }) }),
      );

    test('the same on the same day is counted together, whatever the order of its details', async () => {
      await count([one, one]);
      await count([{ what: 'tested', details: { age: '5 to 8', kind: ['a', 'b'] } }]);
      await count([one], testAuthority.id, day.add({ days: 1 }));
      await count([one], testAuthority.id, day.add({ days: 2 }));
      await count([one], otherAuthority.id);
      const tallied = await read('tested');
      assert.deepEqual(
        tallied.map(({ onDay, times }) => [onDay.toString(), times]),
        [
          ['2026-11-24', 3],
          ['2026-11-25', 1],
        ],
      );
      assert.deepEqual(tallied[0]?.details, one.details);
      assert.equal((await read('tested', otherAuthority.id)).length, 1);
    });

    test('beyond the most a day, only the number is kept', async () => {
      const many = Array.from(
        { length: MOST_A_DAY + 3 },
        (_, index): Tally => ({ what: 'flood', details: { index } }),
      );
      await count(many);
      await count([{ what: 'flood', details: { index: 0 } }]);
      const tallied = await read('flood');
      assert.equal(tallied.length, MOST_A_DAY + 1);
      const timesOf = (details: object) =>
        tallied.find((other) => JSON.stringify(other.details) === JSON.stringify(details))?.times;
      assert.equal(timesOf({}), 3);
      assert.equal(timesOf({ index: 0 }), 2);
    });
  });
}
