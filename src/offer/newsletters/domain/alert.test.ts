import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ageByNow, nextDigestOn } from './alert.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('nextDigestOn', () => {
  const cases: [string, 'weekly' | 'monthly', string][] = [
    ['2026-11-22', 'weekly', '2026-11-29'],
    ['2026-11-22', 'monthly', '2026-12-22'],
    ['2027-01-31', 'monthly', '2027-02-28'],
    ['2028-01-31', 'monthly', '2028-02-29'],
    ['2026-03-25', 'weekly', '2026-04-01'],
  ];
  for (const [told, frequency, next] of cases) {
    it(`is ${next} for who was told on ${told}, ${frequency}`, () => {
      assert.equal(nextDigestOn(day(told), frequency).toString(), next);
    });
  }
});

describe('ageByNow', () => {
  it('grows by one with each whole year', () => {
    const asked = { age: 8, on: day('2026-11-22') };
    assert.equal(ageByNow(asked, day('2027-11-21')), 8);
    assert.equal(ageByNow(asked, day('2027-11-22')), 9);
    assert.equal(ageByNow({ age: 24, on: day('2024-02-29') }, day('2030-01-01')), 25);
  });

  it('never falls, and never passes 25', () => {
    const days = fc.integer({ min: 0, max: 12_000 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 25 }), days, days, (age, one, other) => {
        const on = day('2026-01-31');
        const [sooner, later] = [Math.min(one, other), Math.max(one, other)].map((after) =>
          ageByNow({ age, on }, on.add({ days: after })),
        );
        assert.ok(sooner !== undefined && later !== undefined);
        assert.ok(age <= sooner && sooner <= later && later <= 25);
      }),
    );
  });
});
