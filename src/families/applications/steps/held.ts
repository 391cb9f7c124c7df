import { refusal } from '#kernel/refusal.ts';
import { summaryList } from '#platform/govuk/index.ts';
import { firstValue } from '#platform/web/form.ts';
import { html } from '#platform/web/html.ts';
import type { StepReading } from '#platform/web/journey.ts';
import { choiceQuestion, choicesQuestion } from '#platform/web/questions.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { Answers, Said } from '../domain/answers.ts';
import { type ApplicationStep, stop } from './application-step.ts';

/** What we hold of the child and the family that a scheme would ask, by fact. */
export type HeldFacts = ReadonlyMap<string, Said>;

const isRight = 'isRight';

/**
 * Shows once what we hold already, in the place of asking it again: "is it still right?" What is not is asked like
 * any other question; the rest counts as said.
 */
export function heldStep(held: HeldFacts, section: string): ApplicationStep {
  return {
    name: 'scheme',
    slug: 'what-we-have',
    title: 'We have this already. Is it still right?',
    section,
    isOneQuestion: false,
    isNeeded: () => held.size > 0,
    isAnswered: (answers) => [...held.keys()].every((fact) => answers.held?.asked.includes(fact) === true),
    questions: (visit, answers) => html`${summaryList({
      rows: [...held.values()].map(({ question, words }) => ({
        key: { text: question },
        value: { text: words },
      })),
    })}
${choiceQuestion(visit, {
  field: isRight,
  label: 'Is all of this still right?',
  saved: answers.held === undefined ? null : answers.held.wrong.length === 0 ? 'yes' : 'no',
  options: [
    { value: 'yes', text: 'Yes, all of it' },
    {
      value: 'no',
      text: 'No, something has changed',
      conditional: choicesQuestion(visit, {
        field: 'wrong',
        label: 'What has changed?',
        hint: 'We ask you that again',
        savedAll: answers.held?.wrong ?? [],
        options: [...held].map(([fact, { question }]) => ({ value: fact, text: question })),
      }),
    },
  ],
})}`,
    read: (visit, answers) => readHeld(visit, answers, held),
    rows: (answers) =>
      [...held].flatMap(([fact, { question }]) => {
        const said = answers.said?.[fact];
        const isStill = answers.held?.asked.includes(fact) === true && !answers.held.wrong.includes(fact);
        return isStill && said !== undefined ? [{ question, answer: said.words }] : [];
      }),
  };
}

function readHeld(visit: Visit, answers: Answers, held: HeldFacts): StepReading<Answers> {
  const right = firstValue(visit.form, isRight);
  if (right !== 'yes' && right !== 'no')
    return { ok: false, refusals: [refusal('missing', 'Choose yes if all of this is still right', isRight)] };
  const ticked = visit.form.get('wrong') ?? [];
  const wrong = right === 'yes' ? [] : [...held.keys()].filter((fact) => ticked.includes(fact));
  if (right === 'no' && wrong.length === 0) return stop('missing', 'Choose what has changed', 'wrong');
  const still = [...held].filter(([fact]) => !wrong.includes(fact));
  // What was held and has changed is unsaid, unless the family has said it anew since.
  const before = Object.entries(answers.said ?? {}).filter(
    ([fact]) => !(wrong.includes(fact) && answers.held?.wrong.includes(fact) !== true && held.has(fact)),
  );
  return {
    ok: true,
    answers: {
      ...answers,
      held: { asked: [...held.keys()], wrong },
      said: Object.fromEntries([...before, ...still]),
    },
  };
}
