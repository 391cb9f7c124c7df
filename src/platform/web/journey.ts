import type { Refusal } from '#kernel/refusal.ts';
import { summaryList, tag, taskList } from '#platform/govuk/index.ts';
import { type Html, html } from './html.ts';
import type { Visit } from './visit.ts';

/** What reading a step's form gives: all answers with this step's among them, or what was wrong. */
export type StepReading<Answers> =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** One row of the answers, as the check page and the officer show it. */
export type AnswerRow = { readonly question: string; readonly answer: Html | string };

/** One question a page, or a few that belong together. */
export type JourneyStep<Answers> = {
  /** The last part of its address. */
  readonly slug: string;
  readonly title: string;
  readonly section: string;
  isNeeded(answers: Answers): boolean;
  isAnswered(answers: Answers): boolean;
  /** The fields, with what was saved or typed in them. The step's own title is the page's heading. */
  questions(visit: Visit, answers: Answers): Html | Promise<Html>;
  read(visit: Visit, answers: Answers): StepReading<Answers> | Promise<StepReading<Answers>>;
  rows(answers: Answers): readonly AnswerRow[];
};

/** The steps in the order in which they are asked. */
export type Journey<Answers> = readonly JourneyStep<Answers>[];

/** The steps that these answers make necessary. */
export function neededSteps<Answers>(journey: Journey<Answers>, answers: Answers): Journey<Answers> {
  return journey.filter((step) => step.isNeeded(answers));
}

/** The next step without an answer: after this one first, then from the beginning; null when all is said. */
export function nextStep<Answers>(
  journey: Journey<Answers>,
  answers: Answers,
  after?: JourneyStep<Answers>,
): JourneyStep<Answers> | null {
  const from = after === undefined ? 0 : journey.indexOf(after) + 1;
  const isOpen = (step: JourneyStep<Answers>) => step.isNeeded(answers) && !step.isAnswered(answers);
  return journey.slice(from).find(isOpen) ?? journey.find(isOpen) ?? null;
}

function bySection<Answers>(
  journey: Journey<Answers>,
  answers: Answers,
): readonly (readonly [string, Journey<Answers>])[] {
  return [...Map.groupBy(neededSteps(journey, answers), (step) => step.section)];
}

/** The task list: every step with where it stands, by section. */
export function taskListOf<Answers>(
  journey: Journey<Answers>,
  answers: Answers,
  addressOf: (step: JourneyStep<Answers>) => string,
): Html {
  return html`${bySection(journey, answers).map(
    ([section, steps], index) => html`<h2 class="govuk-heading-m">${section}</h2>
${taskList({
  idPrefix: `tasks-${index + 1}`,
  items: steps.map((step) => ({
    title: { text: step.title },
    href: addressOf(step),
    status: step.isAnswered(answers)
      ? { text: 'Done' }
      : { tag: { text: 'To do', classes: 'govuk-tag--blue' } },
  })),
})}`,
  )}`;
}

/** All answers to check, by section, each with a link that changes it. */
export function answersToCheck<Answers>(
  journey: Journey<Answers>,
  answers: Answers,
  addressOf: ((step: JourneyStep<Answers>) => string) | null,
): Html {
  return html`${bySection(journey, answers).map(
    ([section, steps]) => html`<h2 class="govuk-heading-m">${section}</h2>
${summaryList({
  rows: steps.flatMap((step) =>
    step.rows(answers).map((row) => ({
      key: { text: row.question },
      value: typeof row.answer === 'string' ? { text: row.answer } : { html: row.answer },
      ...(addressOf === null
        ? {}
        : {
            actions: {
              items: [
                { href: addressOf(step), text: 'Change', visuallyHiddenText: row.question.toLowerCase() },
              ],
            },
          }),
    })),
  ),
})}`,
  )}`;
}

/** A small mark for a state, in words as well as in colour. */
export function mark(text: string, colour: 'blue' | 'green' | 'yellow' | 'red' | 'grey' | 'purple'): Html {
  return tag({ text, classes: `govuk-tag--${colour}` });
}
