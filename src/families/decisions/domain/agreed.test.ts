import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pence } from '#kernel/money.ts';
import { type Choice, settle } from './choice.ts';
import { recommendationFrom } from './recommendation.ts';

const choice: Choice = {
  kind: 'recommended',
  bandId: null,
  amount: null,
  minutes: null,
  nights: null,
  because: '',
  wordsForFamily: '',
};
const band = {
  id: 'one',
  giving: { amount: pence(50_000), minutes: null, nights: null, per: 'period' as const },
  isReduced: false,
  words: 'Level 1',
};
const eligible = { outcome: 'eligible', givings: [], missing: [] };

test('a scheme without amounts that says yes recommends a yes, and following it gives nothing but the yes', () => {
  const recommendation = recommendationFrom(eligible, []);
  assert.equal(recommendation.kind, 'agree');
  assert.deepEqual(settle(choice, { recommendation, bands: [] }), {
    ok: true,
    value: { outcome: 'agreed', giving: null, referredTo: null, isChange: false },
  });
});

test('a scheme with amounts never says a yes that is no amount', () => {
  const recommendation = recommendationFrom(eligible, [band]);
  assert.equal(recommendation.kind, 'judge');
  const settled = settle(
    { ...choice, kind: 'agree', because: 'All the same' },
    { recommendation, bands: [band] },
  );
  assert.equal(!settled.ok && settled.code, 'has-amounts');
});

test('a yes that the scheme does not recommend, as after an assessment, needs its reason', () => {
  const recommendation = recommendationFrom({ ...eligible, outcome: 'assessment' }, []);
  const bare = settle({ ...choice, kind: 'agree' }, { recommendation, bands: [] });
  assert.equal(!bare.ok && bare.code, 'reason-missing');
  const said = settle(
    { ...choice, kind: 'agree', because: 'The plan is agreed' },
    { recommendation, bands: [] },
  );
  assert.ok(said.ok && said.value.outcome === 'agreed' && said.value.isChange);
});
