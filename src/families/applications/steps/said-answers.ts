import type { Question } from '#families/schemes/index.ts';
import { formatDate, parseDateParts } from '#kernel/local-date.ts';
import { formatPounds, parsePounds, pence } from '#kernel/money.ts';
import { type Result, refusal, success } from '#kernel/refusal.ts';
import { type FormBody, firstValue, words } from '#platform/web/form.ts';
import type { FactValue, Said } from '../domain/answers.ts';

/** A question of the scheme as far as an answer to it needs it. */
export type Asked = Pick<Question, 'fact' | 'type' | 'question' | 'answers'>;

/** Kinds of fact that no form of ours asks for. */
export function isAskable({ type }: Pick<Question, 'type'>): boolean {
  return type !== 'list';
}

/** The field of a scheme's question, and its answer when somebody does not know. */
export const field = 'answer';
export const notSure = 'not-sure';

const chooseOne = 'Choose one of the answers. If you do not know, choose “I am not sure”';

/** Whether the question is answered by choosing one of a few. */
export function isChoice({ type, answers }: Asked): boolean {
  return type === 'yes or no' || type === 'choice' || (type === 'whole number' && answers.length > 0);
}

/** Reads the answer to a scheme's question out of a form. Refuses what is no answer, with what to do. */
export function readSaid(asked: Asked, form: FormBody): Result<Said> {
  if (firstValue(form, field) === notSure || firstValue(form, 'notSure') === 'yes')
    return success({ value: null, question: asked.question, words: 'Not sure' });
  const value = readAnswer(asked, form);
  if (!value.ok) return value;
  return success({ value: value.value, question: asked.question, words: answerWords(asked, value.value) });
}

function readAnswer(asked: Asked, form: FormBody): Result<FactValue> {
  const typed = firstValue(form, field).trim();
  if (isChoice(asked)) return readChosen(asked, typed);
  switch (asked.type) {
    case 'choices': {
      const chosen = asked.answers.flatMap(({ value }) =>
        form.get(field)?.includes(String(value)) === true ? [String(value)] : [],
      );
      const missing = 'Choose all that fit. If you do not know, tick “I am not sure”';
      return chosen.length > 0 ? success(chosen) : refusal('missing', missing, field);
    }
    case 'date':
      return readDay(form, field);
    case 'period': {
      const [first, last] = [readDay(form, field), readDay(form, 'last')];
      if (!first.ok) return first;
      if (!last.ok) return last;
      return first.value <= last.value
        ? success([first.value, last.value])
        : refusal('order', 'The last day must be after the first', 'last');
    }
    case 'date and time': {
      const day = readDay(form, field);
      const time = firstValue(form, 'time').trim();
      if (!day.ok) return day;
      return /^([01]?\d|2[0-3]):[0-5]\d$/.test(time)
        ? success(`${day.value}T${time.padStart(5, '0')}`)
        : refusal('not-a-time', 'Enter the time, like 14:30', 'time');
    }
    case 'money': {
      const amount = parsePounds(typed);
      return amount.ok
        ? success(amount.value)
        : refusal('not-money', 'Enter an amount in pounds, like 250', field);
    }
    case 'hours':
      return /^\d{1,4}(\.(25|5|50|75|0|00))?$/.test(typed)
        ? success(minutesOf(typed))
        : refusal('not-hours', 'Enter hours as a number, like 10 or 2.5', field);
    case 'whole number':
      return /^\d{1,6}$/.test(typed)
        ? success(Number(typed))
        : refusal('not-a-number', 'Enter a whole number, like 7', field);
    default:
      return readWords(form);
  }
}

const inWords = words({ name: 'Your answer', missing: 'empty', max: 1_000 });

/** Words as every form reads them: without the signs that nobody sees and that no database keeps. */
function readWords(form: FormBody): Result<string> {
  const read = inWords.safeParse([firstValue(form, field)]);
  return read.success
    ? success(read.data)
    : refusal('missing', 'Write an answer of up to 1,000 characters', field);
}

/** Whole minutes out of hours and quarters: no fraction is ever calculated with. */
function minutesOf(typed: string): number {
  const [hours = '0', part = '0'] = typed.split('.');
  const quarters: Readonly<Record<string, number>> = { 25: 15, 5: 30, 50: 30, 75: 45 };
  return Number(hours) * 60 + (quarters[part] ?? 0);
}

function readChosen({ type, answers }: Asked, typed: string): Result<FactValue> {
  if (type === 'yes or no' && (typed === 'yes' || typed === 'no')) return success(typed === 'yes');
  const chosen = answers.find(({ value }) => String(value) === typed);
  return chosen === undefined ? refusal('missing', chooseOne, field) : success(chosen.value);
}

function readDay(form: FormBody, name: string): Result<string> {
  const part = (box: string) => firstValue(form, `${name}-${box}`);
  const day = parseDateParts({ day: part('day'), month: part('month'), year: part('year') }, 'The date');
  return day.ok ? success(day.value.toString()) : refusal(day.code, day.message, name);
}

/** An answer in words, as a page shows it again. */
export function answerWords({ type, answers }: Asked, value: FactValue): string {
  const labelOf = (one: unknown) =>
    answers.find((answer) => String(answer.value) === String(one))?.label ?? String(one);
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (type === 'money' && typeof value === 'number') return formatPounds(pence(value));
  if (type === 'hours' && typeof value === 'number') return hoursWords(value);
  if (type === 'date') return day(String(value));
  if (type === 'date and time') return `${day(String(value))} at ${String(value).slice(11, 16)}`;
  if (typeof value !== 'object') return labelOf(value);
  return type === 'period' ? value.map(day).join(' to ') : value.map(labelOf).join(', ');
}

function hoursWords(minutes: number): string {
  const rest = minutes % 60;
  return `${Math.trunc(minutes / 60)} hours${rest === 0 ? '' : ` ${rest} minutes`}`;
}

function day(text: string): string {
  return formatDate(Temporal.PlainDate.from(text.slice(0, 10)));
}
