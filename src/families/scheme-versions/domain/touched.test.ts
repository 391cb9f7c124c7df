import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Compared, effectOf, type Outcome, whatTouches } from './touched.ts';

const outcome = (award: number | null, parts: Record<string, string>): Outcome => ({
  outcome: award === null ? 'not_eligible' : 'eligible',
  award: award === null ? null : String(award),
  pence: award,
  parts: new Map(Object.entries(parts)),
});

test('a criterion that comes out otherwise touches the award, and one that stays does not', () => {
  const compared = {
    older: outcome(50_000, { age: 'met', benefit: 'met', 'level-1': 'met' }),
    newer: outcome(null, { age: 'met', benefit: 'not met' }),
  };
  assert.deepEqual(whatTouches(compared), ['benefit', 'level-1']);
});

test('where every part comes out as before, the row that gives something else is what touches it', () => {
  const compared = {
    older: outcome(50_000, { 'level-1': 'met' }),
    newer: outcome(25_000, { 'level-1': 'met' }),
  };
  assert.deepEqual(whatTouches(compared), ['level-1']);
  assert.deepEqual(whatTouches({ older: compared.older, newer: compared.older }), []);
});

test('each award is counted once, whatever happens to it, and the money adds up', () => {
  const some = fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 200_000 }));
  fc.assert(
    fc.property(fc.array(fc.tuple(some, some)), (pairs) => {
      const all: Compared[] = pairs.map(([before, after]) => ({
        older: outcome(before, { row: 'met' }),
        newer: outcome(after, { row: after === null ? 'not met' : 'met' }),
      }));
      const effect = effectOf(all);
      const counted = effect.unchanged + effect.more + effect.less + effect.none + effect.other;
      assert.equal(counted, pairs.length);
      const total = pairs.reduce((sum, [before, after]) => sum + (after ?? 0) - (before ?? 0), 0);
      assert.equal(effect.pence, total);
      assert.ok((effect.touchedBy.get('row') ?? 0) === pairs.length - effect.unchanged);
    }),
  );
});
