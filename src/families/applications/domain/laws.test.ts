// Laws that hold for every set of answers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyAnswers, anyDay, anyWords, testToday } from '../test/any-answers.ts';
import {
  type Answers,
  askedLetters,
  careRates,
  isAnswered,
  isNeeded,
  shownLetters,
  stepNames,
} from './answers.ts';
import { carriedOver } from './carried-over.ts';
import { factsOf } from './facts.ts';
import { broughtFacts, saidBefore } from './said-before.ts';

const today = testToday;

/** Which answer each fact is read from. */
const sourceOf: Readonly<Record<string, keyof Answers>> = {
  'child.date_of_birth': 'child',
  'child.diagnosed_disability': 'disability',
  'evidence.diagnosis_letter': 'disability',
  'child.other_medway_funded_service': 'support',
  'child.dla_care': 'benefit',
  'child.dla_mobility': 'benefit',
  'child.pip_daily': 'benefit',
  'child.pip_mobility': 'benefit',
  'impact.level': 'impact',
};

test('a fact is there only where the family has answered, and never without a value', () => {
  fc.assert(
    fc.property(anyAnswers, fc.boolean(), (answers, hasDiagnosisLetter) => {
      for (const [fact, value] of Object.entries(factsOf(answers, { hasDiagnosisLetter }))) {
        const source = sourceOf[fact];
        assert.ok(source !== undefined, `${fact} is a fact that nobody declared`);
        assert.notEqual(answers[source], undefined, `${fact} is known without ${source}`);
        assert.ok(['string', 'number', 'boolean'].includes(typeof value), fact);
      }
    }),
  );
});

test('an answer more never takes a fact away, and changes none but the letter’s', () => {
  fc.assert(
    fc.property(anyAnswers, fc.constantFrom(...stepNames), (answers, step) => {
      const { [step]: _, ...without } = answers;
      const [before, after] = [factsOf(without), factsOf(answers)];
      for (const [fact, value] of Object.entries(before))
        if (fact !== 'evidence.diagnosis_letter') assert.equal(after[fact], value, fact);
    }),
  );
});

test('a rate that the family does not know is no fact, and the other benefit is none', () => {
  const known = factsOf({
    benefit: { which: 'dla', dlaCare: null, dlaMobility: 'higher', dated: null, from: null, until: null },
  });
  assert.deepEqual(known, {
    'child.dla_mobility': 'higher',
    'child.pip_daily': 'none',
    'child.pip_mobility': 'none',
  });
});

test('a diagnosis letter counts once it was handed in or seen, and not by being promised', () => {
  const disability = { hasDiagnosis: true, diagnosis: 'Autism' };
  const letter = (files: NonNullable<Answers['letters']>['files'], seen = false) =>
    factsOf({ disability, letters: { files, sendsLater: true } }, { hasDiagnosisLetter: seen })[
      'evidence.diagnosis_letter'
    ];
  assert.equal(letter([]), false);
  assert.equal(letter([{ fileId: 'a', name: 'a.pdf', shows: 'diagnosis' }]), true);
  assert.equal(letter([], true), true);
  assert.equal(factsOf({ disability })['evidence.diagnosis_letter'], undefined);
});

test('letters are asked for exactly where there is one to show, and only those are shown', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const asked = askedLetters(answers);
      assert.equal(isNeeded('letters', answers), asked.length > 0);
      for (const one of shownLetters(answers)) assert.ok(asked.includes(one.shows));
      if (answers.letters?.sendsLater === false && shownLetters(answers).length === 0)
        assert.equal(isAnswered('letters', answers), false);
    }),
  );
});

test('what is carried over says nothing new, promises nothing, and no benefit in it has ended', () => {
  fc.assert(
    fc.property(anyAnswers, (before) => {
      const { known: _, letters, ...after } = carriedOver(before, today);
      for (const [step, answer] of Object.entries(after))
        assert.deepEqual(answer, before[step as keyof typeof after]);
      if (letters !== undefined) {
        assert.equal(letters.sendsLater, false);
        for (const one of letters.files) assert.ok(before.letters?.files.includes(one));
      }
      const kept = after.benefit;
      if (kept !== undefined && kept.which !== 'none' && kept.until !== null)
        assert.ok(kept.until >= today.toString());
    }),
  );
});

test('whatever an address says, what is taken from it is an answer that the form has', () => {
  const told = fc.oneof(
    anyWords,
    anyDay,
    fc.constantFrom('yes', 'no', 'none', 'highest', 'higher', 'enhanced', 'not-sure', '2', '1e0'),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...broughtFacts), told), (facts) => {
      const said = saidBefore((fact) => facts[fact] ?? '', today);
      assert.deepEqual(JSON.parse(JSON.stringify(said)), said);
      const { known = {}, ...answers } = said;
      assert.ok(Object.keys(answers).every((step) => step === 'support' || step === 'benefit'));
      if (known.bornOn !== undefined)
        assert.ok(known.bornOn <= today.toString() && known.bornOn > '2000-11-24');
      assert.ok(known.dlaCare === undefined || careRates.some((one) => one === known.dlaCare));
      assert.ok(known.impactLevel === undefined || [1, 2, 3].includes(known.impactLevel));
    }),
  );
});

test('a birthday that is none, to come, or too long ago is not taken from an address', () => {
  for (const text of ['2019-02-30', '2026-11-25', '2000-11-24', '27 3 2017', '2017-03-27T00:00'])
    assert.deepEqual(
      saidBefore((fact) => (fact === 'child.date_of_birth' ? text : ''), today),
      {},
      text,
    );
  assert.deepEqual(
    saidBefore((fact) => (fact === 'child.date_of_birth' ? '2017-03-27' : ''), today),
    {
      known: { bornOn: '2017-03-27' },
    },
  );
});

test('no letter is not taken for no diagnosis', () => {
  const told = (letter: string, diagnosed: string) =>
    saidBefore((fact) => {
      if (fact === 'evidence.diagnosis_letter') return letter;
      return fact === 'child.diagnosed_disability' ? diagnosed : '';
    }, today).known?.hasDiagnosis;
  assert.equal(told('no', ''), undefined);
  assert.equal(told('yes', ''), true);
  assert.equal(told('no', 'yes'), true);
  assert.equal(told('', 'no'), false);
});
