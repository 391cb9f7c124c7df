import {
  backLink,
  button,
  dateInput,
  errorSummary,
  input,
  radios,
  summaryList,
} from '#platform/govuk/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type Page, page } from '#platform/web/visit.ts';
import { type AskedQuestion, isAge, NOT_SURE } from '../actions/questions.ts';
import type { GivenAnswer, ReadAnswers } from '../actions/read-answers.ts';
import { datePartsOf } from '../actions/read-answers.ts';
import { addressBefore, changeAddress } from './addresses.ts';

/** Where the error summary leads, and where the first input stands. */
const FIELD = 'answer';

type Asking = {
  readonly question: AskedQuestion;
  readonly typed: string;
  readonly message: string | null;
  readonly query: URLSearchParams;
};

function shared({ question, message }: Asking) {
  return {
    name: question.fact,
    ...(question.hint === null ? {} : { hint: { text: question.hint } }),
    ...(message === null ? {} : { errorMessage: { text: message } }),
  };
}

function heading({ question }: Asking) {
  return { legend: { text: question.question, classes: 'govuk-fieldset__legend--l', isPageHeading: true } };
}

function options({ type, answers }: AskedQuestion) {
  const known =
    type === 'yes or no'
      ? [
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]
      : answers.map(({ value, label }) => ({ value: String(value), text: label }));
  return [...known, { divider: 'or' }, { value: NOT_SURE, text: 'I am not sure' }];
}

/** Nobody is stopped by a number that they do not know; an age is known. */
function unsure({ query, question }: Asking): Html {
  if (isAge(question)) return nothing;
  const others = new URLSearchParams(query);
  others.set(question.fact, NOT_SURE);
  others.delete('asks');
  others.delete('change');
  return html`<p class="govuk-body"><a class="govuk-link" href="${`/what-can-we-get?${others}`}">I am not sure</a></p>`;
}

function field(asking: Asking): Html {
  const { question, typed } = asking;
  if (question.type === 'yes or no' || question.answers.length > 0) {
    return radios({
      ...shared(asking),
      idPrefix: FIELD,
      fieldset: heading(asking),
      value: typed,
      items: options(question),
    });
  }
  if (question.type === 'date') {
    const parts = datePartsOf(asking.query, question.fact);
    return dateInput({
      ...shared(asking),
      id: `${FIELD}-group`,
      namePrefix: question.fact,
      fieldset: heading(asking),
      items: (['day', 'month', 'year'] as const).map((name) => ({
        name,
        id: name === 'day' ? FIELD : `${FIELD}-${name}`,
        label: name.charAt(0).toUpperCase() + name.slice(1),
        value: parts[name],
        classes: `govuk-input--width-${name === 'year' ? 4 : 2}`,
      })),
    });
  }
  return html`${input({
    ...shared(asking),
    id: FIELD,
    label: { text: question.question, classes: 'govuk-label--l', isPageHeading: true },
    inputmode: 'numeric',
    classes: isAge(question) ? 'govuk-input--width-2' : 'govuk-input--width-5',
    ...(question.type === 'money' ? { prefix: { text: '£' } } : {}),
    ...(isAge(question) ? { suffix: { text: 'years' } } : {}),
    value: typed,
  })}${unsure(asking)}`;
}

/** The answers so far, each with a way to change it. */
export function answersSoFar(given: readonly GivenAnswer[]): Html {
  if (given.length === 0) return nothing;
  return summaryList({
    classes: 'daybreak-no-print',
    rows: given.map(({ question, words }) => ({
      key: { text: question.question },
      value: { text: words },
      actions: {
        items: [
          {
            href: changeAddress(given, question.fact),
            text: 'Change',
            visuallyHiddenText: `your answer to: ${question.question}`,
          },
        ],
      },
    })),
  });
}

/** One question. It goes on by GET: the answers stand in the address and nowhere else. */
export function questionPage(asked: {
  readonly question: AskedQuestion;
  readonly answers: ReadAnswers;
  readonly query: URLSearchParams;
}): Page {
  const { question, answers, query } = asked;
  const others = answers.given.filter((one) => one.question.fact !== question.fact);
  const message = answers.problem?.question.fact === question.fact ? answers.problem.message : null;
  const typed = (query.get(question.fact) ?? '').slice(0, 100);
  return page({
    title: `${message === null ? '' : 'Error: '}${question.question}`,
    section: 'what-can-we-get',
    isPrivate: true,
    ...(message === null ? {} : { status: 422 }),
    before: backLink({ text: 'Back', href: addressBefore(others) }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${message !== null && errorSummary({ titleText: 'There is a problem', errorList: [{ text: message, href: `#${FIELD}` }] })}
<form method="get" action="/what-can-we-get" novalidate>
${others.map((one) => html`<input type="hidden" name="${one.question.fact}" value="${one.typed}">`)}
<input type="hidden" name="asks" value="${question.fact}">
${field({ question, typed, message, query })}
${button({ text: 'Continue' })}
</form>
<p class="govuk-body daybreak-soft">We do not keep your answers. They are only in the address of this page, so clear your browser’s history if others use this phone or computer.</p>
</div></div>`,
  });
}
