import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ageInWords } from './age-in-words.ts';

test('an age is found as people type it, and the other words are left', () => {
  assert.deepEqual(ageInWords('holiday club for 16 year old'), { age: 16, rest: 'holiday club for' });
  assert.deepEqual(ageInWords('my 17yr old to make friends'), { age: 17, rest: 'my to make friends' });
  assert.deepEqual(ageInWords('soft play 3yo'), { age: 3, rest: 'soft play' });
  assert.deepEqual(ageInWords('swimming aged 6'), { age: 6, rest: 'swimming' });
  assert.deepEqual(ageInWords('my daughter is 6 and likes sport'), { age: 6, rest: 'my and likes sport' });
  assert.deepEqual(ageInWords('10-year-olds'), { age: 10, rest: '' });
});

test('what is no age of a child is left alone', () => {
  for (const text of [
    'ages 5 to 16',
    'aged 5 to 16',
    '1:1',
    'ME7 1HF',
    'club 16',
    '40 year old',
    'he is 5 miles off',
  ])
    assert.equal(ageInWords(text), null, text);
});
