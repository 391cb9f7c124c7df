import assert from 'node:assert/strict';
import { test } from 'node:test';
import { likenessKeys } from './outcome.ts';

const swim = { title: 'The Saturday Swim', provider: "Otters' Club", postcode: 'ME7 1HF' };
const isAlike = (given: Partial<typeof swim>) =>
  likenessKeys({ ...swim, ...given }).some((key) => likenessKeys(swim).includes(key));

test('two listings are alike by name with postcode, or by name with provider', () => {
  assert.ok(isAlike({ title: 'saturday swim', provider: 'Somebody else', postcode: 'me71hf' }));
  assert.ok(isAlike({ title: 'Saturday  swim!', provider: 'Otters’ club', postcode: 'ME8 0AA' }));
  assert.ok(!isAlike({ title: 'Sunday swim' }));
  assert.ok(!isAlike({ provider: 'Somebody else', postcode: 'ME8 0AA' }));
  assert.deepEqual(likenessKeys({ title: '!!', provider: 'x', postcode: null }), []);
});
