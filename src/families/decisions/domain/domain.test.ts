import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pence, pounds } from '#kernel/money.ts';
import { type Choice, choiceKinds, settle } from './choice.ts';
import { clockWords } from './clock-words.ts';
import { readPageNumber, readQueueFilter } from './queue.ts';
import { recommendationFrom } from './recommendation.ts';
import { canonical, compareReadings } from './replay.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const holidays = new Set(['2026-12-25', '2026-12-28']);

test('the clock says in words how long there is', () => {
  const at = (dueOn: string, today: string, state = 'sent') =>
    clockWords({ state, dueOn: day(dueOn), today: day(today), holidays });
  assert.deepEqual(at('2026-11-27', '2026-11-24'), { text: '3 working days left', urgency: 'soon' });
  assert.deepEqual(at('2026-12-08', '2026-11-24'), { text: '10 working days left', urgency: 'in-time' });
  assert.deepEqual(at('2026-11-25', '2026-11-24').text, '1 working day left');
  assert.deepEqual(at('2026-11-24', '2026-11-24'), { text: 'Due today', urgency: 'today' });
  assert.deepEqual(at('2026-11-20', '2026-11-24'), { text: '2 working days late', urgency: 'late' });
  assert.deepEqual(at('2026-11-20', '2026-11-21'), { text: 'Less than a day late', urgency: 'late' });
  // Due on the day after Christmas's bank holidays, seen on Christmas Eve.
  assert.equal(at('2026-12-29', '2026-12-24').text, '1 working day left');
  assert.equal(at('2026-11-20', '2026-11-24', 'more-asked').urgency, 'stopped');
});

const bands = [
  { id: 'level-1', amount: pounds(300), words: 'one' },
  { id: 'level-2', amount: pounds(400), words: 'two' },
];

test('the recommendation follows from what the scheme says, with the scheme’s own amounts', () => {
  const says = (outcome: string, amount: number | null = null) =>
    recommendationFrom({ outcome, amount: amount === null ? null : pence(amount), missing: ['a'] }, bands);
  assert.deepEqual(says('eligible', 40_000), { kind: 'award', outcome: 'eligible', amount: 40_000 });
  assert.equal(says('eligible-at-reduced-rate', 20_000).kind, 'award');
  assert.equal(says('not_eligible').kind, 'refuse');
  assert.deepEqual(says('more_evidence'), { kind: 'ask', outcome: 'more_evidence', missing: ['a'] });
  const judge = says('assessment');
  assert.equal(judge.kind, 'judge');
  assert.deepEqual(judge.kind === 'judge' && [judge.lowest, judge.highest], [30_000, 40_000]);
});

const choices: fc.Arbitrary<Choice> = fc.record({
  kind: fc.constantFrom(...choiceKinds),
  bandId: fc.constantFrom(null, 'level-1', 'level-2', 'level-9'),
  amount: fc.option(fc.integer({ min: -100, max: 60_000 }).map(pence)),
  because: fc.constantFrom('', 'because'),
  wordsForFamily: fc.constantFrom('', 'words'),
});
const says = fc.record({
  outcome: fc.constantFrom('eligible', 'not_eligible', 'more_evidence', 'assessment'),
  amount: fc.option(fc.constantFrom(pounds(300), pounds(400))),
  missing: fc.constant([]),
});

test('whatever is chosen: no award above the bands, no change without a reason, no refusal without words', () => {
  fc.assert(
    fc.property(choices, says, (choice, said) => {
      const recommendation = recommendationFrom(said, bands);
      const settled = settle(choice, { recommendation, bands });
      if (!settled.ok) return;
      const decided = settled.value;
      if (decided.outcome === 'refused') {
        assert.notEqual(choice.wordsForFamily, '');
        return;
      }
      assert.ok(decided.amount > 0 && decided.amount <= pounds(400));
      const isRecommended = recommendation.kind === 'award' && recommendation.amount === decided.amount;
      assert.equal(decided.isChange, !isRecommended);
      if (decided.isChange) assert.notEqual(choice.because, '');
    }),
    { numRuns: 2000 },
  );
});

test('the order of names in stored data makes no difference to what is compared, and values do', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
      const turned = Object.fromEntries(Object.entries(record).reverse());
      assert.equal(canonical(turned), canonical(record));
      const same = compareReadings({ hash: 'h', reading: record }, { hash: 'h', reading: turned });
      assert.deepEqual(same, { isSameFile: true, isSameReading: true, differences: [] });
    }),
  );
  const differs = compareReadings(
    { hash: 'h', reading: { outcome: 'eligible', reasons: [{ met: true }] } },
    { hash: 'i', reading: { outcome: 'eligible', reasons: [{ met: false }] } },
  );
  assert.deepEqual(differs, { isSameFile: false, isSameReading: false, differences: ['reasons'] });
});

test('the queue’s address is read with patience', () => {
  assert.deepEqual(readQueueFilter({ view: 'nonsense', search: null }), { view: 'waiting', words: [] });
  assert.deepEqual(readQueueFilter({ view: null, search: ' Zayn  Khan ' }), {
    view: 'all',
    words: ['Zayn', 'Khan'],
  });
  // What a database cannot hold is no part of a word.
  assert.deepEqual(readQueueFilter({ view: null, search: 'Za\0yn\x1b \0' }).words, ['Zayn']);
  assert.equal(readQueueFilter({ view: null, search: 'a '.repeat(50) }).words.length, 6);
  assert.deepEqual(
    [null, '0', '-1', '3', '9', 'x', '1e3'].map((text) => readPageNumber(text, 60)),
    [1, 1, 1, 3, 3, 1, 1],
  );
});
