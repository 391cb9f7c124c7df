import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aListing } from '../examples.ts';
import { checkedLately } from './demonstration-days.ts';

const day = Temporal.PlainDate.from('2026-11-01');

test('the newest check is at most two weeks old, never ahead of today, and the gaps stay as they were', () => {
  const agos = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(agos, fc.integer({ min: 0, max: 4000 }), (ago, later) => {
      const listings = ago.map((days) => aListing({ checkedOn: day.subtract({ days }) }));
      const today = day.add({ days: later });
      const moved = checkedLately(listings, today);
      const ages = moved.map(({ checkedOn }) => checkedOn.until(today, { largestUnit: 'day' }).days);
      assert.ok(Math.min(...ages) <= 14);
      assert.ok(Math.min(...ages) >= 0);
      const gaps = moved.map(
        ({ checkedOn }, index) => listings[index]?.checkedOn.until(checkedOn, { largestUnit: 'day' }).days,
      );
      assert.equal(new Set(gaps).size, 1);
      assert.equal((gaps[0] ?? -1) % 7, 0);
    }),
  );
});

test('what is fresh already is left as it is, and nothing is not moved', () => {
  const listings = [aListing({ checkedOn: day })];
  assert.equal(checkedLately(listings, day.add({ days: 14 })), listings);
  assert.deepEqual(checkedLately([], day), []);
});
