import { calculate } from './calculate.ts';
import { evaluate } from './evaluate.ts';
import { type Derivation, isField } from './expressions.ts';
import type { FactValue } from './fact-value.ts';
import {
  decisionDate,
  type FactDeclaration,
  type FactDeclarations,
  type Facts,
  type FactType,
} from './facts.ts';
import { factsInCalculation, unknownIn } from './facts-in.ts';
import type { Known } from './knowledge.ts';
import { type Range, rangeOf } from './ranges.ts';

/**
 * What is known: what was given and, where the scheme declares how, what follows from it. What was given
 * stands before what could be worked out. Facts that the scheme does not declare are not seen at all.
 */
export function knownFacts(declarations: FactDeclarations, facts: Facts): Known {
  const workedOut = new Map<string, FactValue | null>();
  const look = (fact: string): FactValue | null => {
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
  };
  const known = knowing(look, (name) => declarationOf(declarations, name));
  return known;
}

/** What is declared of a fact, or of a field of a list. */
type DeclaredAs = (name: string) => Pick<FactDeclaration, 'type' | 'derivation'> | undefined;

function declarationOf(declarations: FactDeclarations, name: string): ReturnType<DeclaredAs> {
  const [list = '', field] = name.split('[].');
  if (field === undefined) return declarations.get(name);
  return declarations.get(list)?.fields.find((one) => one.name === field);
}

/**
 * Knows values by a function, and from them what is met and what is known inside the entries of lists. What is
 * declared of a fact says between what a number lies that is not known yet.
 */
export function knowing(
  look: (fact: string) => FactValue | null,
  declaredAs: DeclaredAs = () => undefined,
): Known {
  const known: Known = {
    valueOf: look,
    isMet: (condition) => evaluate(condition, known),
    rangeOf: (fact) => rangeOfFact(fact, { known, declaredAs }),
    insideEntry({ given, workedOut }) {
      const inside: Known = knowing((name) => {
        if (!isField(name)) return look(name);
        const value = given.get(name);
        if (value !== undefined) return value;
        const derivation = workedOut.get(name);
        return derivation ? derive(derivation, inside) : null;
      }, declaredAs);
      return inside;
    },
  };
  return known;
}

/** No such number is below nought; money can be, where more was spent than there was. */
const neverBelowNought: ReadonlySet<FactType> = new Set(['whole number', 'hours', 'decimal']);

function rangeOfFact(
  fact: string,
  { known, declaredAs }: { known: Known; declaredAs: DeclaredAs },
): Range | null {
  const value = known.valueOf(fact);
  if (value !== null) return typeof value === 'number' ? { least: value, most: value } : null;
  const declared = declaredAs(fact);
  if (declared?.derivation?.kind === 'calculation') return rangeOf(declared.derivation.calculation, known);
  const isCount = declared !== undefined && neverBelowNought.has(declared.type);
  return isCount ? { least: 0, most: Number.POSITIVE_INFINITY } : null;
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
