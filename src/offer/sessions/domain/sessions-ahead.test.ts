import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dateInEngland, england } from '#kernel/clock.ts';
import { aListing } from '#offer/directory/examples.ts';
import type { Listing } from '#offer/directory/index.ts';
import { dayName } from './rhythm.ts';
import { type SchoolCalendar, schoolDay } from './school-calendar.ts';
import { instantsOf, isPausedOn, sessionsAhead } from './sessions-ahead.ts';

const date = (text: string) => Temporal.PlainDate.from(text);
const time = (text: string) => Temporal.PlainTime.from(text);
const span = (from: string, until: string) => ({ from: date(from), until: date(until) });

const calendar: SchoolCalendar = {
  terms: [
    { name: 'Autumn', ...span('2026-09-02', '2026-12-18'), halfTerm: span('2026-10-24', '2026-11-01') },
    { name: 'Spring', ...span('2027-01-04', '2027-03-25'), halfTerm: span('2027-02-13', '2027-02-21') },
  ],
  bankHolidays: new Set(['2026-12-25', '2026-12-28', '2027-01-01']),
};
/** Written out apart from the program's own rule. */
const closed = (day: Temporal.PlainDate) => /^(2026-12-2[568]|2027-01-01)$/.test(day.toString());
const firstDay = date('2026-09-01');

const daysOf = (listing: Listing, from: string, until: string) =>
  sessionsAhead(listing, { span: span(from, until), calendar }).map(({ onDay }) => onDay.toString());

/** A listing on these days of the week, in this season. */
function weekly(
  days: Listing['when']['days'],
  season: Listing['runs']['season'],
  more: Partial<Listing> = {},
): Listing {
  const when = { ...aListing().when, days, note: null };
  return aListing({ when, runs: { season, from: null, until: null }, ...more });
}

test('term time and holidays part the days of the year between them; half-term is a holiday', () => {
  assert.deepEqual(daysOf(weekly(['wed'], 'term-time'), '2026-10-14', '2026-11-11'), [
    '2026-10-14',
    '2026-10-21',
    '2026-11-04',
    '2026-11-11',
  ]);
  assert.deepEqual(daysOf(weekly(['wed'], 'holidays'), '2026-10-14', '2026-11-11'), ['2026-10-28']);
  assert.deepEqual(daysOf(weekly(['tue', 'wed'], 'holidays'), '2026-12-15', '2027-01-06'), [
    '2026-12-22',
    '2026-12-23',
    '2026-12-29',
    '2026-12-30',
  ]);
});

test('beyond the terms that are known nobody knows what is term time', () => {
  assert.equal(schoolDay(calendar, date('2027-03-26')), 'unknown');
  assert.equal(schoolDay(calendar, date('2026-09-01')), 'unknown');
  assert.equal(schoolDay({ terms: [] }, date('2026-10-01')), 'unknown');
  assert.deepEqual(daysOf(weekly(['wed'], 'term-time'), '2027-03-20', '2027-05-20'), ['2027-03-24']);
  assert.deepEqual(daysOf(weekly(['wed'], 'holidays'), '2027-03-26', '2027-04-20'), []);
  assert.deepEqual(daysOf(weekly(['wed'], 'all-year'), '2027-03-26', '2027-04-01'), ['2027-03-31']);
});

test('without a season the times of the listing say it', () => {
  const at = (times: Listing['when']['times']) => {
    const listing = weekly(['wed'], null);
    return daysOf({ ...listing, when: { ...listing.when, times } }, '2026-10-21', '2026-10-28');
  };
  assert.deepEqual(at(['after-school']), ['2026-10-21']);
  assert.deepEqual(at(['school-holidays']), ['2026-10-28']);
  assert.deepEqual(at(['evening']), ['2026-10-21', '2026-10-28']);
  assert.deepEqual(at(['after-school', 'school-holidays']), ['2026-10-21', '2026-10-28']);
});

test('nothing is guessed: by arrangement, no hours, or not each week', () => {
  const listing = weekly(['wed'], 'all-year');
  const none = (changed: Partial<Listing>) =>
    assert.deepEqual(daysOf({ ...listing, ...changed }, '2026-10-01', '2026-10-31'), []);
  none({ when: { ...listing.when, times: ['by-arrangement', 'weekend'] } });
  none({ when: { ...listing.when, from: null, until: null } });
  none({ when: { ...listing.when, days: [] } });
  none({ when: { ...listing.when, note: 'The first Wednesday of the month.' } });
  none({ description: 'Once a month. We fetch and bring back.' });
  none({ summary: 'A fortnightly club.' });
  none({ description: 'We meet every other week.' });
  assert.equal(
    daysOf({ ...listing, description: 'We meet every week.' }, '2026-10-01', '2026-10-31').length,
    4,
  );
});

