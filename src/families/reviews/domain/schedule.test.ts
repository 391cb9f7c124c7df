import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { testAuthority } from '../../../../test/database.ts';
import { reviewClocksOf } from '../review-clocks.ts';
import { latestNext, nextReview, type ReviewedAward } from './schedule.ts';

const folder = path.join(import.meta.dirname, '..', '..', '..', '..', 'authorities', 'medway');
const clocks = reviewClocksOf({ ...testAuthority, folder });
const day = (text: string) => Temporal.PlainDate.from(text);
const award = (more: Partial<ReviewedAward> = {}): ReviewedAward => ({
  startsOn: day('2026-04-01'),
  lastDay: day('2029-03-31'),
  reviewOn: day('2026-08-01'),
  legalBasis: null,
  ...more,
});

/** Every day on which an award is looked at, if each review is held on its last day. */
function allReviews(given: ReviewedAward): readonly string[] {
  const held: { heldOn: Temporal.PlainDate; nextOn: Temporal.PlainDate | null }[] = [];
  for (;;) {
    const heldOn = nextReview(given, held, clocks);
    if (heldOn === null) return held.map((one) => one.heldOn.toString());
    held.push({ heldOn, nextOn: latestNext(given, { heldOn, heldBefore: held.length }, clocks) });
  }
}

test('an award is looked at after four and ten months and then each year, until it ends', () => {
  assert.deepEqual(allReviews(award()), ['2026-08-01', '2027-02-01', '2028-02-01', '2029-02-01']);
  assert.deepEqual(allReviews(award({ lastDay: day('2027-03-31') })), ['2026-08-01', '2027-02-01']);
  assert.deepEqual(allReviews(award({ lastDay: day('2026-07-31') })), []);
});

test('nights under section 17 are looked at each six months; under section 20 after three, then each six', () => {
  const nights = { lastDay: day('2027-09-30') };
  assert.deepEqual(allReviews(award({ ...nights, legalBasis: 'section-17' })), [
    '2026-08-01',
    '2027-02-01',
    '2027-08-01',
  ]);
  assert.deepEqual(allReviews(award({ ...nights, legalBasis: 'section-20' })), [
    '2026-07-01',
    '2027-01-01',
    '2027-07-01',
  ]);
  // Held early, the next is counted from the day on which it was held.
  const heldOn = day('2026-06-10');
  const given = award({ ...nights, legalBasis: 'section-20' });
  assert.equal(String(latestNext(given, { heldOn, heldBefore: 0 }, clocks)), '2026-12-10');
});

test('a scheme that sets an earlier first review is followed; 29 February, weekends and clock changes are days like others', () => {
  assert.deepEqual(
    allReviews(award({ reviewOn: day('2026-05-02'), lastDay: day('2027-03-31') }))[0],
    '2026-05-02',
  );
  const leap = award({
    startsOn: day('2028-02-29'),
    reviewOn: day('2028-06-29'),
    lastDay: day('2030-03-31'),
  });
  assert.deepEqual(allReviews(leap), ['2028-06-29', '2028-12-29', '2029-12-29']);
  const heldOn = day('2028-02-29');
  assert.equal(String(latestNext(award(), { heldOn, heldBefore: 1 }, clocks)), '2029-02-28');
});

test('whenever an award begins and whatever the law, its reviews lie in order within it, and no two further apart than a year', () => {
  const anyAward = fc.record({
    starts: fc.integer({ min: 0, max: 3_000 }),
    lasts: fc.integer({ min: 0, max: 1_500 }),
    legalBasis: fc.constantFrom(null, 'section-17' as const, 'section-20' as const),
  });
  fc.assert(
    fc.property(anyAward, ({ starts, lasts, legalBasis }) => {
      const startsOn = day('2016-04-01').add({ days: starts });
      const reviewOn = startsOn.add({ months: 4 });
      const given = { startsOn, lastDay: startsOn.add({ days: lasts }), reviewOn, legalBasis };
      const days = [startsOn.toString(), ...allReviews(given)];
      for (const [index, text] of days.entries()) {
        const before = days[index - 1];
        if (before === undefined) continue;
        const months = legalBasis === null ? 12 : 6;
        assert.ok(Temporal.PlainDate.compare(day(before), day(text)) < 0, `${before} ${text}`);
        assert.ok(
          Temporal.PlainDate.compare(day(text), day(before).add({ months })) <= 0,
          `${before} ${text}`,
        );
        assert.ok(Temporal.PlainDate.compare(day(text), given.lastDay) <= 0);
      }
    }),
  );
});
