import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pointFromBall, pointOnBall } from './facts.ts';

test('a place turned into one on a ball and back is the same to a metre', () => {
  const england = fc.record({
    latitude: fc.double({ min: 49, max: 61, noNaN: true }),
    longitude: fc.double({ min: -9, max: 3, noNaN: true }),
  });
  fc.assert(
    fc.property(england, (point) => {
      const back = pointFromBall(pointOnBall(point));
      assert.ok(back !== null);
      assert.ok(Math.abs(back.latitude - point.latitude) < 6e-6);
      assert.ok(Math.abs(back.longitude - point.longitude) < 6e-6);
    }),
  );
});

test('what has no place has none on the map', () => {
  assert.equal(pointFromBall(pointOnBall(null)), null);
});
