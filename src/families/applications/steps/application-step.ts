import type { z } from 'zod';
import { parseForm } from '#platform/web/form.ts';
import type { JourneyStep, StepReading } from '#platform/web/journey.ts';
import type { Visit } from '#platform/web/visit.ts';
import { type Answers, isNeeded, type StepName } from '../domain/answers.ts';

/** A step of the application: one of the answers, and where the form for it stands. */
export type ApplicationStep = JourneyStep<Answers> & { readonly name: StepName };

/** Gives a step whose answer is read by a schema and kept under its name. */
export function applicationStep<Name extends StepName, Schema extends z.ZodObject>(step: {
  readonly name: Name;
  readonly slug: string;
  readonly title: string;
  readonly section: string;
  readonly schema: Schema;
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
    isNeeded: (answers) => isNeeded(step.name, answers),
    isAnswered: (answers) => answers[step.name] !== undefined,
    questions: step.questions,
    rows: step.rows,
    async read(visit, answers) {
      const parsed = parseForm(step.schema, visit.form);
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

/** A kept date for showing again. */
export function keptDate(text: string | null | undefined): Temporal.PlainDate | null {
  return text === null || text === undefined ? null : Temporal.PlainDate.from(text);
}
