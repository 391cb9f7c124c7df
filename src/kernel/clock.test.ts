import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateInEngland, settableClock, systemClock } from './clock.ts';
import { refusal, success } from './refusal.ts';

const at = (text: string) => Temporal.Instant.from(text);

test('the date is England’s: in summer it begins an hour before midnight in Greenwich', () => {
  for (const [instant, date] of [
    ['2026-06-30T22:59:59.999Z', '2026-06-30'],
    ['2026-06-30T23:00:00Z', '2026-07-01'],
    ['2026-12-31T23:30:00Z', '2026-12-31'],
    ['2027-01-01T00:00:00Z', '2027-01-01'],
    // The clocks go forward on 29 March 2026 at 1 o'clock, and back on 25 October at 2.
    ['2026-03-28T23:30:00Z', '2026-03-28'],
    ['2026-03-29T22:59:59Z', '2026-03-29'],
    ['2026-03-29T23:00:00Z', '2026-03-30'],
    ['2026-10-24T23:00:00Z', '2026-10-25'],
    ['2026-10-25T23:30:00Z', '2026-10-25'],
    ['2026-10-26T00:00:00Z', '2026-10-26'],
  ] as const)
    assert.equal(dateInEngland(at(instant)).toString(), date, instant);
});

test('a clock that is set stands still until it is moved, also through the hour that comes twice', () => {
  const clock = settableClock(at('2026-10-25T00:30:00Z'));
  const inEngland = () => clock.now().toZonedDateTimeISO('Europe/London').toPlainTime().toString();
  assert.equal(inEngland(), '01:30:00');
  assert.equal(clock.now().toString(), '2026-10-25T00:30:00Z');
  clock.moveTo(clock.now().add({ hours: 1 }));
  assert.equal(inEngland(), '01:30:00');
  assert.equal(clock.today().toString(), '2026-10-25');
  clock.moveTo(at('2026-10-26T00:00:00Z'));
  assert.equal(clock.today().toString(), '2026-10-26');
});

test('the machine’s clock gives whole milliseconds, as the audit trail keeps them, and the date of the same moment', () => {
  const before = systemClock.today();
  const now = systemClock.now();
  assert.equal(now.epochNanoseconds % 1_000_000n, 0n);
  assert.ok([before.toString(), systemClock.today().toString()].includes(dateInEngland(now).toString()));
});

test('a refusal names a field only where it has one', () => {
  assert.deepEqual(refusal('full', 'It is full.'), { ok: false, code: 'full', message: 'It is full.' });
  assert.deepEqual(refusal('full', 'It is full.', 'place').field, 'place');
  assert.deepEqual(success(null), { ok: true, value: null });
});
