import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { decideForCommandLine } from './index.ts';

const folder = fileURLToPath(new URL('../../../authorities/medway/schemes/medway-2025', import.meta.url));
const today = Temporal.PlainDate.from('2026-06-01');
const decided = (facts: unknown, more: { on?: Temporal.PlainDate; rules?: string } = {}) =>
  decideForCommandLine({ folder, factsJson: JSON.stringify(facts), today, ...more });

test('prints a decision in exactly the agreed fields', async () => {
  const printed = await decided({ 'child.age': 9, 'child.dla_care': 'higher', 'impact.level': 3 });
  assert.ok(printed.ok);
  assert.deepEqual(Object.keys(printed.value), [
    'outcome',
    'award',
    'reasons',
    'missing',
    'next',
    'scheme',
    'version',
  ]);
  assert.equal(printed.value.outcome, 'eligible');
  assert.deepEqual(printed.value.award, { gbp: 1000 });
  assert.deepEqual(printed.value.missing, ['child.other_medway_funded_service']);
  assert.deepEqual(
    printed.value.reasons.map((reason) => [reason.criterion, reason.met]),
    [
      ['under-18', true],
      ['no-other-service', null],
      ['evidence', true],
      ['level-3', true],
    ],
  );
});

test('works the age out on the day that is asked for', async () => {
  const facts = { 'child.date_of_birth': '2008-06-02', 'evidence.diagnosis_letter': true };
  const before = await decided(facts);
  const after = await decided(facts, { on: Temporal.PlainDate.from('2026-06-02') });
  const named = await decided({ ...facts, 'decision.date': '2026-06-02' });
  assert.deepEqual(
    [before, after, named].map((result) => result.ok && result.value.outcome),
    ['assessment', 'not_eligible', 'not_eligible'],
  );
});

function nested(depth: number): unknown {
  let facts: unknown = 9;
  for (let level = 0; level < depth; level++) facts = { a: facts };
  return facts;
}

const refusals: [string, unknown, string, RegExp][] = [
  ['an unknown name', { 'child.agee': 9 }, 'unknown-fact', /"child\.agee".*Did you mean "child\.age"/],
  ['a number that is text', { 'child.age': 'nine' }, 'wrong-value', /child\.age is a whole number.*"nine"/],
  ['a fraction of a year', { 'child.age': 8.5 }, 'wrong-value', /without a fraction/],
  ['a yes that is text', { 'evidence.diagnosis_letter': 'yes' }, 'wrong-value', /true or false/],
  ['a choice that is none', { 'child.dla_care': 'top' }, 'wrong-value', /none, lowest, middle or highest/],
  ['a day that does not exist', { 'child.date_of_birth': '2019-02-30' }, 'wrong-value', /real date/],
  ['a level that does not exist', { 'impact.level': 4 }, 'wrong-value', /1, 2 or 3/],
  ['a third of a penny', { award_gbp: 0.333 }, 'wrong-value', /250\.50/],
  [
    'facts that disagree',
    { 'child.date_of_birth': '2019-01-01', 'child.age': 5 },
    'facts-disagree',
    /make it 7/,
  ],
  ['a list', [], 'wrong-value', /one JSON object/],
  ['names within names without an end', nested(5_000), 'unknown-fact', /knows no fact "a\.a\.a/],
];
for (const [what, facts, code, message] of refusals) {
  test(`refuses ${what} with a sentence that names it`, async () => {
    const result = await decided(facts);
    assert.ok(!result.ok);
    assert.equal(result.code, code);
    assert.match(result.message, message);
  });
}

test('refuses text that is not JSON, a folder without a scheme, and a day before the scheme', async () => {
  const notJson = await decideForCommandLine({ folder, factsJson: '{', today });
  const noFolder = await decideForCommandLine({ folder: `${folder}-none`, factsJson: '{}', today });
  const early = await decided({}, { on: Temporal.PlainDate.from('2020-01-01') });
  assert.deepEqual(
    [notJson, noFolder, early].map((result) => !result.ok && result.code),
    ['not-json', 'scheme-faulty', 'no-version-in-force'],
  );
});

test('takes other rules when the facts speak of them alone, and asks when they do not tell', async () => {
  const yearEnd = { award_gbp: 500, spent_gbp: '£380.50', next_award_gbp: 500 };
  const deducted = await decided(yearEnd);
  assert.deepEqual(deducted.ok && deducted.value.award, { next_payment_gbp: 380.5 });
  const mixed = await decided({ award_gbp: 500, review_date: '2026-05-31' });
  assert.equal(!mixed.ok && mixed.code, 'which-rules');
  const named = await decided({ award_gbp: 500, review_date: '2026-05-31' }, { rules: 'monitoring' });
  assert.equal(named.ok && named.value.outcome, 'remind');
});
