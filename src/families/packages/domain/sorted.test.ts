import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { byNumber, exchanged } from './sorted.ts';

type One = { readonly cost: number; readonly id: number };
const dearest = (one: One, other: One) => other.cost - one.cost || one.id - other.id;
const costs = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 30 });

test('exchanging some of a sorted list is the same as sorting anew, and leaves the list as it was', () => {
  fc.assert(
    fc.property(costs, costs, fc.infiniteStream(fc.boolean()), (before, after, coin) => {
      const old = before.map((cost, id) => ({ cost, id })).sort(dearest);
      const asItWas = [...old];
      const gone = new Set(old.filter(() => coin.next().value));
      const come = after.map((cost, id) => ({ cost, id: 100 + id }));
      const anew = [...old.filter((one) => !gone.has(one)), ...come].sort(dearest);
      assert.deepEqual(exchanged(old, { gone, come }, dearest), anew);
      assert.deepEqual(old, asItWas);
    }),
  );
});

test('by a number is a stable sort by it, also of numbers below nought, of infinities and of very large ones', () => {
  const numbers = fc.oneof(
    fc.integer({ min: -5, max: 5 }),
    fc.constantFrom(Infinity, -Infinity, 2 ** 52, -(2 ** 52), 0.5),
  );
  for (const number of [fc.integer({ min: -5, max: 5 }), fc.maxSafeInteger(), numbers])
    fc.assert(
      fc.property(fc.array(number, { maxLength: 40 }), (list) => {
        const all = list.map((cost, id) => ({ cost, id }));
        const sorted = all.toSorted((one, other) => (one.cost === other.cost ? 0 : one.cost - other.cost));
        assert.deepEqual(
          byNumber(all, ({ cost }) => cost),
          sorted,
        );
      }),
    );
});
