import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pence } from '#kernel/money.ts';
import {
  type AwardSpan,
  amountsOn,
  awardOn,
  changesInForce,
  lastDayOf,
  stretchesOf,
  type WhatChanges,
} from './change.ts';
import { worthBetween, worthOf, yearly } from './worth.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (minute: number) => Temporal.Instant.from('2026-01-01T00:00:00Z').add({ minutes: minute });
const award: AwardSpan = {
  startsOn: day('2026-04-01'),
  endsOn: day('2027-03-31'),
  per: 'period',
  amount: pence(36_500),
  minutes: null,
  nights: null,
};
let next = 0;
function change(kind: WhatChanges['kind'], from: string, more: Partial<WhatChanges> = {}): WhatChanges {
  next++;
  const nothing = { amount: null, minutes: null, nights: null, takesBack: null };
  return { id: `c${next}`, kind, from: day(from), changedAt: at(next), ...nothing, ...more };
}

const start = day('2026-01-01');
const anyAward: fc.Arbitrary<AwardSpan> = fc
  .record({
    startsOn: fc.integer({ min: 0, max: 900 }).map((days) => start.add({ days })),
    lasts: fc.integer({ min: 0, max: 800 }),
    per: fc.constantFrom(
      'period' as const,
      'week' as const,
      'four-weeks' as const,
      'month' as const,
      'year' as const,
    ),
    amount: fc.option(fc.integer({ min: 1, max: 500_000 }).map(pence)),
    minutes: fc.option(fc.integer({ min: 1, max: 9_000 })),
    nights: fc.integer({ min: 1, max: 60 }),
  })
  .map(({ lasts, ...rest }) => ({ ...rest, endsOn: rest.startsOn.add({ days: lasts }) }));

/** Changes on days that differ, so that none corrects another. */
const anyChanges: fc.Arbitrary<readonly WhatChanges[]> = fc
  .uniqueArray(
    fc.record({
      from: fc.integer({ min: 0, max: 1_500 }),
      kind: fc.constantFrom('changed' as const, 'suspended' as const, 'resumed' as const, 'ended' as const),
      amount: fc.integer({ min: 1, max: 500_000 }),
    }),
    { selector: ({ from }) => from, maxLength: 8 },
  )
  .map((all) =>
    all.map(({ from, kind, amount }, index) => ({
      id: `c${index}`,
      kind,
      from: start.add({ days: from }),
      amount: kind === 'changed' ? pence(amount) : null,
      minutes: null,
      nights: null,
      takesBack: null,
      changedAt: at(index),
    })),
  );
const anyDay = fc.integer({ min: -30, max: 2_000 }).map((days) => start.add({ days }));

test('an award changes, is suspended, goes on and ends from the days that the changes name', () => {
  const changes = [
    change('changed', '2026-06-01', { amount: pence(73_000) }),
    change('suspended', '2026-07-01'),
    change('resumed', '2026-08-01'),
    change('ended', '2027-01-01'),
  ];
  const told = (on: string) => {
    const { standing, amount } = awardOn(award, changes, day(on));
    return [standing, amount];
  };
  assert.deepEqual(told('2026-03-31'), ['not-yet', null]);
  assert.deepEqual(told('2026-05-31'), ['running', 36_500]);
  assert.deepEqual(told('2026-06-01'), ['running', 73_000]);
  assert.deepEqual(told('2026-07-31'), ['suspended', null]);
  assert.deepEqual(told('2026-08-01'), ['running', 73_000]);
  assert.deepEqual(told('2026-12-31'), ['running', 73_000]);
  assert.deepEqual(told('2027-01-01'), ['ended', null]);
  assert.equal(amountsOn(award, changes, day('2026-07-15')).amount, 73_000);
  // 61 days at £1, 30 at £2, 31 suspended, 153 at £2: 365 days at £365 and at £730 are £1 and £2 a day.
  assert.equal(worthOf(award, changes), 6_100 + 6_000 + 30_600);
});

test('of two changes for the same day the later recorded counts, and what is taken back never was', () => {
  const first = change('changed', '2026-06-01', { amount: pence(100) });
  const second = change('changed', '2026-06-01', { amount: pence(200) });
  assert.equal(awardOn(award, [second, first], day('2026-06-01')).amount, 200);
  const back = change('taken-back', '2026-06-01', { takesBack: second.id });
  assert.equal(awardOn(award, [second, back, first], day('2026-06-01')).amount, 100);
  assert.deepEqual(changesInForce([second, back, first]), [first]);
});

