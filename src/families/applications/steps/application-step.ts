import type { z } from 'zod';
import { type FormBody, parseForm, words } from '#platform/web/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { JourneyStep, StepReading } from '#platform/web/journey.ts';
import type { Visit } from '#platform/web/visit.ts';
import { type Answers, isAnswered, isNeeded, type StepName } from '../domain/answers.ts';

/** A step of the application: one of the answers, and where the form for it stands. */
export type ApplicationStep = JourneyStep<Answers> & {
  /** Which of the answers it gives; those to a scheme's own questions have no name here. */
  readonly name: StepName | 'scheme';
  /** Whether the step is one question, which is the page's heading then; otherwise the title is. */
  readonly isOneQuestion: boolean;
};

/** Gives a step whose answer is read by a schema and kept under its name. */
export function applicationStep<Name extends StepName, Schema extends z.ZodObject>(step: {
  readonly name: Name;
  readonly slug: string;
  readonly title: string;
  readonly section: string;
  readonly isOneQuestion?: boolean;
  readonly schema: Schema;
  /** Which of the posted fields count; without it, all. */
  readonly counts?: (field: string, form: FormBody) => boolean;
  readonly toAnswer: (value: z.output<Schema>, answers: Answers) => NonNullable<Answers[Name]>;
  readonly questions: ApplicationStep['questions'];
  readonly rows: ApplicationStep['rows'];
  /** What a schema cannot see: other records, today's date. Null: nothing wrong. */
  readonly check?: (
    visit: Visit,
    value: z.output<Schema>,
    answers: Answers,
  ) => StepReading<Answers> | null | Promise<StepReading<Answers> | null>;
}): ApplicationStep {
  return {
    name: step.name,
    slug: step.slug,
    title: step.title,
    section: step.section,
    isOneQuestion: step.isOneQuestion ?? false,
    isNeeded: (answers) => isNeeded(step.name, answers),
    isAnswered: (answers) => isAnswered(step.name, answers),
    questions: step.questions,
    rows: step.rows,
    async read(visit, answers) {
      const { counts } = step;
      const form =
        counts === undefined
          ? visit.form
          : new Map([...visit.form].filter(([field]) => counts(field, visit.form)));
      const parsed = parseForm(step.schema, form);
      if (!parsed.ok) return parsed;
      const stopped = await step.check?.(visit, parsed.value, answers);
      if (stopped) return stopped;
      return { ok: true, answers: { ...answers, [step.name]: step.toAnswer(parsed.value, answers) } };
    },
  };
}

/** A form that cannot be taken for one reason. */
export function stop(code: string, message: string, field: string): StepReading<Answers> {
  return { ok: false, refusals: [{ ok: false, code, message, field }] };
}

/**
 * Words on one line: a name, a street. Whatever breaks the line becomes a space, so that a name can stand in
 * the subject of a message.
 */
export function line(options: Parameters<typeof words>[0]) {
  return words(options).transform((text) => text.replace(/\s+/gu, ' '));
}

/** A kept date for showing again. */
export function keptDate(text: string | null | undefined): Temporal.PlainDate | null {
  return text === null || text === undefined ? null : Temporal.PlainDate.from(text);
}

/** Words of several lines, shown as they were written. */
export function linesOf(text: string): Html {
  return html`${text.split('\n').map((words, index) => html`${index > 0 && html`<br>`}${words}`)}`;
}
