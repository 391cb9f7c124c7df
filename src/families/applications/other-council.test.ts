import assert from 'node:assert/strict';
import { test } from 'node:test';
import { otherCouncilOf } from './other-council.ts';

test('a postcode of another council is told of, one’s own and one that is hardly known are not', () => {
  const medway = { name: 'Medway Council' };
  assert.equal(otherCouncilOf(medway, 'ME4 4AA'), null);
  assert.equal(otherCouncilOf(medway, 'CT1 2NE'), 'Kent');
  assert.equal(otherCouncilOf({ name: 'Kent County Council' }, 'CT1 2NE'), null);
  assert.equal(otherCouncilOf(medway, 'M1 1AE'), null, 'Manchester is in no list of ours');
  assert.equal(otherCouncilOf(medway, 'nonsense'), null);
});
