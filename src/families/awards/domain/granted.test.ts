import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pounds } from '#kernel/money.ts';
import { formatGranted, formatHours } from './granted.ts';

test('hours are written as people say them', () => {
  assert.deepEqual([2_400, 60, 150, 45, 61, 1].map(formatHours), [
    '40 hours',
    '1 hour',
    '2 hours 30 minutes',
    '45 minutes',
    '1 hour 1 minute',
    '1 minute',
  ]);
});

test('what was granted is written with all its parts and their rhythm', () => {
  const none = { amount: null, minutes: null, nights: null, per: 'period' } as const;
  assert.equal(formatGranted({ ...none, amount: pounds(500) }), '£500');
  assert.equal(formatGranted({ ...none, minutes: 2_400, per: 'year' }), '40 hours a year');
  assert.equal(formatGranted({ ...none, amount: pounds(200), nights: 24 }), '£200 and 24 nights');
  const all = { amount: pounds(200), minutes: 60, nights: 1, per: 'month' } as const;
  assert.equal(formatGranted(all), '£200, 1 hour and 1 night a month');
});
