import { formatDate } from '#kernel/local-date.ts';
import type { Authority } from '#platform/authorities/index.ts';
import { codeWords } from '../codes.ts';
import type { Fact, FactAnswer, FactDefinition } from '../domain/fact.ts';
import { isSymbol, symbols } from '../domain/symbols.ts';

/** For whom words are written: families read plainer ones. */
export type Reader = 'family' | 'practitioner';

/** An answer in words. */
export function answerWords(
  authority: Authority,
  definition: FactDefinition,
  answer: FactAnswer,
  reader: Reader,
): string {
  if (answer === null || answer.length === 0) return '';
  const values = typeof answer === 'string' ? [answer] : answer;
  return values.map((value) => valueWords(authority, definition, value, reader)).join(', ');
}

function valueWords(authority: Authority, definition: FactDefinition, value: string, reader: Reader): string {
  if (definition.codes !== undefined) {
    const label = codeWords(authority, definition.codes, value);
    return reader === 'family' || label === value ? label : `${label} (${value})`;
  }
  if (definition.kind === 'symbols') return isSymbol(value) ? symbols[value] : value;
  if (definition.kind === 'date') return formatDate(Temporal.PlainDate.from(value));
  const option = definition.options?.find((one) => one.value === value);
  if (option === undefined) return value;
  return reader === 'family' ? (option.plain ?? option.label) : option.label;
}

/** Who said a fact, and when. */
export function saidWords(fact: Fact): string {
  return `${fact.saidBy}, ${formatDate(fact.saidOn)}`;
}
