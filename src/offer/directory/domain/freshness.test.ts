import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { hiddenFrom, percentOf, remindersDue, sharesOf, stageOf, stages } from './freshness.ts';

const rules = { remindAfter: [3, 5, 6], staleAfter: 6, hiddenAfter: 12 };
const day = (text: string) => Temporal.PlainDate.from(text);

describe('where a listing stands', () => {
  const cases: [string, string, (typeof stages)[number], number][] = [
    ['2026-11-24', '2026-11-24', 'fresh', 0],
    ['2026-08-25', '2026-11-24', 'fresh', 0],
    ['2026-08-24', '2026-11-24', 'due', 1],
    ['2026-06-24', '2026-11-24', 'due', 2],
    ['2026-05-24', '2026-11-24', 'due', 3],
    ['2026-05-23', '2026-11-24', 'stale', 3],
    ['2025-11-24', '2026-11-24', 'stale', 3],
    ['2025-11-23', '2026-11-24', 'hidden', 3],
    ['2025-08-31', '2026-02-28', 'due', 2],
    ['2025-08-31', '2026-03-01', 'stale', 3],
    ['2025-08-28', '2026-02-28', 'due', 3],
    ['2024-02-29', '2025-02-28', 'stale', 3],
  ];
  for (const [checked, today, stage, due] of cases) {
    it(`checked ${checked}, on ${today}: ${stage}, ${due} reminders due`, () => {
      assert.equal(stageOf(day(checked), rules, day(today)), stage);
      assert.equal(remindersDue(day(checked), rules, day(today)), due);
    });
  }

  const days = fc.integer({ min: 0, max: 1500 });
  it('only ever goes on as days go by, and back to fresh by a check alone', () => {
    fc.assert(
      fc.property(days, days, days, (start, one, other) => {
        const checked = day('2024-01-29').add({ days: start });
        const [first, later] = [Math.min(one, other), Math.max(one, other)];
        const at = (after: number) => stages.indexOf(stageOf(checked, rules, checked.add({ days: after })));
        assert.ok(at(first) <= at(later));
        assert.equal(at(0), 0);
      }),
    );
  });

  it('is hidden from the day it says, and not before', () => {
    fc.assert(
      fc.property(days, (start) => {
        const checked = day('2024-01-29').add({ days: start });
        const from = hiddenFrom(checked, rules);
        assert.equal(stageOf(checked, rules, from), 'hidden');
        assert.notEqual(stageOf(checked, rules, from.subtract({ days: 1 })), 'hidden');
      }),
    );
  });
});

describe('shares', () => {
  it('count every listing once', () => {
    const checked = ['2026-11-01', '2026-08-01', '2026-01-01', '2025-01-01', '2026-11-02'].map(day);
    assert.deepEqual(sharesOf(checked, rules, day('2026-11-24')), {
      fresh: 2,
      due: 1,
      stale: 1,
      hidden: 1,
      all: 5,
    });
  });

  it('never say more than there is', () => {
    assert.equal(percentOf(0, 0), 0);
    assert.equal(percentOf(2, 3), 66);
    assert.equal(percentOf(199, 200), 99);
    assert.equal(percentOf(200, 200), 100);
  });
});
