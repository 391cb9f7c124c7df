import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isForAge, isStale } from './listing.ts';

it('takes in both ends of the ages', () => {
  const listing = { ages: { from: 5, to: 11 } };
  assert.deepEqual(
    [4, 5, 11, 12].map((age) => isForAge(listing, age)),
    [false, true, true, false],
  );
});

it('is stale from the day after the months are up', () => {
  const listing = { checkedOn: Temporal.PlainDate.from('2026-08-31') };
  const staleOn = (today: string) => isStale(listing, { today: Temporal.PlainDate.from(today), months: 6 });
  assert.equal(staleOn('2027-02-28'), false);
  assert.equal(staleOn('2027-03-01'), true);
});