test('the first and the last day hold for the rhythm, a bank holiday has none, and a named date always counts', () => {
  const listing = weekly(['fri'], 'all-year', {
    runs: { season: 'all-year', from: date('2026-12-11'), until: date('2027-01-08') },
    dates: [{ on: date('2026-12-25'), from: time('10:00'), until: time('12:00'), places: 6 }],
  });
  assert.deepEqual(daysOf(listing, '2026-12-01', '2027-01-31'), [
    '2026-12-11',
    '2026-12-18',
    '2026-12-25',
    '2027-01-08',
  ]);
});

test('a named date goes before the rhythm where both begin at the same time', () => {
  const dates = [{ on: date('2026-12-05'), from: time('10:00'), until: time('14:00'), places: 6 }];
  const found = sessionsAhead(weekly(['sat'], 'all-year', { dates }), {
    span: span('2026-12-05', '2026-12-05'),
    calendar,
  });
  assert.deepEqual(
    found.map(({ endsAt, places }) => [endsAt.toString(), places]),
    [['2026-12-05T14:00:00Z', 6]],
  );
});

test('the hours are those on the clock in the hall when the clocks change', () => {
  const at = (day: string, from: string, until: string) => {
    const { startsAt, endsAt } = instantsOf(date(day), { from: time(from), until: time(until) });
    return [startsAt.toString(), endsAt.toString()];
  };
  // The clocks go back on 25 October 2026 and forward on 28 March 2027.
  assert.deepEqual(at('2026-10-24', '10:00', '12:00'), ['2026-10-24T09:00:00Z', '2026-10-24T11:00:00Z']);
  assert.deepEqual(at('2026-10-25', '10:00', '12:00'), ['2026-10-25T10:00:00Z', '2026-10-25T12:00:00Z']);
  assert.deepEqual(at('2026-10-24', '18:00', '10:00'), ['2026-10-24T17:00:00Z', '2026-10-25T10:00:00Z']);
  assert.deepEqual(at('2027-03-27', '18:00', '10:00'), ['2027-03-27T18:00:00Z', '2027-03-28T09:00:00Z']);
  // A time that is there twice is its first; one that is left out is an hour later, and lasts as long as it says.
  assert.deepEqual(at('2026-10-25', '01:30', '03:00'), ['2026-10-25T00:30:00Z', '2026-10-25T03:00:00Z']);
  assert.deepEqual(at('2027-03-28', '01:30', '02:00'), ['2027-03-28T01:30:00Z', '2027-03-28T02:00:00Z']);
});

test('each place has its own times', () => {
  const listing = weekly(['sat'], 'all-year');
  const place = {
    kind: 'at',
    name: 'Hall',
    locality: 'Rainham',
    postcode: 'ME8 7AA',
    isOutsideAuthority: false,
  };
  const when = { ...listing.when, days: ['sun' as const] };
  const found = sessionsAhead(
    { ...listing, otherPlaces: [{ place: { ...place, kind: 'at' }, when }] },
    { span: span('2026-12-05', '2026-12-06'), calendar },
  );
  assert.deepEqual(
    found.map(({ onDay, placeNumber }) => [onDay.toString(), placeNumber]),
    [
      ['2026-12-05', 0],
      ['2026-12-06', 1],
    ],
  );
});

const someDate = fc.integer({ min: 0, max: 260 }).map((days) => firstDay.add({ days }));
const someTime = fc
  .integer({ min: 0, max: 95 })
  .map((quarters) => time('00:00').add({ minutes: quarters * 15 }));
