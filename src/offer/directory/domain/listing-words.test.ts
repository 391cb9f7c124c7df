import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pence } from '#kernel/money.ts';
import {
  agesInWords,
  costInWords,
  daysInWords,
  listInWords,
  placeInWords,
  timeInWords,
  whenInWords,
} from './listing-words.ts';

test('times are said as people say them', () => {
  const said = ['00:00', '00:30', '09:00', '11:59', '12:00', '12:30', '18:05', '23:00'].map((time) =>
    timeInWords(Temporal.PlainTime.from(time)),
  );
  assert.deepEqual(said, ['midnight', '12:30am', '9am', '11:59am', 'midday', '12:30pm', '6:05pm', '11pm']);
});

test('days stand in the order of the week, and a run of three or more is a span', () => {
  assert.equal(daysInWords([]), '');
  assert.equal(daysInWords(['sat']), 'Saturdays');
  assert.equal(daysInWords(['thu', 'tue']), 'Tuesdays and Thursdays');
  assert.equal(daysInWords(['mon', 'tue']), 'Mondays and Tuesdays');
  assert.equal(daysInWords(['fri', 'mon', 'tue', 'wed', 'thu']), 'Monday to Friday');
  assert.equal(daysInWords(['mon', 'wed', 'fri']), 'Mondays, Wednesdays and Fridays');
  assert.equal(daysInWords(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']), 'Every day');
});

test('when it is: the times, then the days and hours where they are known', () => {
  const nothingMore = { days: [], from: null, until: null, note: null } as const;
  assert.equal(whenInWords({ ...nothingMore, times: ['by-arrangement'] }), 'By arrangement');
  assert.equal(
    whenInWords({
      times: ['weekend', 'school-holidays'],
      days: ['sat'],
      from: Temporal.PlainTime.from('10:00'),
      until: Temporal.PlainTime.from('11:30'),
      note: null,
    }),
    'Weekends and school holidays: Saturdays, 10am to 11:30am',
  );
});

test('ages, costs, places and lists', () => {
  assert.equal(agesInWords({ from: 5, to: 12 }), 'Ages 5 to 12');
  assert.equal(agesInWords({ from: 0, to: 18 }), 'All ages up to 18');
  assert.equal(agesInWords({ from: 16, to: 16 }), 'Age 16');
  assert.equal(costInWords({ kind: 'free', note: null }), 'Free');
  assert.equal(
    costInWords({ kind: 'amount', pence: pence(1250), per: 'hour', note: null }),
    '£12.50 an hour',
  );
  assert.equal(costInWords({ kind: 'ask', note: 'Ask the club.' }), 'Ask the club.');
  assert.equal(placeInWords({ kind: 'online' }), 'Online');
  assert.equal(placeInWords({ kind: 'area', area: 'Across Medway' }), 'Across Medway');
  assert.deepEqual([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listInWords), [
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
});
