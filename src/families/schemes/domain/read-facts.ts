import { type Result, refusal, success } from '#kernel/refusal.ts';
import type { FactValue } from './fact-value.ts';
import { type DatedFacts, decisionDate, type FactDeclaration, type FactDeclarations } from './facts.ts';
import { knownFacts } from './known.ts';
import { nearest } from './nearest.ts';
import { readValue } from './read-value.ts';

const dateOfDecision: FactDeclaration = {
  name: decisionDate,
  type: 'date',
  from: 'officer',
  question: null,
  hint: null,
  answers: [],
  derivation: null,
  fields: [],
};

/**
 * Reads facts as machines write them: a flat object (or nested, where the inner names are joined by dots),
 * money in pounds, null for what is not known. Refuses names that the scheme does not declare
 * (`unknown-fact`), values of a wrong type (`wrong-value`), and a fact that disagrees with what follows from
 * the others (`facts-disagree`).
 */
export function readFacts(
  declarations: FactDeclarations,
  { data, on }: { data: unknown; on: Temporal.PlainDate },
): Result<DatedFacts> {
  if (!isObject(data)) {
    return refusal('wrong-value', 'Give the facts as one JSON object, like {"child.age": 9}.');
  }
  const facts: { [name: string]: FactValue } = {};
  for (const [name, raw] of flatten(data)) {
    const declaration = name === decisionDate ? dateOfDecision : declarations.get(name);
    if (!declaration) {
      const message = `This scheme knows no fact "${name}". ${nearest(name, declarations.keys())}`;
      return refusal('unknown-fact', message, name);
    }
    const value = readValue(declaration, raw);
    if (!value.ok) return value;
    facts[name] = value.value;
  }
  const dated = { [decisionDate]: on.toString(), ...facts };
  return disagreement(declarations, dated) ?? success(dated);
}

function isObject(data: unknown): data is { readonly [name: string]: unknown } {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

/** So deep may facts be nested; no name has so many parts, so that what lies deeper is no fact. */
const deepest = 10;

function flatten(
  data: { readonly [name: string]: unknown },
  before: readonly string[] = [],
): [string, unknown][] {
  return Object.entries(data).flatMap(([name, value]): [string, unknown][] => {
    if (value === null || value === undefined) return [];
    const path = [...before, name];
    return isObject(value) && path.length < deepest ? flatten(value, path) : [[path.join('.'), value]];
  });
}

function disagreement(declarations: FactDeclarations, facts: DatedFacts): ReturnType<typeof refusal> | null {
  for (const [name, given] of Object.entries(facts)) {
    if (!declarations.get(name)?.derivation) continue;
    const worked = knownFacts(declarations, { ...facts, [name]: null }).valueOf(name);
    if (worked !== null && JSON.stringify(worked) !== JSON.stringify(given)) {
      const message = `${name} is given as ${given}, but the other facts make it ${worked}. Leave one of them out.`;
      return refusal('facts-disagree', message, name);
    }
  }
  return null;
}
