import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pence } from '#kernel/money.ts';
import { everything, type ListingSearch } from './search.ts';
import { type UnmetSearch, unmetReport, unmetSearch } from './unmet.ts';

const known = new Set(['swimming', 'club', 'sarah99']);

function keep(search: Partial<ListingSearch>, words: readonly string[] = []): UnmetSearch {
  return unmetSearch({
    search: { ...everything, ...search },
    words,
    isKnown: (word) => known.has(word),
    place: 'ME7',
    isLanguage: (code) => code === 'pl',
  });
}

test('an age and a price are kept in bands, a date by its month, and unknown words by their number', () => {
  const from = Temporal.PlainDate.from('2026-12-19');
  const kept = keep({ age: 9, upTo: pence(750), from, needs: ['autism'], language: 'pl' }, [
    'swimming',
    'jonathan',
    'sarah99',
  ]);
  assert.deepEqual(kept, {
    asked: {
      need: ['autism'],
      place: ['ME7'],
      age: ['8 to 10'],
      month: ['2026-12'],
      cost: ['up to £10'],
      staff: ['pl'],
      word: ['swimming'],
    },
    otherWords: 2,
  });
});

test('nothing that was typed is kept, unless the directory itself says it', () => {
  const typed = fc.string({ minLength: 1, maxLength: 60 }).map((text) => `Q${text}Q`);
  fc.assert(
    fc.property(typed, typed, fc.array(typed), (text, postcode, words) => {
      const near = { latitude: 51.123, longitude: 0.456 };
      const kept = JSON.stringify(
        keep({ text, postcode, near, locality: text, language: 'xx-Qy', order: 'name' }, words),
      );
      for (const secret of [text, postcode, ...words, '51.123', '0.456', 'xx-Qy'])
        assert.ok(!kept.includes(JSON.stringify(secret).slice(1, -1)), `${secret} in ${kept}`);
    }),
  );
});

const search = (asked: UnmetSearch['asked'], otherWords = 0): UnmetSearch => ({ asked, otherWords });

test('a report adds up by topic, and tells no figure below five', () => {
  const report = unmetReport([
    { search: search({ need: ['autism', 'epilepsy'], place: ['ME7'] }), times: 4 },
    { search: search({ need: ['autism'], kind: ['swimming'] }, 1), times: 2 },
    { search: search({ need: ['adhd'] }), times: 9 },
  ]);
  assert.equal(report.searches, 15);
  assert.equal(report.withOtherWords, null);
  assert.deepEqual(report.topics, [
    {
      topic: 'need',
      lines: [
        { value: 'adhd', times: 9 },
        { value: 'autism', times: 6 },
        { value: 'epilepsy', times: null },
      ],
    },
    { topic: 'kind', lines: [{ value: 'swimming', times: null }] },
    { topic: 'place', lines: [{ value: 'ME7', times: null }] },
  ]);
});

test('what is below five is never told, in a figure or by its place', () => {
  const one = fc.record({
    need: fc.constantFrom('autism', 'adhd', 'epilepsy', 'anxiety'),
    times: fc.integer({ min: 1, max: 6 }),
  });
  fc.assert(
    fc.property(fc.array(one), (all) => {
      const report = unmetReport(all.map(({ need, times }) => ({ search: search({ need: [need] }), times })));
      const lines = report.topics[0]?.lines ?? [];
      for (const { value, times } of lines) {
        const really = all
          .filter(({ need }) => need === value)
          .reduce((sum, { times: more }) => sum + more, 0);
        assert.equal(times, really < 5 ? null : really);
      }
      const rare = lines.filter(({ times }) => times === null).map(({ value }) => value);
      assert.deepEqual(rare, rare.toSorted());
      assert.deepEqual(
        lines.slice(lines.length - rare.length).map(({ value }) => value),
        rare,
      );
    }),
  );
});
