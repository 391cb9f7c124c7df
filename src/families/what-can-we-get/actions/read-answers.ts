import type { DatedFacts, FactValue, SchemeVersion } from '#families/schemes/index.ts';
import { factsOn, readValue } from '#families/schemes/index.ts';
import { type DateParts, formatDate, parseDateParts } from '#kernel/local-date.ts';
import { formatPounds, parsePounds } from '#kernel/money.ts';
import { type Result, refusal, success } from '#kernel/refusal.ts';
import { type AskedQuestion, isAge, NOT_SURE, OLDEST, questionAbout } from './questions.ts';

/** One answer as it stands in the address, and in words. */
export type GivenAnswer = {
  readonly question: AskedQuestion;
  readonly typed: string;
  readonly words: string;
};

/** What an address says: what is known, what people were not sure of, and what was wrong with the last answer. */
export type ReadAnswers = {
  readonly given: readonly GivenAnswer[];
  readonly facts: DatedFacts;
  readonly skipped: readonly string[];
  /** The question that was just answered in a way that cannot be taken. */
  readonly problem: { readonly question: AskedQuestion; readonly message: string } | null;
};

/** The three boxes of a date. */
export function datePartsOf(query: URLSearchParams, fact: string): DateParts {
  const part = (name: string) => (query.get(`${fact}-${name}`) ?? '').slice(0, 20);
  return { day: part('day'), month: part('month'), year: part('year') };
}

function typedAnswer(query: URLSearchParams, { fact, type }: AskedQuestion): string {
  const typed = (query.get(fact) ?? '')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 100);
  if (type !== 'date' || typed !== '') return typed;
  const date = parseDateParts(datePartsOf(query, fact), 'The date');
  return date.ok ? date.value.toString() : '';
}

const chooseOne = 'Choose one of the answers. If you do not know, choose “I am not sure”';

function readAnswer(question: AskedQuestion, typed: string): Result<FactValue> {
  const declared = { name: question.fact, type: question.type, answers: question.answers };
  switch (question.type) {
    case 'yes or no':
      return typed === 'yes' || typed === 'no' ? success(typed === 'yes') : refusal('missing', chooseOne);
    case 'whole number': {
      const number = /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN;
      if (question.answers.length > 0) return withWords(readValue(declared, number), chooseOne);
      if (!isAge(question)) return withWords(readValue(declared, number), 'Enter a whole number, like 7');
      if (number <= OLDEST) return success(number);
      return refusal('missing', `Enter an age in whole years from 0 to ${OLDEST}, like 7`);
    }
    case 'date':
      return withWords(readValue(declared, typed), 'Enter a real date, like 27 3 2017');
    case 'money':
      return withWords(parsePounds(typed), 'Enter an amount in pounds, like 250');
    default:
      return withWords(readValue(declared, typed), chooseOne);
  }
}

function withWords<T>(result: Result<T>, message: string): Result<T> {
  return result.ok ? result : refusal(result.code, message);
}

function inWords(question: AskedQuestion, value: FactValue): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  const label = question.answers.find((answer) => String(answer.value) === String(value))?.label;
  if (label !== undefined) return label;
  if (question.type === 'money' && typeof value === 'number') {
    const pounds = parsePounds(String(value / 100));
    return pounds.ok ? formatPounds(pounds.value) : String(value);
  }
  return question.type === 'date' ? formatDate(Temporal.PlainDate.from(String(value))) : String(value);
}

/** The facts that an address names, in its order, each once; `asks` is the question that was just answered. */
function namedIn(query: URLSearchParams): readonly string[] {
  const names = [...query.keys()].map((name) => name.replace(/-(day|month|year)$/, ''));
  const asks = query.get('asks');
  return [...new Set(asks === null ? names : [...names, asks])];
}

/**
 * Reads the answers out of an address. What the scheme does not ask is passed over, and so is an answer that
 * cannot be taken, unless it is the one that was just given: then it says what was wrong.
 */
export function readAnswers(
  version: SchemeVersion,
  asked: { readonly query: URLSearchParams; readonly on: Temporal.PlainDate },
): ReadAnswers {
  const given: GivenAnswer[] = [];
  const facts: { [fact: string]: FactValue } = {};
  const skipped: string[] = [];
  let problem: ReadAnswers['problem'] = null;
  for (const fact of namedIn(asked.query)) {
    const question = questionAbout(version, fact);
    if (question === null) continue;
    const typed = typedAnswer(asked.query, question);
    if (typed === NOT_SURE) {
      skipped.push(fact);
      given.push({ question, typed, words: 'I am not sure' });
      continue;
    }
    const value = readAnswer(question, typed);
    if (value.ok) {
      facts[fact] = value.value;
      given.push({ question, typed, words: inWords(question, value.value) });
    } else if (asked.query.get('asks') === fact) {
      problem = { question, message: value.message };
    }
  }
  return { given, facts: factsOn(facts, asked.on), skipped, problem };
}
