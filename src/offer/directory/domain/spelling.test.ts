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

test('with a bound it is the same up to the bound, and one more beyond it', () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 6 }), (one, other, most) => {
      assert.equal(slipsBetween(one, other, most), Math.min(slipsBetween(one, other), most + 1));
    }),
    { numRuns: 1_000 },
  );
});

/** The same count by its definition: what is least of all ways to make the one out of the other. */
function byDefinition(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [one.length, other.length];
  if (a === 0 || b === 0) return Math.max(a, b);
  const ways = [
    byDefinition(one.slice(0, -1), other) + 1,
    byDefinition(one, other.slice(0, -1)) + 1,
    byDefinition(one.slice(0, -1), other.slice(0, -1)) + (one[a - 1] === other[b - 1] ? 0 : 1),
  ];
  if (a > 1 && b > 1 && one[a - 1] === other[b - 2] && one[a - 2] === other[b - 1])
    ways.push(byDefinition(one.slice(0, -2), other.slice(0, -2)) + 1);
  return Math.min(...ways);
}

test('it is what its definition says', () => {
  const short = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '🐎'), maxLength: 5 });
  fc.assert(
    fc.property(short, short, (one, other) => {
      assert.equal(slipsBetween(one, other), byDefinition([...one], [...other]));
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
