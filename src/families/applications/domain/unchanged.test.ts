// A renewal is unchanged when it says what was said before, and only then.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyAnswers } from '../test/any-answers.ts';
import { type Answers, stepNames } from './answers.ts';
import { isUnchangedSince } from './unchanged.ts';

test('the same answers are unchanged, and a change of any of them is one', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const again = { ...answers, onSending: { 'application.submitted_at': '2027-05-04T10:00' } };
      assert.ok(isUnchangedSince(answers, again));
    }),
  );
  fc.assert(
    fc.property(anyAnswers, anyAnswers, fc.constantFrom(...stepNames), (answers, other, step) => {
      fc.pre(step !== 'letters' && step !== 'benefit' && step !== 'child');
      fc.pre(JSON.stringify(answers[step]) !== JSON.stringify(other[step]));
      const changed: Answers = { ...answers, [step]: other[step] };
      assert.ok(!isUnchangedSince(answers, changed), step);
    }),
  );
});
