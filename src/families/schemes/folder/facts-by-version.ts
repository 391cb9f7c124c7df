import type { Calendar } from '../domain/expressions.ts';
import type { FactDeclaration, FactDeclarations } from '../domain/facts.ts';
import { compileFacts } from './compile-facts.ts';
import type { RawFact, RawScheme, RawVersion } from './format.ts';
import type { SchemeProblem, YamlFile } from './yaml-file.ts';

/** The facts as one version sees them. */
export type FactsOf = (version: RawVersion) => FactDeclarations;

type Written = {
  readonly raw: RawScheme;
  readonly file: YamlFile;
  readonly problems: SchemeProblem[];
  readonly calendar: Calendar | null;
};

/**
 * The facts of a scheme, and as each version sees them: a fact can be worked out from figures, which each version
 * dates. Apart from any version such a fact follows from nothing.
 */
export function factsByVersion(
  { raw, file, problems, calendar }: Written,
  versions: readonly RawVersion[],
): { facts: FactDeclarations; factsOf: FactsOf } {
  const names = new Set(versions.flatMap(({ figures }) => Object.keys(figures ?? {})));
  const compiled = (figures: RawVersion['figures'], found: SchemeProblem[]) => {
    return compileFacts(raw, {
      file,
      problems: found,
      calendar,
      figures: new Map(Object.entries(figures ?? {})),
    });
  };
  const isDated = (fact: RawFact) => names.size > 0 && isNamedIn(workingsOf(fact), names);
  const dated = new Set(Object.keys(raw.facts).filter((name) => isDated(raw.facts[name] as RawFact)));
  if (dated.size === 0) {
    const facts = compiled({}, problems);
    return { facts, factsOf: () => facts };
  }
  const facts = new Map(
    [...compiled(versions.at(-1)?.figures, [])].map(([name, fact]) => [
      name,
      dated.has(name) ? withoutWorkings(fact) : fact,
    ]),
  );
  const said = new Set<string>();
  const factsOf = (version: RawVersion) => {
    const found: SchemeProblem[] = [];
    const own = compiled(version.figures, found);
    for (const problem of found) {
      if (said.has(`${problem.line} ${problem.message}`)) continue;
      said.add(`${problem.line} ${problem.message}`);
      const isDatedProblem = problem.kind === 'unknown-name' || problem.kind === 'wrong-value';
      const message = isDatedProblem ? `In version ${version.version}: ${problem.message}` : problem.message;
      problems.push({ ...problem, message });
    }
    return own;
  };
  return { facts, factsOf };
}

function withoutWorkings(fact: FactDeclaration): FactDeclaration {
  return { ...fact, derivation: null, fields: fact.fields.map((field) => ({ ...field, derivation: null })) };
}

function workingsOf(fact: RawFact): readonly unknown[] {
  return [fact['worked out'], ...Object.values(fact.each ?? {}).map((field) => field['worked out'])];
}

/** Whether one of the names stands anywhere in what a fact is worked out from. */
function isNamedIn(part: unknown, names: ReadonlySet<string>): boolean {
  if (typeof part === 'string') return names.has(part);
  if (typeof part !== 'object' || part === null) return false;
  return Object.values(part).some((inner) => isNamedIn(inner, names));
}
