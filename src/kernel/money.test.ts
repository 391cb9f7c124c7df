import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatPounds, type Pence, parsePounds, pence, pounds, sumPence } from './money.ts';

const read = (typed: string) => {
  const result = parsePounds(typed);
  return result.ok ? result.value : result.code;
};

test('amounts are read as people type them', () => {
  for (const [typed, count] of [
    ['250', 25_000],
    ['£250', 25_000],
    [' £ 1,250.50 ', 125_050],
    ['1250.5', 125_050],
    ['0.05', 5],
    ['0', 0],
    ['007', 700],
    ['1,000,000', 100_000_000],
    ['10000000', 1_000_000_000],
  ] as const)
    assert.equal(read(typed), count, typed);
});

test('what is not plainly an amount in pounds is refused', () => {
  const typed = [
    '',
    '£',
    '-1',
    '−1',
    '1e3',
    '0x10',
    '1.234',
    '1.',
    '.5',
    '12,50',
    '1,0000',
    '1 000',
    'Infinity',
  ];
  typed.push('10000000.01', '10,000,001', '9'.repeat(400), '١٢', '１２', '12 pounds', '1\n2', '1,000,00');
  for (const one of typed) assert.equal(read(one), 'not-an-amount', one);
});

test('what is written is read as the same amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (count) => {
      assert.equal(read(formatPounds(pence(count))), count);
    }),
  );
});

test('amounts are written in whole pounds where they are whole, and always with both figures of pence', () => {
  const written = [0, 5, 50, 100, 1_250, 100_000, 123_456_789, -300, -5].map((count) =>
    formatPounds(pence(count)),
  );
  assert.deepEqual(written, [
    '£0',
    '£0.05',
    '£0.50',
    '£1',
    '£12.50',
    '£1,000',
    '£1,234,567.89',
    '−£3',
    '−£0.05',
  ]);
  assert.equal(formatPounds(pence(-0)), '£0');
});

test('any text at all is read or refused, never thrown at', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[£0-9,. -]{0,14}$/)), (typed) => {
      const result = parsePounds(typed);
      if (!result.ok) return;
      assert.ok(Number.isSafeInteger(result.value) && result.value >= 0 && result.value <= 1_000_000_000);
    }),
  );
});

test('an amount is a whole number of pence or a bug', () => {
  for (const count of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
    assert.throws(() => pence(count), RangeError);
  assert.throws(() => pounds(0.001), RangeError);
  assert.equal(pounds(12), 1_200);
});

const amounts = fc.array(fc.maxSafeInteger().map(pence), { maxLength: 6 });

test('a sum is exact, or it throws: it is never a little off', () => {
  fc.assert(
    fc.property(amounts, (list) => {
      let total: Pence;
      try {
        total = sumPence(list);
      } catch (error) {
        assert.ok(error instanceof RangeError);
        return;
      }
      assert.equal(
        BigInt(total),
        list.reduce((sum, amount) => sum + BigInt(amount), 0n),
      );
    }),
  );
  assert.equal(sumPence([]), 0);
  // Half way this is beyond what a number holds exactly; the end is not.
  const edge = [pence(Number.MAX_SAFE_INTEGER), pence(2), pence(-2)];
  assert.throws(() => sumPence(edge), RangeError);
});
