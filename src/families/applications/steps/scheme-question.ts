import type { Question } from '#families/schemes/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import {
  choiceQuestion,
  choicesQuestion,
  dateQuestion,
  lineQuestion,
  type Option,
  wordsQuestion,
} from '#platform/web/questions.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { Answers, FactValue } from '../domain/answers.ts';
import { type ApplicationStep, linesOf } from './application-step.ts';
import { field, isChoice, notSure, readSaid } from './said-answers.ts';

/** A question as a scheme declares it. */
export type SchemeQuestion = Pick<Question, 'fact' | 'type' | 'question' | 'hint' | 'answers'>;

/** The last part of the address of a fact's question: no other step's begins so. */
export function slugOf(fact: string): string {
  return `about-${fact.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}

/** The step that asks one of the scheme's own questions, by the declaration of its fact. */
export function schemeStep(question: SchemeQuestion, section: string): ApplicationStep {
  const { fact } = question;
  const isSplit = question.type === 'period' || question.type === 'date and time';
  return {
    name: 'scheme',
    slug: slugOf(fact),
    title: question.question,
    section,
    isOneQuestion: !isSplit,
    isNeeded: () => true,
    isAnswered: (answers) => answers.said?.[fact] !== undefined,
    questions: (visit, answers) => fieldsOf(visit, question, answers.said?.[fact]?.value ?? null, answers),
    read(visit, answers) {
      const said = readSaid(question, visit.form);
      if (!said.ok) return { ok: false, refusals: [said] };
      return { ok: true, answers: { ...answers, said: { ...answers.said, [fact]: said.value } } };
    },
    rows: ({ said }) => {
      const given = said?.[fact];
      return given === undefined ? [] : [{ question: given.question, answer: linesOf(given.words) }];
    },
  };
}

function fieldsOf(visit: Visit, question: SchemeQuestion, value: FactValue | null, answers: Answers): Html {
  const isUnsure = answers.said?.[question.fact]?.value === null;
  const asked = {
    field,
    label: question.question,
    isHeading: true,
    ...(question.hint === null ? {} : { hint: question.hint }),
  };
  if (isChoice(question)) {
    const saved = typeof value === 'boolean' ? (value ? 'yes' : 'no') : value === null ? null : String(value);
    const options = [...optionsOf(question), { value: notSure, text: 'I am not sure' }];
    return choiceQuestion(visit, { ...asked, saved: isUnsure ? notSure : saved, options });
  }
  return html`${typedField(visit, { question, asked, value })}
${choicesQuestion(visit, {
  field: 'notSure',
  label: 'If you do not know',
  savedAll: isUnsure ? ['yes'] : [],
  options: [{ value: 'yes', text: 'I am not sure' }],
})}`;
}

function optionsOf({ type, answers }: SchemeQuestion): readonly Option[] {
  if (type === 'yes or no')
    return [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ];
  return answers.map(({ value, label }) => ({ value: String(value), text: label }));
}

type Typed = {
  readonly question: SchemeQuestion;
  readonly asked: { readonly field: string; readonly label: string; readonly isHeading: boolean };
  readonly value: FactValue | null;
};

function typedField(visit: Visit, { question, asked, value }: Typed): Html {
  const text = value === null ? null : String(value);
  switch (question.type) {
    case 'choices':
      return choicesQuestion(visit, {
        ...asked,
        savedAll: typeof value === 'object' && value !== null ? value : [],
        options: optionsOf(question),
      });
    case 'date':
      return dateQuestion(visit, { ...asked, savedDate: dayOf(text) });
    case 'date and time':
      return html`${dateQuestion(visit, { field, label: 'Day', savedDate: dayOf(text) })}
${lineQuestion(visit, { field: 'time', label: 'Time', hint: 'Like 14:30', saved: text?.slice(11, 16), width: 5 })}`;
    case 'period': {
      const [first, last] = typeof value === 'object' && value !== null ? value : [];
      return html`${dateQuestion(visit, { field, label: 'First day', savedDate: dayOf(first) })}
${dateQuestion(visit, { field: 'last', label: 'Last day', savedDate: dayOf(last) })}`;
    }
    case 'money': {
      const saved = typeof value === 'number' ? poundsOf(value) : null;
      return lineQuestion(visit, { ...asked, saved, prefix: '£', width: 10, inputmode: 'decimal' });
    }
    case 'hours': {
      const saved = typeof value === 'number' ? hoursOf(value) : null;
      return lineQuestion(visit, { ...asked, saved, width: 5, inputmode: 'decimal' });
    }
    case 'whole number':
      return lineQuestion(visit, { ...asked, saved: text, width: 5, inputmode: 'numeric' });
    default:
      return wordsQuestion(visit, { ...asked, saved: text, rows: 3 });
  }
}

function dayOf(text: string | null | undefined): Temporal.PlainDate | null {
  return text === null || text === undefined ? null : Temporal.PlainDate.from(text.slice(0, 10));
}

/** As somebody types an amount: no sign of the pound, pence only where there are any. */
function poundsOf(pence: number): string {
  const [pounds, rest] = [Math.trunc(pence / 100), pence % 100];
  return rest === 0 ? String(pounds) : `${pounds}.${String(rest).padStart(2, '0')}`;
}

/** As somebody types hours: 2.5, out of 150 minutes. */
function hoursOf(minutes: number): string {
  const part = ['', '.25', '.5', '.75'][Math.trunc((minutes % 60) / 15)] ?? '';
  return `${Math.trunc(minutes / 60)}${part}`;
}
