import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { formatMiles, milesBetween } from './distance.ts';

const point = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('milesBetween', () => {
  it('is the quarter of the way round the earth from the equator to a pole', () => {
    const miles = milesBetween({ latitude: 0, longitude: 10 }, { latitude: 90, longitude: 77 });
    assert.ok(Math.abs(miles - (6371.0088 / 1.609344) * (Math.PI / 2)) < 1e-6);
  });

  it('is about 69 miles for a degree of latitude', () => {
    const miles = milesBetween({ latitude: 51, longitude: 0.5 }, { latitude: 52, longitude: 0.5 });
    assert.ok(Math.abs(miles - 69.09) < 0.01, `${miles}`);
  });

  it('is shorter for a degree of longitude by the cosine of the latitude', () => {
    const atEquator = milesBetween({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 0.1 });
    const atSixty = milesBetween({ latitude: 60, longitude: 0 }, { latitude: 60, longitude: 0.1 });
    assert.ok(Math.abs(atSixty / atEquator - 0.5) < 1e-5);
  });

  it('is nought from a point to itself', () => {
    fc.assert(fc.property(point, (a) => assert.equal(milesBetween(a, a), 0)));
  });

  it('is the same both ways', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        assert.ok(Math.abs(milesBetween(a, b) - milesBetween(b, a)) < 1e-6);
      }),
    );
  });

  it('is never longer straight than by way of a third point', () => {
    fc.assert(
      fc.property(point, point, point, (a, b, c) => {
        assert.ok(milesBetween(a, c) <= milesBetween(a, b) + milesBetween(b, c) + 1e-3);
      }),
    );
  });
});

describe('formatMiles', () => {
  for (const [miles, written] of [
    [0, 'less than 1 mile'],
    [0.94, 'less than 1 mile'],
    [0.96, '1 mile'],
    [2.34, '2.3 miles'],
    [9.94, '9.9 miles'],
    [9.96, '10 miles'],
    [24.4, '24 miles'],
  ] as const) {
    it(`writes ${miles} as "${written}"`, () => assert.equal(formatMiles(miles), written));
  }

  it('says "about", in whole miles, for the middle of an area', () => {
    assert.equal(formatMiles(2.34, { approximate: true }), 'about 2 miles');
    assert.equal(formatMiles(1.2, { approximate: true }), 'about 1 mile');
    assert.equal(formatMiles(0.3, { approximate: true }), 'less than 1 mile');
  });
});