const someWhen = fc.record({
  times: fc.constantFrom<Listing['when']['times']>(
    ['weekend'],
    ['after-school'],
    ['by-arrangement'],
    ['overnight'],
  ),
  days: fc.subarray<Listing['when']['days'][number]>(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']),
  from: someTime,
  until: someTime,
  note: fc.constant(null),
});
const someListing = fc
  .record({
    when: someWhen,
    season: fc.constantFrom('term-time', 'holidays', 'all-year', null),
    from: fc.option(someDate),
    until: fc.option(someDate),
    dates: fc.array(
      fc.record({
        on: someDate,
        from: someTime,
        until: someTime,
        places: fc.option(fc.integer({ min: 1, max: 20 })),
      }),
      { maxLength: 5 },
    ),
    paused: fc.constantFrom(null, 'Not now.'),
    pausedUntil: fc.option(someDate),
    other: fc.option(someWhen),
  })
  .map(({ season, from, until, other, ...rest }) => {
    const place = {
      kind: 'at',
      name: 'Hall',
      locality: 'Rainham',
      postcode: 'ME8 7AA',
      isOutsideAuthority: false,
    };
    return aListing({
      ...rest,
      runs: { season, from, until },
      otherPlaces: other === null ? [] : [{ place: { ...place, kind: 'at' as const }, when: other }],
    });
  });
const someSpan = fc
  .tuple(someDate, fc.integer({ min: 0, max: 80 }))
  .map(([from, days]) => ({ from, until: from.add({ days }) }));
const keyOf = (session: { placeNumber: number; startsAt: Temporal.Instant }) =>
  `${session.placeNumber} ${session.startsAt}`;

test('law: each session is within the span, on a chosen day of its season or a named date, once, and ends after it began', () => {
  fc.assert(
    fc.property(someListing, someSpan, (listing, days) => {
      const found = sessionsAhead(listing, { span: days, calendar });
      assert.equal(new Set(found.map(keyOf)).size, found.length);
      for (const { onDay, startsAt, endsAt, placeNumber } of found) {
        const when = placeNumber === 0 ? listing.when : listing.otherPlaces[placeNumber - 1]?.when;
        assert.ok(when);
        assert.ok(days.from.until(onDay).days >= 0 && onDay.until(days.until).days >= 0);
        assert.ok(dateInEngland(startsAt).equals(onDay));
        assert.ok(Temporal.Instant.compare(startsAt, endsAt) < 0);
        assert.ok(startsAt.until(endsAt).total('hours') <= 25);
        assert.ok(!isPausedOn(listing, onDay));
        if (placeNumber === 0 && listing.dates.some(({ on }) => on.equals(onDay))) continue;
        assert.ok(when.days.includes(dayName(onDay)) && !when.times.includes('by-arrangement'));
        const { season, from, until } = listing.runs;
        if (season === 'term-time') assert.equal(schoolDay(calendar, onDay), 'term');
        if (season === 'holidays') assert.equal(schoolDay(calendar, onDay), 'holidays');
        assert.ok(from === null || Temporal.PlainDate.compare(from, onDay) <= 0);
        assert.ok(until === null || Temporal.PlainDate.compare(onDay, until) <= 0);
        assert.ok(!closed(onDay));
      }
    }),
    { numRuns: 300 },
  );
});

test('law: no chosen day is left out where the rhythm runs all year', () => {
  fc.assert(
    fc.property(
      fc.subarray<Listing['when']['days'][number]>(['mon', 'wed', 'sat', 'sun']),
      someSpan,
      (days, within) => {
        const found = new Set(
          sessionsAhead(weekly(days, 'all-year'), { span: within, calendar }).map(({ onDay }) =>
            onDay.toString(),
          ),
        );
        for (
          let day = within.from;
          Temporal.PlainDate.compare(day, within.until) <= 0;
          day = day.add({ days: 1 })
        )
          assert.equal(found.has(day.toString()), days.includes(dayName(day)) && !closed(day));
      },
    ),
  );
});

test('law: looking further ahead only adds', () => {
  fc.assert(
    fc.property(someListing, someSpan, fc.integer({ min: 0, max: 30 }), (listing, days, more) => {
      const near = sessionsAhead(listing, { span: days, calendar });
      const far = sessionsAhead(listing, {
        span: { ...days, until: days.until.add({ days: more }) },
        calendar,
      });
      const beyond = far.filter(({ onDay }) => Temporal.PlainDate.compare(onDay, days.until) > 0);
      const text = (all: typeof near) => all.map((one) => JSON.stringify(one)).sort();
      assert.deepEqual(text([...near, ...beyond]), text(far));
    }),
  );
});

test('law: the clock in the hall says the hours of the listing, but in the hour that is left out', () => {
  fc.assert(
    fc.property(someDate, someTime, someTime, (day, from, until) => {
      const { startsAt, endsAt } = instantsOf(day, { from, until });
      const [start, end] = [startsAt, endsAt].map((instant) => instant.toZonedDateTimeISO(england));
      assert.ok(start && end);
      const isLeftOut = (on: Temporal.PlainDate, at: Temporal.PlainTime) =>
        on.equals('2027-03-28') && at.hour === 1;
      if (!isLeftOut(day, from)) {
        assert.ok(start.toPlainTime().equals(from));
        if (!isLeftOut(end.toPlainDate(), until)) assert.ok(end.toPlainTime().equals(until));
      }
      const isOvernight = Temporal.PlainTime.compare(until, from) <= 0;
      if (!isLeftOut(day, from)) assert.equal(day.until(end.toPlainDate()).days, isOvernight ? 1 : 0);
    }),
    { numRuns: 500 },
  );
});
