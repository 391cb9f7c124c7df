import { formatDate } from '#kernel/local-date.ts';
import { formatPounds, pence } from '#kernel/money.ts';
import { formatDecimal, formatDuration, formatNumber } from './duration.ts';
import { entriesOf, type FactValue, wordsOf } from './fact-value.ts';
import { decisionDate, type FactDeclaration, type FactDeclarations } from './facts.ts';
import type { Known } from './knowledge.ts';

/** What stands in braces in a sentence: the name of a fact or of a figure. */
export const placesInWords = /\{([a-z0-9_. -]+)(?:: ?([^{}|]+)\|([^{}|]+))?\}/g;

/** The word for one or the word for many: "{weeks: week | weeks}". A number that is not known is many. */
export function oneOrMany(value: unknown, [one, many]: readonly [string, string]): string {
  return (value === 1 ? one : many).trim();
}

/** The facts that stand in braces in a sentence. */
export function factsInWords(sentence: string): readonly string[] {
  return [...sentence.matchAll(placesInWords)].map((match) => match[1] ?? '');
}

/** Fills the facts in braces in: money as "£750", dates as "5 November 2026", choices by their labels. */
export function fillIn(
  sentence: string,
  { declarations, known }: { declarations: FactDeclarations; known: Known },
): string {
  if (!sentence.includes('{')) return sentence;
  return sentence.replace(placesInWords, (_, fact: string, one?: string, many?: string) => {
    const value = known.valueOf(fact);
    if (one !== undefined && many !== undefined) return oneOrMany(value, [one, many]);
    return value === null ? 'not known' : formatFact(value, typeOf(declarations.get(fact), fact));
  });
}

type Shown = Pick<FactDeclaration, 'type' | 'answers'>;

function typeOf(declaration: FactDeclaration | undefined, fact: string): Shown {
  return declaration ?? { type: fact === decisionDate ? 'date' : 'text', answers: [] };
}

function formatFact(value: FactValue, shown: Shown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') {
    if (shown.type === 'hours') return formatDuration(value);
    if (shown.type === 'decimal') return formatDecimal(value);
    return shown.type === 'money' ? formatPounds(pence(value)) : formatNumber(value);
  }
  if (typeof value !== 'string') {
    if (shown.type === 'list') return String(entriesOf(value).length);
    const parts = wordsOf(value).map((part) => formatFact(part, shown));
    return parts.join(shown.type === 'period' ? ' to ' : ', ');
  }
  if (shown.type === 'date' || shown.type === 'period') return formatDate(Temporal.PlainDate.from(value));
  if (shown.type === 'date and time') {
    return `${formatDate(Temporal.PlainDate.from(value.slice(0, 10)))} at ${value.slice(11)}`;
  }
  return shown.answers.find((answer) => answer.value === value)?.label ?? value;
}
