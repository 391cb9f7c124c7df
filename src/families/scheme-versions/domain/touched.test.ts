import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Compared, effectOf, type Outcome, whatTouches } from './touched.ts';

const outcome = (award: number | null, criteria: Record<string, string>, row: string | null): Outcome => ({
  outcome: award === null ? 'not_eligible' : 'eligible',
  award: award === null ? null : String(award),
  pence: award,
  criteria: new Map(Object.entries(criteria)),
  row,
});

test('a criterion that comes out otherwise touches the award, and so does the row that no longer applies', () => {
  const older = outcome(50_000, { age: 'met', benefit: 'met' }, 'level-1');
  assert.deepEqual(whatTouches({ older, newer: outcome(null, { age: 'met', benefit: 'not met' }, null) }), [
    'benefit',
    'level-1',
  ]);
});

test('a new criterion that is met touches nobody; one that is not met does', () => {
  const older = outcome(50_000, {}, 'level-1');
  assert.deepEqual(whatTouches({ older, newer: outcome(25_000, { once: 'met' }, 'level-1') }), ['level-1']);
  assert.deepEqual(whatTouches({ older, newer: outcome(null, { once: 'not met' }, 'level-1') }), ['once']);
  assert.deepEqual(whatTouches({ older, newer: older }), []);
});

test('each award is counted once, whatever happens to it, and the money adds up', () => {
  const some = fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 200_000 }));
  fc.assert(
    fc.property(fc.array(fc.tuple(some, some)), (pairs) => {
      const all: Compared[] = pairs.map(([before, after]) => ({
        older: outcome(before, {}, 'row'),
        newer: outcome(after, {}, after === null ? null : 'row'),
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
