import type { Calendar, Derivation } from '../domain/expressions.ts';
import type { FactDeclaration, FactDeclarations } from '../domain/facts.ts';
import { factsInDerivation } from '../domain/facts-in.ts';
import { compileCalculation } from './compile-calculation.ts';
import { compileCondition, readLiteral } from './compile-condition.ts';
import { insideList } from './compile-lists.ts';
import { type Compiling, type Declared, inside, type Place, report } from './compiling.ts';
import type { RawAnswers, RawAsked, RawFact, RawScheme } from './format.ts';
import {
  calculation as calculationShape,
  condition as conditionShape,
  type RawCalculation,
  type RawCondition,
  type RawScalar,
} from './shapes.ts';
import { familyOf } from './typed.ts';
import { checkShape, type SchemeProblem, type YamlFile } from './yaml-file.ts';

/** Where the facts of a scheme are written, and the figures from which some of them may be worked out. */
export type FactsFile = {
  readonly file: YamlFile;
  readonly problems: SchemeProblem[];
  readonly calendar: Calendar | null;
  readonly figures: ReadonlyMap<string, RawScalar>;
};

/** Turns the facts of a scheme file into declarations, with how those that are worked out follow. */
export function compileFacts(
  raw: RawScheme,
  { file, problems, calendar, figures }: FactsFile,
): FactDeclarations {
  const declared = new Map<string, Declared>();
  for (const [name, fact] of Object.entries(raw.facts)) {
    declared.set(name, { name, type: fact.type, answers: answersOf(fact), fields: plainFields(fact) });
  }
  const compiling: Compiling = {
    file,
    problems,
    facts: declared,
    figures,
    calendar,
    rounds: [],
    condition: compileCondition,
  };
  const placeOf = (name: string): Place => ({ compiling, at: ['facts', name] });
  for (const [name, fact] of Object.entries(raw.facts)) {
    const list = declared.get(name);
    if (list && fact.type === 'list')
      declared.set(name, { ...list, fields: compileFields(placeOf(name), { list, fact }) });
  }
  const declarations = new Map<string, FactDeclaration>();
  for (const [name, fact] of Object.entries(raw.facts)) {
    const place = placeOf(name);
    checkAnswers(place, { name, fact });
    if (!fact.question && !fact['worked out'] && fact.from === 'family') {
      report(place, 'dead-end', `${name} comes from the family but has no question. Write the question.`);
    }
    declarations.set(name, {
      name,
      type: fact.type,
      from: fact.from,
      question: fact.question ?? null,
      hint: fact.hint ?? null,
      answers: answersOf(fact),
      derivation: fact['worked out'] ? compileDerivation(inside(place, 'worked out'), fact) : null,
      fields: declared.get(name)?.fields ?? [],
    });
  }
  return withoutCircles(declarations, { compiling, at: ['facts'] });
}

/** The fields of a list, before it is known how those that are worked out follow. */
function plainFields(fact: RawFact): readonly FactDeclaration[] {
  return Object.entries(fact.each ?? {}).map(([name, field]) => ({
    name,
    type: field.type,
    from: fact.from,
    question: field.question ?? null,
    hint: field.hint ?? null,
    answers: answersOf(field),
    derivation: null,
    fields: [],
  }));
}

function compileFields(
  place: Place,
  { list, fact }: { list: Declared; fact: RawFact },
): readonly FactDeclaration[] {
  if (list.fields.length === 0) {
    report(place, 'format', `${list.name} is a list: write under "each" what is known of each entry.`);
  }
  const within = insideList(place, list);
  return list.fields.map((field) => {
    const at = inside(within, 'each', field.name);
    if (place.compiling.facts.has(field.name)) {
      report(
        at,
        'contradiction',
        `"${field.name}" is also a fact of the scheme. Give one of the two another name.`,
      );
    }
    const raw = fact.each?.[field.name];
    if (!raw) return field;
    checkAnswers(at, { name: `${list.name}: ${field.name}`, fact: raw });
    const otherwise = raw['unless given'];
    if (otherwise !== undefined) return { ...field, derivation: unlessGiven(at, { field, raw: otherwise }) };
    const derivation = raw['worked out'] ? compileDerivation(inside(at, 'worked out'), raw) : null;
    return { ...field, derivation };
  });
}

