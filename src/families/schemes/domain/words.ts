import { formatDate } from '#kernel/local-date.ts';
import { formatPounds, pence } from '#kernel/money.ts';
import type { Known } from './calculate.ts';
import { decisionDate, type FactDeclaration, type FactDeclarations, type FactValue } from './facts.ts';

const places = /\{([a-z0-9_.]+)\}/g;

/** The facts that stand in braces in a sentence. */
export function factsInWords(sentence: string): readonly string[] {
  return [...sentence.matchAll(places)].map((match) => match[1] ?? '');
}

/** Fills the facts in braces in: money as "£750", dates as "5 November 2026", choices by their labels. */
export function fillIn(sentence: string, declarations: FactDeclarations, known: Known): string {
  if (!sentence.includes('{')) return sentence;
  return sentence.replace(places, (_, fact: string) => {
    const value = known.valueOf(fact);
    return value === null ? 'not known' : formatFact(declarations.get(fact), fact, value);
  });
}

function formatFact(declaration: FactDeclaration | undefined, fact: string, value: FactValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') {
    return declaration?.type === 'money' ? formatPounds(pence(value)) : value.toLocaleString('en-GB');
  }
  if (typeof value !== 'string') {
    const parts = value.map((part) => formatFact(declaration, fact, part));
    return parts.join(declaration?.type === 'period' ? ' to ' : ', ');
  }
  if (fact === decisionDate || declaration?.type === 'date' || declaration?.type === 'period') {
    return formatDate(Temporal.PlainDate.from(value));
  }
  if (declaration?.type === 'date and time') {
    return `${formatDate(Temporal.PlainDate.from(value.slice(0, 10)))} at ${value.slice(11)}`;
  }
  return declaration?.answers.find((answer) => answer.value === value)?.label ?? value;
}
