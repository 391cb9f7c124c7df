import { evaluate } from './evaluate.ts';
import {
  type Calculation,
  type Condition,
  type Derivation,
  type Items,
  isField,
  type Run,
} from './expressions.ts';
import { entriesOf } from './fact-value.ts';
import type { Known } from './knowledge.ts';

type Visit = (fact: string) => void;

/** Calls `visit` with every fact that the condition names; fields of entries count as their list. */
export function factsInCondition(condition: Condition, visit: Visit): void {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'count':
      for (const part of condition.of) factsInCondition(part, visit);
      return;
    case 'not':
      factsInCondition(condition.of, visit);
      return;
    case 'compare':
      if (!isField(condition.fact)) visit(condition.fact);
      for (const other of condition.with) factsInCalculation(other, visit);
      return;
    case 'some':
      factsInItems(condition.items, visit);
      return;
    case 'every':
      factsInItems(condition.items, visit);
      factsInCondition(condition.is, visit);
      return;
    case 'number':
      factsInItems(condition.items, visit);
      if (condition.different) factsInCalculation(condition.different, visit);
      factsInCalculation(condition.with, visit);
      return;
    case 'run':
      factsInRun(condition.run, visit);
      factsInCalculation(condition.with, visit);
  }
}

function factsInItems({ list, where, workedOut }: Items, visit: Visit): void {
  visit(list);
  if (where) factsInCondition(where, visit);
  for (const derivation of workedOut.values()) factsInDerivation(derivation, visit);
}

function factsInRun({ items, dated, each }: Run, visit: Visit): void {
  factsInItems(items, visit);
  factsInCalculation(dated, visit);
  factsInCondition(each, visit);
}

/** Calls `visit` with every fact that the derivation names. */
export function factsInDerivation(derivation: Derivation, visit: Visit): void {
  if (derivation.kind === 'condition') factsInCondition(derivation.condition, visit);
  else factsInCalculation(derivation.calculation, visit);
}

/** Calls `visit` with every fact that the calculation names; fields of entries count as their list. */
export function factsInCalculation(calculation: Calculation, visit: Visit): void {
  switch (calculation.kind) {
    case 'value':
      return;
    case 'fact':
      if (!isField(calculation.fact)) visit(calculation.fact);
      return;
    case 'longest-run':
      factsInRun(calculation.run, visit);
      return;
    case 'choose':
      for (const { when, give } of calculation.options) {
        factsInCondition(when, visit);
        factsInCalculation(give, visit);
      }
      if (calculation.otherwise) factsInCalculation(calculation.otherwise, visit);
      return;
    default:
      for (const part of Object.values(calculation)) factsInPart(part, visit);
  }
}

/** Whatever a calculation is made of: other calculations, lists of them, entries, spans of entries. */
function factsInPart(part: unknown, visit: Visit): void {
  if (Array.isArray(part)) for (const one of part) factsInPart(one, visit);
  else if (isItems(part)) factsInItems(part, visit);
  else if (isSpans(part)) for (const one of Object.values(part)) factsInPart(one, visit);
  else if (isCalculation(part)) factsInCalculation(part, visit);
}

function isObject(part: unknown): part is object {
  return typeof part === 'object' && part !== null;
}

function isItems(part: unknown): part is Items {
  return isObject(part) && 'list' in part && 'workedOut' in part;
}

function isSpans(part: unknown): part is object {
  return isObject(part) && 'starting' in part && 'leaving' in part;
}

function isCalculation(part: unknown): part is Calculation {
  return isObject(part) && 'kind' in part;
}

/** The facts that keep the condition from being known: none when it is known. */
export function unknownIn(condition: Condition, known: Known): readonly string[] {
  if (evaluate(condition, known) !== null) return [];
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'count':
      return [...new Set(condition.of.flatMap((part) => unknownIn(part, known)))];
    case 'not':
      return unknownIn(condition.of, known);
    default: {
      const unknown = new Set<string>();
      factsInCondition(condition, (fact) => {
        if (known.valueOf(fact) === null) unknown.add(fact);
      });
      return unknown.size > 0 ? [...unknown] : listsIn(condition, known);
    }
  }
}

/** The lists that the condition looks at: where all facts are known, an entry of one of them lacks something. */
function listsIn(condition: Condition, known: Known): readonly string[] {
  const lists = new Set<string>();
  factsInCondition(condition, (fact) => {
    const value = known.valueOf(fact);
    if (value !== null && entriesOf(value).length > 0) lists.add(fact);
  });
  return [...lists];
}
