import { eligibility, ruleSetOf } from './decide.ts';
import type { Question } from './decision.ts';
import type { DatedFacts, FactSource } from './facts.ts';
import { askableFor, knownFacts } from './known.ts';
import type { SchemeVersion } from './scheme.ts';
import { openParts, weigh } from './weigh.ts';

/** Whom a family's form asks: everything but what an officer finds. */
export const familySources: readonly FactSource[] = ['family', 'register', 'evidence'];

/**
 * The next question for the family whose answer still matters, in the order of the scheme's criteria, or null
 * when no further answer of theirs can change the outcome or the award.
 *
 * "Still matters" is meant part by part: a criterion or result that is not known, and could come to something
 * stronger than what is already certain (or change the award), waits for its unknown facts. Null therefore
 * never comes too early; a question that turns out to change nothing can still be asked when two criteria
 * hang together in a way that only their joint answers show.
 */
export function nextQuestion(version: SchemeVersion, facts: DatedFacts): Question | null {
  return openQuestions({ version, facts })[0] ?? null;
}

/**
 * All questions whose answers still matter, in order. `sources` says whom they are for (the family, unless
 * told otherwise); `skipped` names facts that the person could not answer and need not be asked again.
 */
export function openQuestions(asked: {
  version: SchemeVersion;
  facts: DatedFacts;
  rules?: string;
  sources?: readonly FactSource[];
  skipped?: readonly string[];
}): readonly Question[] {
  const { version, facts, sources = familySources, skipped = [] } = asked;
  const known = knownFacts(version.facts, facts);
  const ruleSet = ruleSetOf(version, asked.rules ?? eligibility);
  const seen = { declarations: version.facts, known };
  const neededFor = new Map<string, string[]>();
  for (const part of openParts(weigh({ ruleSet, known, reading: null }))) {
    const askable = new Set(part.facts.flatMap((fact) => askableFor(fact, seen)));
    for (const fact of askable) neededFor.set(fact, [...(neededFor.get(fact) ?? []), part.id]);
  }
  return [...neededFor].flatMap(([fact, parts]) => {
    const declaration = version.facts.get(fact);
    if (!declaration || declaration.question === null) return [];
    if (!sources.includes(declaration.from) || skipped.includes(fact)) return [];
    const { type, from, question, hint, answers } = declaration;
    return [{ fact, type, from, question, hint, answers, neededFor: parts }];
  });
}
