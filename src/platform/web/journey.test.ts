import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { html, nothing } from './html.ts';
import {
  answersToCheck,
  type Journey,
  type JourneyStep,
  neededSteps,
  nextStep,
  taskListOf,
} from './journey.ts';

/** Answers by the step's name; a step named in `skips` is not needed. */
type Answers = { readonly said: readonly string[]; readonly skips: readonly string[] };

function step(slug: string, section = 'You'): JourneyStep<Answers> {
  return {
    slug,
    title: `Title <${slug}>`,
    section,
    isNeeded: (answers) => !answers.skips.includes(slug),
    isAnswered: (answers) => answers.said.includes(slug),
    questions: () => nothing,
    read: (_visit, answers) => ({ ok: true, answers }),
    rows: (answers) => [
      { question: `Question ${slug}?`, answer: answers.said.includes(slug) ? '<yes>' : html`<i>no</i>` },
    ],
  };
}

const names = ['one', 'two', 'three', 'four', 'five'];
const journey: Journey<Answers> = names.map((name, index) => step(name, index < 3 ? 'You' : 'Money'));
const next = (answers: Answers, after?: string) =>
  nextStep(
    journey,
    answers,
    journey.find(({ slug }) => slug === after),
  )?.slug ?? null;

test('the next step is the next without an answer; after the last one, those that were passed over', () => {
  assert.equal(next({ said: [], skips: [] }), 'one');
  assert.equal(next({ said: ['one'], skips: [] }, 'one'), 'two');
  assert.equal(next({ said: ['two', 'five'], skips: ['three'] }, 'two'), 'four');
  assert.equal(next({ said: ['two', 'three', 'four', 'five'], skips: [] }, 'five'), 'one');
  assert.equal(next({ said: names, skips: [] }, 'three'), null);
});

test('a step that its own answer made unneeded leads on all the same', () => {
  assert.equal(next({ said: ['one', 'two'], skips: ['two'] }, 'two'), 'three');
  assert.equal(next({ said: [], skips: ['two'] }, 'two'), 'three');
});

const some = fc.subarray(names);

test('whoever follows the next step comes to the end, past every needed step once and no other', () => {
  fc.assert(
    fc.property(some, some, (said, skips) => {
      let answers: Answers = { said, skips };
      const walked: string[] = [];
      for (let at = next(answers); at !== null; at = next(answers, at)) {
        walked.push(at);
        answers = { said: [...answers.said, at], skips };
        assert.ok(walked.length <= names.length);
      }
      const wanted = names.filter((name) => !said.includes(name) && !skips.includes(name));
      assert.deepEqual(walked, wanted);
      assert.deepEqual(
        neededSteps(journey, answers).map(({ slug }) => slug),
        names.filter((name) => !skips.includes(name)),
      );
    }),
  );
});

test('the task list and the check page show the needed steps by section, with every word escaped', () => {
  const answers = { said: ['one'], skips: ['two', 'four', 'five'] };
  const list = taskListOf(journey, answers, ({ slug }) => `/apply/${slug}`).text;
  assert.equal(list.match(/<h2/g)?.length, 1);
  assert.match(
    list,
    /href="\/apply\/one"[\s\S]*Title &lt;one&gt;[\s\S]*Done[\s\S]*Title &lt;three&gt;[\s\S]*To do/,
  );
  assert.doesNotMatch(list, /two|<one>/);
  const check = answersToCheck(journey, answers, ({ slug }) => `/apply/${slug}`).text;
  assert.match(check, /&lt;yes&gt;[\s\S]*href="\/apply\/one"[\s\S]*Change[\s\S]*<i>no<\/i>/);
  assert.doesNotMatch(answersToCheck(journey, answers, null).text, /href/);
});
