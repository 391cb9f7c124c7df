import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pence } from '#kernel/money.ts';
import { shareOut, whenMoneyRunsLow } from './share-out.ts';

const inOrder = [400, 300, 100].map((award, index) => ({ id: `${index}`, award: pence(award) }));
const paid = (fund: number, whenLow: (typeof whenMoneyRunsLow)[number]) =>
  shareOut({ fund: pence(fund), inOrder, whenLow }).map((share) => share.paid);

test('a fund that runs out stops, or pays what is left, or goes on to the next that fits, as the scheme says', () => {
  assert.deepEqual(paid(500, 'wait'), [400, 0, 0]);
  assert.deepEqual(paid(500, 'pay what is left'), [400, 100, 0]);
  assert.deepEqual(paid(500, 'go on to the next that fits'), [400, 0, 100]);
  assert.deepEqual(paid(800, 'wait'), [400, 300, 100]);
});

test('a fund never pays more than it holds, nor anybody more than their award, and never passes the first over', () => {
  const awards = fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 8 });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2000 }),
      awards,
      fc.constantFrom(...whenMoneyRunsLow),
      (fund, list, whenLow) => {
        const cases = list.map((award, index) => ({ id: `${index}`, award: pence(award) }));
        const shares = shareOut({ fund: pence(fund), inOrder: cases, whenLow });
        assert.ok(shares.reduce((sum, share) => sum + share.paid, 0) <= fund);
        for (const [index, share] of shares.entries()) {
          assert.ok(share.paid <= (list[index] ?? 0));
          assert.equal(share.isPaidInFull && share.paid !== list[index], false);
        }
        if ((list[0] ?? 0) <= fund && list.length > 0) assert.ok(shares[0]?.isPaidInFull);
      },
    ),
  );
});
