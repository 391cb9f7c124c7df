// The order of the questions, for every set of answers: nobody is led in a ring, and nobody is sent away half done.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { neededSteps, nextStep } from '#platform/web/journey.ts';
import { type Answers, type StepAnswers, type StepName, stepNames } from '../domain/answers.ts';
import { applicationJourney, stepAt } from './application-journey.ts';

const whole: StepAnswers = {
  child: { childId: null, givenName: 'Amira', familyName: 'Khan', bornOn: '2018-05-01' },
  disability: { hasDiagnosis: true, diagnosis: 'Autism' },
  support: { held: [] },
  you: { name: 'Sana Khan', relationship: 'mother', hasParentalResponsibility: true, phone: '' },
  otherCarer: { isNobody: true },
  address: { line1: '1 High Street', line2: '', town: 'Chatham', postcode: 'ME4 4AA' },
  benefit: { which: 'none' },
  letters: { files: [], sendsLater: true },
  impact: { level: 1, why: 'We manage.' },
  purpose: { uses: ['clubs'], what: '', how: 'It helps.' },
};

/** Some of the answers, with or without something to show a letter of. */
const someAnswers = fc.tuple(fc.subarray([...stepNames]), fc.boolean()).map(
  ([steps, hasDiagnosis]): Answers => ({
    ...Object.fromEntries(steps.map((step) => [step, whole[step]])),
    ...(steps.includes('disability') ? { disability: { hasDiagnosis, diagnosis: '' } } : {}),
  }),
);

test('the steps of the journey are the answers, in their order, each at its own address', () => {
  assert.deepEqual(
    applicationJourney.map((step) => stepAt(step.slug)?.name),
    [...stepNames],
  );
});

test('the next step is needed and has no answer; there is none exactly when all is said', () => {
  fc.assert(
    fc.property(someAnswers, fc.constantFrom(...applicationJourney), (answers, after) => {
      const needed = neededSteps(applicationJourney, answers);
      for (const next of [
        nextStep(applicationJourney, answers),
        nextStep(applicationJourney, answers, after),
      ]) {
        assert.equal(
          next === null,
          needed.every((step) => step.isAnswered(answers)),
        );
        if (next !== null) assert.ok(needed.includes(next) && !next.isAnswered(answers));
      }
    }),
  );
});

test('who answers what comes next has answered everything after as many steps as are needed', () => {
  fc.assert(
    fc.property(someAnswers, (begun) => {
      let answers = begun;
      const asked: (StepName | undefined)[] = [];
      for (;;) {
        const next = nextStep(applicationJourney, answers);
        if (next === null) break;
        const name = stepNames.find((one) => one === stepAt(next.slug)?.name);
        assert.ok(name !== undefined && !asked.includes(name), `${next.slug} is asked a second time`);
        asked.push(name);
        answers = { ...answers, [name]: whole[name] };
      }
      assert.ok(asked.length <= stepNames.length);
      assert.deepEqual(
        neededSteps(applicationJourney, answers).filter((step) => !step.isAnswered(answers)),
        [],
      );
    }),
  );
});
