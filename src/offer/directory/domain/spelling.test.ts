import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { slipsBetween, wordMeant } from './spelling.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '🐎'), maxLength: 9 });

test('one slip of each sort counts one', () => {
  assert.equal(slipsBetween('swimming', 'swiming'), 1);
  assert.equal(slipsBetween('swimming', 'swimmming'), 1);
  assert.equal(slipsBetween('swimming', 'swimmung'), 1);
  assert.equal(slipsBetween('swimming', 'swmiming'), 1);
  assert.equal(slipsBetween('', 'abc'), 3);
});

test('slips are the same both ways, none for the same word alone, and at most one a letter', () => {
  fc.assert(
    fc.property(word, word, (one, other) => {
      const slips = slipsBetween(one, other);
      assert.equal(slips, slipsBetween(other, one));
      assert.equal(slips === 0, one === other);
      const [longer, shorter] = [[...one].length, [...other].length].sort((a, b) => b - a);
      assert.ok(slips <= (longer ?? 0) && slips >= (longer ?? 0) - (shorter ?? 0));
    }),
  );
});

test('the word meant is the nearest, and a tie goes to the likelier', () => {
  assert.equal(wordMeant('autsim', ['austin', 'autism']), 'autism');
  assert.equal(wordMeant('ridng', ['riding', 'ridings']), 'riding');
  assert.equal(wordMeant('bort', ['boat', 'bolt']), 'boat');
});

test('short words, and words too far away, are not guessed', () => {
  assert.equal(wordMeant('gym', ['gem']), null);
  assert.equal(wordMeant('zeppelin', ['swimming']), null);
  assert.equal(wordMeant('anything', []), null);
});
