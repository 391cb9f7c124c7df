import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { all, any, atLeast, not, type Truth } from './truth.ts';

const truth: fc.Arbitrary<Truth> = fc.constantFrom(true, false, null);
const truths = fc.array(truth, { maxLength: 5 });

test('the laws of De Morgan hold in three values', () => {
  fc.assert(
    fc.property(truths, (list) => {
      assert.equal(not(all(list)), any(list.map(not)));
      assert.equal(not(any(list)), all(list.map(not)));
    }),
  );
});

test('the order of the parts does not matter', () => {
  fc.assert(
    fc.property(truths, (list) => {
      const turned = [...list].reverse();
      assert.equal(all(list), all(turned));
      assert.equal(any(list), any(turned));
      assert.equal(atLeast(2, list), atLeast(2, turned));
    }),
  );
});

test('how the parts are grouped does not matter', () => {
  fc.assert(
    fc.property(truths, truths, truths, (a, b, c) => {
      assert.equal(all([all([...a, ...b]), ...c]), all([...a, all([...b, ...c])]));
      assert.equal(any([any([...a, ...b]), ...c]), any([...a, any([...b, ...c])]));
    }),
  );
});

test('not twice is the same as not at all, and one of one is itself', () => {
  fc.assert(
    fc.property(truth, (one) => {
      assert.equal(not(not(one)), one);
      assert.equal(all([one]), one);
      assert.equal(any([one]), one);
    }),
  );
});

test('at least one is any, and at least as many as there are is all', () => {
  fc.assert(
    fc.property(fc.array(truth, { minLength: 1, maxLength: 5 }), (list) => {
      assert.equal(atLeast(1, list), any(list));
      assert.equal(atLeast(list.length, list), all(list));
    }),
  );
});

test('two of three pieces of evidence: met, not met and still open', () => {
  assert.equal(atLeast(2, [true, true, null]), true);
  assert.equal(atLeast(2, [true, false, null]), null);
  assert.equal(atLeast(2, [false, false, null]), false);
});

test('what is known stays so when more becomes known', () => {
  fc.assert(
    fc.property(truths, fc.boolean(), (list, answer) => {
      const later = list.map((one) => one ?? answer);
      for (const join of [all, any, (parts: readonly Truth[]) => atLeast(2, parts)]) {
        if (join(list) !== null) assert.equal(join(later), join(list));
      }
    }),
  );
});
