import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SharedQuestion } from './shared-question.ts';

test('many who come while one is asked share one question', async () => {
  const shared = new SharedQuestion<number>();
  let questions = 0;
  const question = async () => {
    questions += 1;
    const mine = questions;
    await new Promise((resolve) => setTimeout(resolve, 5));
    return mine;
  };
  const first = shared.ask(question);
  const later = await Promise.all(Array.from({ length: 20 }, () => shared.ask(question)));
  assert.equal(await first, 1);
  assert.deepEqual(new Set(later), new Set([2]));
  assert.equal(questions, 2);
});

test('a question that fails is told to those who asked it, and the next is asked anew', async () => {
  const shared = new SharedQuestion<string>();
  const failing = shared.ask(() => Promise.reject(new Error('no')));
  const next = shared.ask(async () => 'yes');
  await assert.rejects(failing, /no/);
  assert.equal(await next, 'yes');
});
