import { formatDate } from '#kernel/local-date.ts';
import {
  type CheckboxesOptions,
  checkboxes,
  dateInput,
  input,
  radios,
  textarea,
} from '#platform/govuk/index.ts';
import { firstValue, refusalOf } from './form.ts';
import type { Html } from './html.ts';
import type { Visit } from './visit.ts';

/** What every question has: its field, its words, and what is saved already. */
type Question = {
  readonly field: string;
  readonly label: string;
  readonly hint?: string;
  /** Shown unless the person has just typed something else. */
  readonly saved?: string | null | undefined;
  /** Whether the question is the page's own heading: one question a page. */
  readonly isHeading?: boolean;
};

/** An answer to choose, with words for it. */
export type Option<T extends string = string> = {
  readonly value: T;
  readonly text: string;
  readonly hint?: string;
  readonly conditional?: Html;
  /** Among several answers, the one that rules the others out; it stands last, after "or". */
  readonly isInsteadOfAll?: boolean;
};

function value(visit: Visit, question: Question): string {
  return visit.formState.isTyped
    ? firstValue(visit.formState.values, question.field)
    : (question.saved ?? '');
}

function error(visit: Visit, field: string) {
  const message = refusalOf(visit.formState, field);
  return message === undefined ? {} : { errorMessage: { text: message } };
}

function hint(question: Question) {
  return question.hint === undefined ? {} : { hint: { text: question.hint } };
}

function label(question: Question) {
  return question.isHeading === true
    ? { text: question.label, classes: 'govuk-label--l', isPageHeading: true }
    : { text: question.label };
}

function legend(question: Question) {
  return {
    fieldset: {
      legend:
        question.isHeading === true
          ? { text: question.label, classes: 'govuk-fieldset__legend--l', isPageHeading: true }
          : { text: question.label, classes: 'govuk-fieldset__legend--s' },
    },
  };
}

/** A question answered in one line. `autocomplete` lets a phone fill it in; `width` is in characters. */
export function lineQuestion(
  visit: Visit,
  question: Question & {
    readonly autocomplete?: string;
    readonly width?: 2 | 4 | 5 | 10 | 20;
    readonly type?: 'text' | 'email' | 'tel';
    readonly inputmode?: 'numeric' | 'decimal';
    readonly prefix?: string;
  },
): Html {
  return input({
    id: question.field,
    name: question.field,
    label: label(question),
    value: value(visit, question),
    ...hint(question),
    ...error(visit, question.field),
    ...(question.autocomplete === undefined ? {} : { autocomplete: question.autocomplete }),
    ...(question.width === undefined ? {} : { classes: `govuk-input--width-${question.width}` }),
    ...(question.type === undefined ? {} : { type: question.type }),
    ...(question.inputmode === undefined ? {} : { inputmode: question.inputmode }),
    ...(question.prefix === undefined ? {} : { prefix: { text: question.prefix } }),
  });
}

/** A question answered in the person's own words. */
export function wordsQuestion(visit: Visit, question: Question & { readonly rows?: number }): Html {
  return textarea({
    id: question.field,
    name: question.field,
    label: label(question),
    value: value(visit, question),
    rows: question.rows ?? 5,
    ...hint(question),
    ...error(visit, question.field),
  });
}

/** A question with one answer out of a few. */
export function choiceQuestion(
  visit: Visit,
  question: Question & { readonly options: readonly Option[]; readonly isInline?: boolean },
): Html {
  const chosen = value(visit, question);
  return radios({
    idPrefix: question.field,
    name: question.field,
    ...legend(question),
    ...hint(question),
    ...error(visit, question.field),
    ...(question.isInline === true ? { classes: 'govuk-radios--inline' } : {}),
    items: question.options.map((option) => ({
      value: option.value,
      text: option.text,
      checked: option.value === chosen,
      ...(option.hint === undefined ? {} : { hint: { text: option.hint } }),
      ...(option.conditional === undefined ? {} : { conditional: { html: option.conditional } }),
    })),
  });
}

function itemsOf(option: Option, chosen: readonly string[]): CheckboxesOptions['items'] {
  const item = {
    value: option.value,
    text: option.text,
    checked: chosen.includes(option.value),
    ...(option.hint === undefined ? {} : { hint: { text: option.hint } }),
    ...(option.conditional === undefined ? {} : { conditional: { html: option.conditional } }),
  };
  return option.isInsteadOfAll === true ? [{ divider: 'or' }, { ...item, behaviour: 'exclusive' }] : [item];
}

/** A question with any number of answers. */
export function choicesQuestion(
  visit: Visit,
  question: Omit<Question, 'saved'> & {
    readonly options: readonly Option[];
    readonly savedAll?: readonly string[];
  },
): Html {
  const chosen = visit.formState.isTyped
    ? (visit.formState.values.get(question.field) ?? [])
    : (question.savedAll ?? []);
  return checkboxes({
    idPrefix: question.field,
    name: question.field,
    ...legend(question),
    ...hint(question),
    ...error(visit, question.field),
    items: question.options.flatMap((option) => itemsOf(option, chosen)),
  });
}

/** A date in three boxes. The sentence about it leads to its first box. */
export function dateQuestion(
  visit: Visit,
  question: Omit<Question, 'saved'> & {
    readonly savedDate?: Temporal.PlainDate | null;
    readonly isBirthday?: boolean;
    readonly example?: Temporal.PlainDate;
  },
): Html {
  const wrongClass = refusalOf(visit.formState, question.field) === undefined ? '' : ' govuk-input--error';
  const part = (name: 'day' | 'month' | 'year') =>
    visit.formState.isTyped
      ? firstValue(visit.formState.values, `${question.field}-${name}`)
      : String(question.savedDate?.[name] ?? '');
  const item = (name: 'day' | 'month' | 'year', width: 2 | 4) => ({
    name,
    label: name.charAt(0).toUpperCase() + name.slice(1),
    value: part(name),
    // The error summary leads to the question; the first box takes that place.
    id: name === 'day' ? question.field : `${question.field}-${name}`,
    classes: `govuk-input--width-${width}${wrongClass}`,
    ...(question.isBirthday === true ? { autocomplete: `bday-${name}` } : {}),
  });
  const words =
    question.hint ??
    (question.example === undefined ? undefined : `For example, ${formatDate(question.example)}`);
  return dateInput({
    id: `${question.field}-group`,
    namePrefix: question.field,
    ...legend(question),
    ...(words === undefined ? {} : { hint: { text: words } }),
    ...error(visit, question.field),
    items: [item('day', 2), item('month', 2), item('year', 4)],
  });
}
