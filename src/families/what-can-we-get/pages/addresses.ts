import type { GivenAnswer } from '../actions/read-answers.ts';

const path = '/what-can-we-get';

function queryOf(given: readonly GivenAnswer[]): URLSearchParams {
  const query = new URLSearchParams();
  for (const { question, typed } of given) query.set(question.fact, typed);
  return query;
}

/** Where one answer can be changed; the others stay. */
export function changeAddress(given: readonly GivenAnswer[], fact: string): string {
  const query = queryOf(given.filter(({ question }) => question.fact !== fact));
  query.set('change', fact);
  return `${path}?${query}`;
}

/** The question before, with the answers that came before it; the start where there was none. */
export function addressBefore(given: readonly GivenAnswer[]): string {
  const last = given[given.length - 1];
  return last === undefined ? path : changeAddress(given, last.question.fact);
}

/** Where to apply, with the answers for a form that wants them. */
export function applyAddress(given: readonly GivenAnswer[]): string {
  return given.length === 0 ? '/apply' : `/apply?${queryOf(given)}`;
}

/** What is open to all, for a child of this age where it is known. */
export function universalAddress(age: unknown): string {
  return typeof age === 'number' ? `/find?tier=universal&age=${age}` : '/find?tier=universal';
}
