import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isForAge } from './listing.ts';

it('takes in both ends of the ages', () => {
  const listing = { ages: { from: 5, to: 11 } };
  assert.deepEqual(
    [4, 5, 11, 12].map((age) => isForAge(listing, age)),
    [false, true, true, false],
  );
});
