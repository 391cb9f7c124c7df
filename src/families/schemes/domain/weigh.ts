import { awardFrom, factsInAward } from './award-plan.ts';
import { evaluate } from './evaluate.ts';
import { unknownIn } from './facts-in.ts';
import type { Known } from './knowledge.ts';
import type { Award, AwardPlan, Criterion, Ending, ResultRow, RuleSet } from './scheme.ts';
import type { Truth } from './truth.ts';

/** A criterion with how it came out. */
export type WeighedCriterion = { readonly criterion: Criterion; readonly truth: Truth };

/** What the table of results gives. */
export type WeighedResult = {
  readonly id: string;
  readonly ending: Ending;
  readonly truth: Truth;
  readonly award: Award | null;
  /** Rows, before the one that holds, of which it is not known whether they apply. */
  readonly openRows: readonly ResultRow[];
  /** The facts that the award of the row that holds still needs. */
  readonly openAwardFacts: readonly string[];
  /** Every ending that further facts could still bring, the present one among them. */
  readonly possible: readonly Ending[];
};

/** By what is weighed: the rules, what is known, and the reading where another than the settled one is asked for. */
export type Basis = { readonly ruleSet: RuleSet; readonly known: Known; readonly reading: string | null };

export type Weighing = Basis & {
  readonly criteria: readonly WeighedCriterion[];
  readonly result: WeighedResult;
  readonly outcome: string;
};

/** Puts every criterion and the table of results to the facts; the strongest outcome that follows holds. */
export function weigh(basis: Basis): Weighing {
  const { ruleSet, known, reading } = basis;
  const criteria = ruleSet.criteria.map((criterion) => ({
    criterion,
    truth: evaluate(conditionUnder(criterion, reading), known),
  }));
  const result = weighResults(ruleSet, known);
  let outcome = result.ending.outcome;
  for (const weighed of criteria) {
    const follows = consequenceOf(weighed, known)?.outcome;
    if (follows !== undefined && strength(ruleSet, follows) < strength(ruleSet, outcome)) outcome = follows;
  }
  return { ...basis, criteria, result, outcome };
}

/** The place of an outcome in the scheme's list: nought is the strongest. */
export function strength(ruleSet: RuleSet, outcome: string): number {
  return ruleSet.outcomes.indexOf(outcome);
}

/** What follows from a criterion as it came out; null when nothing does. */
export function consequenceOf({ criterion, truth }: WeighedCriterion, known: Known): Criterion['notMet'] {
  if (truth === true) return null;
  if (truth === false) return criterion.notMet;
  const { notKnown } = criterion;
  const isSo = !notKnown?.onlyWhen || evaluate(notKnown.onlyWhen, known) === true;
  return isSo ? notKnown : null;
}

/** The condition of a criterion, under another reading where it has the one that is asked for. */
export function conditionUnder(criterion: Criterion, reading: string | null): Criterion['metWhen'] {
  if (reading === null) return criterion.metWhen;
  return criterion.otherReadings.find((other) => other.id === reading)?.metWhen ?? criterion.metWhen;
}

function weighResults(ruleSet: RuleSet, known: Known): WeighedResult {
  const openRows: ResultRow[] = [];
  const possible: Ending[] = [];
  let chosen: ResultRow | null = null;
  let isStopped = false;
  for (const row of ruleSet.results) {
    const truth = evaluate(row.when, known);
    if (truth !== false) possible.push(row);
    if (truth === true) {
      chosen = row;
      break;
    }
    if (truth === null) {
      openRows.push(row);
      isStopped ||= !row.carryOnWhenNotKnown;
    }
  }
  if (!chosen) possible.push(ruleSet.otherwise);
  const notKnown = ruleSet.resultNotKnown;
  if (isStopped && notKnown) {
    possible.push(notKnown);
    return { ...settled(notKnown, known), truth: null, openRows, possible };
  }
  const ending = chosen ?? ruleSet.otherwise;
  const result = settled(ending, known);
  if (result.openAwardFacts.length === 0 || !notKnown) return { ...result, truth: true, openRows, possible };
  possible.push(notKnown);
  const instead = settled(notKnown, known);
  return { ...instead, truth: null, openRows, openAwardFacts: result.openAwardFacts, possible };
}

function settled(
  ending: Ending,
  known: Known,
): Pick<WeighedResult, 'id' | 'ending' | 'award' | 'openAwardFacts'> {
  const openAwardFacts = ending.award ? openFactsOfAward(ending.award, known) : [];
  const award = ending.award && openAwardFacts.length === 0 ? awardFrom(ending.award, known) : null;
  return { id: ending.id, ending, award, openAwardFacts };
}

function openFactsOfAward(plan: AwardPlan, known: Known): string[] {
  const open = new Set<string>();
  factsInAward(plan, (fact) => {
    if (known.valueOf(fact) === null) open.add(fact);
  });
  return [...open];
}

/** A criterion, row or award that waits for facts which could still change the outcome or the award. */
export type OpenPart = { readonly id: string; readonly facts: readonly string[] };

/**
 * What is still open and still matters. A part matters while something that it could come to is stronger than
 * the strongest outcome that is already certain, or would change the award. When nothing is left, no further
 * answer can change outcome or award.
 */
export function openParts(weighing: Weighing): readonly OpenPart[] {
  const { ruleSet, known, reading, result } = weighing;
  const certain = strongestCertain(weighing);
  const couldMatter = (outcome: string, isTieEnough: boolean) =>
    certain === null ||
    strength(ruleSet, outcome) < certain ||
    (isTieEnough && strength(ruleSet, outcome) === certain);
  const parts: OpenPart[] = [];
  for (const { criterion, truth } of weighing.criteria) {
    if (truth !== null) continue;
    const consequences = [criterion.notMet, criterion.notKnown];
    if (!consequences.some((consequence) => consequence && couldMatter(consequence.outcome, false))) continue;
    parts.push({ id: criterion.id, facts: unknownIn(conditionUnder(criterion, reading), known) });
  }
  if (isCertain(result)) return parts;
  if (!result.possible.some((ending) => couldMatter(ending.outcome, true))) return parts;
  for (const row of result.openRows) parts.push({ id: row.id, facts: unknownIn(row.when, known) });
  if (result.openAwardFacts.length > 0) parts.push({ id: result.id, facts: result.openAwardFacts });
  return parts;
}

function isCertain(result: WeighedResult): boolean {
  return result.openRows.length === 0 && result.openAwardFacts.length === 0;
}

function strongestCertain({ ruleSet, criteria, result }: Weighing): number | null {
  const certain = criteria.flatMap(({ criterion, truth }) =>
    truth === false && criterion.notMet ? [strength(ruleSet, criterion.notMet.outcome)] : [],
  );
  if (isCertain(result)) certain.push(strength(ruleSet, result.ending.outcome));
  return certain.length === 0 ? null : Math.min(...certain);
}
