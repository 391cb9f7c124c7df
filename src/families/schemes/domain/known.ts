import { calculate } from './calculate.ts';
import { evaluate } from './evaluate.ts';
import { type Derivation, isField } from './expressions.ts';
import type { FactValue } from './fact-value.ts';
import { decisionDate, type FactDeclarations, type Facts } from './facts.ts';
import { factsInCalculation, unknownIn } from './facts-in.ts';
import type { Known } from './knowledge.ts';

/**
 * What is known: what was given and, where the scheme declares how, what follows from it. What was given
 * stands before what could be worked out. Facts that the scheme does not declare are not seen at all.
 */
export function knownFacts(declarations: FactDeclarations, facts: Facts): Known {
  const workedOut = new Map<string, FactValue | null>();
  const known = knowing((fact) => {
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
  });
  return known;
}

/** Knows values by a function, and from them what is met and what is known inside the entries of lists. */
export function knowing(look: (fact: string) => FactValue | null): Known {
  const known: Known = {
    valueOf: look,
    isMet: (condition) => evaluate(condition, known),
    insideEntry({ given, workedOut }) {
      const inside: Known = knowing((name) => {
        if (!isField(name)) return look(name);
        const value = given.get(name);
        if (value !== undefined) return value;
        const derivation = workedOut.get(name);
        return derivation ? derive(derivation, inside) : null;
      });
      return inside;
    },
  };
  return known;
}

function derive(derivation: Derivation, known: Known): FactValue | null {
  return derivation.kind === 'condition'
    ? evaluate(derivation.condition, known)
    : calculate(derivation.calculation, known);
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