/** What an entry of a list has where it says nothing, such as an end that is not set. */
function unlessGiven(place: Place, { field, raw }: { field: Declared; raw: RawScalar }): Derivation | null {
  const value = readLiteral(field, raw);
  if (value.ok) return { kind: 'calculation', calculation: { kind: 'value', value: value.value } };
  return report(inside(place, 'unless given'), 'wrong-value', value.message);
}

function answersOf(fact: RawAsked): Declared['answers'] {
  return Object.entries(writtenAnswers(fact)).map(([value, answer]) => ({
    value: fact.type === 'whole number' ? Number(value) : value,
    label: typeof answer === 'string' ? answer : answer.label,
    also: typeof answer === 'string' ? [] : (answer.also ?? []),
  }));
}

/** The answers as they stand; the names of shared lists have been replaced by their answers before. */
function writtenAnswers({ answers }: RawAsked): RawAnswers {
  return typeof answers === 'object' ? answers : {};
}

function checkAnswers(place: Place, { name, fact }: { name: string; fact: RawAsked }): void {
  const isChoice = fact.type === 'choice' || fact.type === 'choices';
  if (isChoice && !fact.answers) {
    report(place, 'format', `${name} is a choice: list its "answers", each with a label.`);
  }
  if (!isChoice && fact.type !== 'whole number' && fact.answers) {
    report(inside(place, 'answers'), 'format', `${name} is a ${fact.type}, which has no list of answers.`);
  }
}

function compileDerivation(place: Place, fact: RawAsked): Derivation | null {
  const { file, problems } = place.compiling;
  const isCondition = fact.type === 'yes or no';
  const part: YamlFile = {
    path: file.path,
    data: fact['worked out'],
    lineOf: (at) => file.lineOf([...place.at, ...at]),
  };
  if (isCondition) {
    const shape = checkShape<RawCondition>(part, conditionShape);
    problems.push(...shape.problems);
    const condition = shape.value && compileCondition(place, shape.value);
    return condition && { kind: 'condition', condition };
  }
  const shape = checkShape<RawCalculation>(part, calculationShape);
  problems.push(...shape.problems);
  const typed = shape.value === null ? null : compileCalculation(place, shape.value);
  if (!typed) return null;
  if (familyOf(typed.type) !== familyOf(fact.type)) {
    return report(place, 'wrong-value', `This works out a ${typed.type}, but the fact is a ${fact.type}.`);
  }
  return { kind: 'calculation', calculation: typed.calculation };
}

/** A fact that is worked out from itself, by whatever way round, could never be known: it is reported and cut. */
function withoutCircles(declarations: FactDeclarations, place: Place): FactDeclarations {
  const whole = new Map<string, FactDeclaration>();
  for (const [name, declaration] of declarations) {
    const isCircle = reaches(name, { wanted: name, declarations, seen: new Set() });
    if (isCircle) {
      report(inside(place, name), 'contradiction', `${name} is worked out from itself. Break the circle.`);
    }
    whole.set(name, isCircle ? { ...declaration, derivation: null } : declaration);
  }
  return whole;
}

function reaches(
  from: string,
  search: { wanted: string; declarations: FactDeclarations; seen: Set<string> },
): boolean {
  const derivation = search.declarations.get(from)?.derivation;
  if (!derivation) return false;
  const parts = new Set<string>();
  factsInDerivation(derivation, (part) => parts.add(part));
  if (parts.has(search.wanted)) return true;
  return [...parts].some((part) => {
    if (search.seen.has(part)) return false;
    search.seen.add(part);
    return reaches(part, search);
  });
}
