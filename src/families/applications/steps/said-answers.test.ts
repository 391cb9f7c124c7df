import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valuesFrom } from '#platform/web/form.ts';
import { type Asked, readSaid } from './said-answers.ts';

const asked: Asked = {
  fact: 'child.likes',
  type: 'text',
  question: 'What does your child like?',
  answers: [],
};

test('an answer in words is kept without the signs that no database keeps, and refused when nothing is left', () => {
  const said = (answer: string) => readSaid(asked, valuesFrom({ answer }));
  const kept = said(' Swim\0ming\u202e\r\nand music ');
  assert.equal(kept.ok && kept.value.value, 'Swimming\nand music');
  for (const nothing of ['', ' \0 ', '\u200b', 'x'.repeat(1_001)]) {
    const refused = said(nothing);
    assert.equal(!refused.ok && refused.code, 'missing');
  }
});