test('the order in which changes are recorded makes no difference to what holds on a day', () => {
  fc.assert(
    fc.property(anyAward, anyChanges, anyDay, fc.integer(), (given, changes, on, seed) => {
      const shuffled = changes
        .map((one, index) => ({ one, key: (seed * 31 + index * 7_919) % 101 }))
        .toSorted((a, b) => a.key - b.key)
        // Recorded in another order, at other times.
        .map(({ one }, index) => ({ ...one, changedAt: at(index) }));
      assert.deepEqual(awardOn(given, shuffled, on), awardOn(given, changes, on));
    }),
  );
});

test('an award is never of less than nothing, and of nothing at all while it is suspended, ended or not begun', () => {
  fc.assert(
    fc.property(anyAward, anyChanges, anyDay, (given, changes, on) => {
      const { standing, amount, minutes, nights } = awardOn(given, changes, on);
      for (const value of [amount, minutes, nights]) assert.ok(value === null || value > 0);
      const dayOnly = { from: on, to: on };
      assert.ok(worthBetween(given, changes, dayOnly) >= 0);
      if (standing !== 'running') {
        assert.deepEqual([amount, minutes, nights], [null, null, null]);
        assert.equal(worthBetween(given, changes, dayOnly), 0);
      }
    }),
  );
});

test('the stretches of an award say for each of its days what the award is, without gaps', () => {
  fc.assert(
    fc.property(anyAward, anyChanges, anyDay, (given, changes, on) => {
      const stretches = stretchesOf(given, changes);
      const own = stretches.filter(
        ({ from, to }) =>
          Temporal.PlainDate.compare(from, on) <= 0 && Temporal.PlainDate.compare(to, on) >= 0,
      );
      const expected = awardOn(given, changes, on);
      assert.equal(own.length, ['running', 'suspended'].includes(expected.standing) ? 1 : 0);
      if (own[0] !== undefined) assert.equal(own[0].standing, expected.standing);
      if (own[0] !== undefined) assert.equal(own[0].amount, expected.amount);
      if (stretches.length > 0) assert.ok(stretches.at(-1)?.to.equals(lastDayOf(given, changes)));
    }),
  );
});

test('the days of an award add up to the whole, to the penny, however they are parted', () => {
  fc.assert(
    fc.property(anyAward, anyChanges, fc.integer({ min: 0, max: 800 }), (given, changes, cut) => {
      const middle = given.startsOn.add({ days: cut });
      const before = worthBetween(given, changes, { from: given.startsOn, to: middle.subtract({ days: 1 }) });
      const after = worthBetween(given, changes, { from: middle, to: given.endsOn });
      assert.equal(before + after, worthOf(given, changes));
    }),
  );
});

test('an award for its period that nothing changes is worth its amount, and each whole instalment too', () => {
  fc.assert(
    fc.property(anyAward, (given) => {
      if (given.per === 'period') assert.equal(worthOf(given, []), given.amount ?? 0);
    }),
  );
  const monthly: AwardSpan = {
    ...award,
    startsOn: day('2028-01-31'),
    endsOn: day('2029-01-30'),
    per: 'month',
  };
  assert.equal(worthOf(monthly, []), 12 * 36_500);
  const leap: AwardSpan = { ...award, startsOn: day('2028-02-29'), endsOn: day('2028-03-13'), per: 'week' };
  assert.equal(worthOf(leap, []), 2 * 36_500);
  // The hour that is missing on 28 March and the one that comes twice on 31 October are no days.
  const spring: AwardSpan = { ...award, startsOn: day('2027-03-28'), endsOn: day('2027-04-03'), per: 'week' };
  assert.equal(worthOf(spring, []), 36_500);
});

test('a day more under suspension or a day earlier to the end never makes an award worth more', () => {
  fc.assert(
    fc.property(anyAward, fc.integer({ min: 0, max: 800 }), (given, after) => {
      const from = given.startsOn.add({ days: after }).toString();
      const next = given.startsOn.add({ days: after + 1 }).toString();
      assert.ok(worthOf(given, [change('ended', from)]) <= worthOf(given, [change('ended', next)]));
      assert.equal(worthOf(given, [change('ended', from)]), worthOf(given, [change('suspended', from)]));
    }),
  );
});

test('a year of something: 52 weeks, 13 times four weeks, 12 months, once for a year or less', () => {
  const of = (per: AwardSpan['per'], endsOn = '2027-03-31') =>
    yearly({ ...award, per, endsOn: day(endsOn) }, 1_000);
  assert.deepEqual(
    [of('week'), of('four-weeks'), of('month'), of('year'), of('period')],
    [52_000, 13_000, 12_000, 1_000, 1_000],
  );
  assert.equal(of('period', '2026-05-01'), 1_000);
  assert.equal(of('period', '2028-03-30'), 500);
});
