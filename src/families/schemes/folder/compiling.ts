import type { Calendar, Condition } from '../domain/expressions.ts';
import type { FactDeclaration } from '../domain/facts.ts';
import { decisionDate } from '../domain/facts.ts';
import { nearest } from '../domain/nearest.ts';
import type { RawCondition, RawScalar } from './shapes.ts';
import type { ProblemKind, SchemeProblem, YamlFile, YamlPath } from './yaml-file.ts';

export type Declared = Pick<FactDeclaration, 'name' | 'type' | 'answers' | 'fields'>;

/** A window in which applications can come in. */
export type OpenWindow = { readonly from: string; readonly until: string };

/** What turning a file into rules needs to know, and where it leaves what is wrong. */
export type Compiling = {
  readonly file: YamlFile;
  readonly problems: SchemeProblem[];
  readonly facts: ReadonlyMap<string, Declared>;
  readonly figures: ReadonlyMap<string, RawScalar>;
  /** The working days by which the scheme counts; null where no calendar was found. */
  readonly calendar: Calendar | null;
  /** The rounds of the version. */
  readonly rounds: readonly OpenWindow[];
  /** Turns a condition inside a calculation into one that can be evaluated. */
  readonly condition: (place: Place, raw: RawCondition) => Condition | null;
};

/** A place in a file that is being turned into rules. */
export type Place = { readonly compiling: Compiling; readonly at: YamlPath };

export function inside(place: Place, ...steps: YamlPath): Place {
  return { compiling: place.compiling, at: [...place.at, ...steps] };
}

/** Notes a problem at a place; gives null, so that a compiling function can end with it. */
export function report(place: Place, kind: ProblemKind, message: string): null {
  const { file, problems } = place.compiling;
  problems.push({ kind, file: file.path, line: file.lineOf(place.at), message });
  return null;
}

const theDecisionDate: Declared = { name: decisionDate, type: 'date', answers: [], fields: [] };

/** The fact of that name; reports it when the scheme declares none, with the nearest name that it has. */
export function declaredFact(place: Place, name: string): Declared | null {
  if (name === decisionDate) return theDecisionDate;
  const { facts } = place.compiling;
  const found = facts.get(name);
  if (found) return found;
  return report(
    place,
    'unknown-fact',
    `The scheme declares no fact "${name}". ${nearest(name, facts.keys())}`,
  );
}
