import { calculate, factsInCalculation, type Known } from './calculate.ts';
import { evaluate, factsInCondition, unknownIn } from './evaluate.ts';
import type { FactValue } from './fact-value.ts';
import { type Derivation, decisionDate, type FactDeclarations, type Facts } from './facts.ts';

/**
 * What is known: what was given and, where the scheme declares how, what follows from it. What was given
 * stands before what could be worked out. Facts that the scheme does not declare are not seen at all.
 */
export function knownFacts(declarations: FactDeclarations, facts: Facts): Known {
  const workedOut = new Map<string, FactValue | null>();
  const known: Known = {
    valueOf(fact) {
      const declaration = declarations.get(fact);
      if (!declaration && fact !== decisionDate) return null;
      const given = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
      if (given !== undefined && given !== null) return given;
      if (!declaration?.derivation) return null;
      const before = workedOut.get(fact);
      if (before !== undefined) return before;
      const value = derive(declaration.derivation, known);
      workedOut.set(fact, value);
      return value;
    },
  };
  return known;
}

function derive(derivation: Derivation, known: Known): FactValue | null {
  return derivation.kind === 'condition'
    ? evaluate(derivation.condition, known)
    : calculate(derivation.calculation, known);
}

/** Calls `visit` with every fact that the derivation names. */
export function factsInDerivation(derivation: Derivation, visit: (fact: string) => void): void {
  if (derivation.kind === 'condition') factsInCondition(derivation.condition, visit);
  else factsInCalculation(derivation.calculation, visit);
}

/**
 * The facts that a person can be asked in order to know `fact`: the fact itself where it has a question, or
 * else the unknown facts that it is worked out from.
 */
export function askableFor(
  fact: string,
  seen: { declarations: FactDeclarations; known: Known },
): readonly string[] {
  const { declarations, known } = seen;
  const declaration = declarations.get(fact);
  if (!declaration || known.valueOf(fact) !== null) return [];
  if (declaration.question !== null) return [fact];
  const { derivation } = declaration;
  if (!derivation) return [];
  const parts = new Set(derivation.kind === 'condition' ? unknownIn(derivation.condition, known) : []);
  if (derivation.kind === 'calculation')
    factsInCalculation(derivation.calculation, (part) => parts.add(part));
  return [...new Set([...parts].flatMap((part) => askableFor(part, seen)))];
}
