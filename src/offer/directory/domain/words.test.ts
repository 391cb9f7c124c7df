import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { searchWords } from './words.ts';

describe('searchWords', () => {
  for (const [text, expected] of [
    ['Swimming lessons', ['swimming', 'lesson']],
    ['Jimmy’s Tennis', ['jimmy', 'tennis']],
    ["Curly's farm", ['curly', 'farm']],
    ['something for my son to do at the weekend', ['weekend']],
    ['activities, classes & buses', ['activity', 'class', 'buse']],
    ['café CAFE', ['cafe']],
    ['the', ['the']],
    ['!!!', []],
  ] as const) {
    it(`makes ${JSON.stringify(expected)} of "${text}"`, () => assert.deepEqual(searchWords(text), expected));
  }

  it('finds the same words in its own words again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const words = searchWords(text);
        assert.deepEqual(searchWords(words.join(' ')), words);
      }),
    );
  });

  it('takes no notice of capitals and outer spaces', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ]*$/), (text) => {
        assert.deepEqual(searchWords(`  ${text.toUpperCase()} `), searchWords(text));
      }),
    );
  });
});
