import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { testAuthority } from '../../../test/database.ts';
import { awardDates } from './award-dates.ts';

const medway = {
  ...testAuthority,
  folder: path.join(import.meta.dirname, '..', '..', '..', 'authorities', 'medway'),
};
const day = (text: string) => Temporal.PlainDate.from(text);
const datesOf = (start: string) => {
  const { startsOn, endsOn, reviews } = awardDates(medway, day(start));
  return [startsOn, endsOn, ...reviews].map(String);
};

test('an award lasts twelve months and is looked at after four and after ten', () => {
  assert.deepEqual(datesOf('2026-11-24'), ['2026-11-24', '2027-11-23', '2027-03-24', '2027-09-24']);
  assert.deepEqual(datesOf('2027-10-31'), ['2027-10-31', '2028-10-30', '2028-02-29', '2028-08-31']);
  assert.deepEqual(datesOf('2028-02-29'), ['2028-02-29', '2029-02-28', '2028-06-29', '2028-12-29']);
});

test('whenever an award starts, it lasts 365 or 366 days and every review lies within it, in order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 12_000 }), (days) => {
      const { startsOn, endsOn, reviews } = awardDates(medway, day('2016-04-01').add({ days }));
      const lasts = startsOn.until(endsOn, { largestUnit: 'days' }).days + 1;
      assert.ok(lasts === 365 || lasts === 366, `${startsOn} to ${endsOn}`);
      const inOrder = [startsOn, ...reviews, endsOn];
      assert.deepEqual(inOrder.toSorted(Temporal.PlainDate.compare), inOrder);
      assert.equal(reviews.length, 2);
    }),
  );
});
