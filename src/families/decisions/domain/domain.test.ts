import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Pence, pence, pounds } from '#kernel/money.ts';
import { type Choice, choiceKinds, settle } from './choice.ts';
import { clockWords } from './clock-words.ts';
import type { Giving } from './giving.ts';
import { readQueueFilter } from './queue.ts';
import { type GivingBand, recommendationFrom } from './recommendation.ts';
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

const money = (amount: Pence | null): Giving => ({ amount, minutes: null, nights: null, per: 'period' });
const hours = (count: number): Giving => ({ amount: null, minutes: count * 60, nights: null, per: 'year' });
const bands: readonly GivingBand[] = [
  { id: 'level-1', giving: money(pounds(300)), isReduced: false, words: 'one' },
  { id: 'level-2', giving: money(pounds(400)), isReduced: false, words: 'two' },
];

test('the recommendation follows from what the scheme says, with the scheme’s own amounts', () => {
  const says = (outcome: string, ...givings: readonly Giving[]) =>
    recommendationFrom({ outcome, givings, missing: ['a'] }, bands);
  assert.deepEqual(says('eligible', money(pence(40_000))), {
    kind: 'award',
    outcome: 'eligible',
    giving: money(pence(40_000)),
    isReduced: false,
  });
  const reduced = says('eligible_reduced', hours(20));
  assert.deepEqual(reduced.kind === 'award' && [reduced.isReduced, reduced.giving], [true, hours(20)]);
  const menu = says('eligible', hours(78), money(pence(50_000)));
  assert.deepEqual(menu.kind === 'choose' && menu.menu, [hours(78), money(pence(50_000))]);
  for (const [outcome, as] of [
    ['not_eligible', 'refused'],
    ['late', 'late'],
    ['closed', 'closed'],
  ] as const)
    assert.deepEqual(says(outcome), { kind: 'refuse', outcome, as });
  assert.deepEqual(says('more_evidence'), { kind: 'ask', outcome: 'more_evidence', missing: ['a'] });
  assert.equal(says('waiting').kind, 'wait');
  assert.deepEqual(says('panel'), { kind: 'refer', outcome: 'panel', to: 'panel' });
  const judge = says('assessment');
  assert.deepEqual(judge.kind === 'judge' && [judge.lowest, judge.highest], [
    money(pence(30_000)),
    money(pence(40_000)),
  ]);
  const withoutBands = recommendationFrom({ outcome: 'assessment', givings: [], missing: [] }, []);
  assert.deepEqual(withoutBands, { kind: 'refer', outcome: 'assessment', to: 'assessment' });
});

test('hours and nights are settled like money: never above the scheme’s own', () => {
  const ofHours: readonly GivingBand[] = [{ id: 'all', giving: hours(78), isReduced: false, words: 'hours' }];
  const says = { outcome: 'eligible', givings: [hours(78)], missing: [] };
  const ground = { recommendation: recommendationFrom(says, ofHours), bands: ofHours };
  const typed: Choice = {
    kind: 'amount',
    bandId: null,
    amount: null,
    minutes: 40 * 60,
    nights: null,
    because: 'Half a year is left',
    wordsForFamily: '',
  };
  const less = settle(typed, ground);
  assert.deepEqual(less.ok && less.value.giving, hours(40));
  const codeOf = (given: Partial<Choice>) => {
    const settled = settle({ ...typed, ...given }, ground);
    return settled.ok ? settled.value.outcome : settled.code;
  };
  assert.equal(codeOf({ minutes: 79 * 60 }), 'above-the-bands');
  assert.equal(codeOf({ minutes: null, amount: pence(1) }), 'above-the-bands');
  assert.equal(codeOf({ minutes: null, nights: 1 }), 'above-the-bands');
  assert.equal(codeOf({ minutes: null }), 'amount-missing');
  assert.equal(codeOf({ kind: 'wait', because: '' }), 'reason-missing');
  assert.equal(codeOf({ kind: 'wait' }), 'waiting');
  assert.equal(codeOf({ kind: 'refer-panel' }), 'referred');
  const spent = settle({ ...typed, kind: 'wait', because: '' }, { ...ground, isFundSpent: true });
  assert.deepEqual(spent.ok && [spent.value.outcome, spent.value.isChange], ['waiting', false]);
});

const choices: fc.Arbitrary<Choice> = fc.record({
  kind: fc.constantFrom(...choiceKinds),
  bandId: fc.constantFrom(null, 'level-1', 'level-2', 'level-9'),
  amount: fc.option(fc.integer({ min: -100, max: 60_000 }).map(pence)),
  minutes: fc.constantFrom(null, 60),
  nights: fc.constantFrom(null, 2),
  because: fc.constantFrom('', 'because'),
  wordsForFamily: fc.constantFrom('', 'words'),
});
const says = fc.record({
  outcome: fc.constantFrom('eligible', 'not_eligible', 'more_evidence', 'assessment'),
  givings: fc.constantFrom(
    [],
    [money(pounds(300))],
    [money(pounds(400))],
    [money(pounds(300)), money(pounds(400))],
  ),
  missing: fc.constant([]),
});

test('whatever is chosen: no award above the bands, no change without a reason, no refusal without words', () => {
  fc.assert(
    fc.property(choices, says, (choice, said) => {
      const recommendation = recommendationFrom(said, bands);
      const settled = settle(choice, { recommendation, bands });
      if (!settled.ok) return;
      const decided = settled.value;
      if (decided.giving === null) {
        assert.ok(['refused', 'waiting', 'referred'].includes(decided.outcome));
        if (decided.outcome === 'refused') assert.notEqual(choice.wordsForFamily, '');
        else if (decided.isChange) assert.notEqual(choice.because, '');
        return;
      }
      const { amount, minutes, nights } = decided.giving;
      assert.ok(amount !== null && amount > 0 && amount <= pounds(400));
      assert.deepEqual([minutes, nights], [null, null]);
      const isRecommended =
        (recommendation.kind === 'award' && recommendation.giving.amount === amount) ||
        (recommendation.kind === 'choose' && recommendation.menu.some((one) => one.amount === amount));
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
});
