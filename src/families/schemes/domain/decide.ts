import type { Decision, Reason } from './decision.ts';
import type { FactValue } from './fact-value.ts';
import { type DatedFacts, decisionDate, type Facts } from './facts.ts';
import { unknownIn } from './facts-in.ts';
import { knownFacts } from './known.ts';
import type { NextStep, RuleSet, SchemeVersion } from './scheme.ts';
import { conditionUnder, consequenceOf, openParts, type Weighing, weigh } from './weigh.ts';
import { fillIn } from './words.ts';

/** The rule set that an application is decided by. */
export const eligibility = 'eligibility';

/** Gives the day of the decision to the facts. */
export function factsOn(facts: Facts, on: Temporal.PlainDate): DatedFacts {
  return { ...facts, [decisionDate]: on.toString() };
}

/**
 * Decides an application under a version of a scheme. Money in the facts is in whole pence. Facts that the
 * version does not look at change nothing. The decision is plain data; the same facts under the same version
 * (`versionHash`) give the same decision again.
 */
export function decide(version: SchemeVersion, facts: DatedFacts): Decision {
  return decideUnder({ version, facts });
}

/**
 * Decides by any rule set of the version (`rules`: "spend", "year-end"…), and under another reading of the
 * published words where one is asked for. Throws when the version has no such rule set: ask `version.rules`.
 */
export function decideUnder(asked: {
  version: SchemeVersion;
  facts: DatedFacts;
  rules?: string;
  reading?: string;
}): Decision {
  const { version, facts, reading = null } = asked;
  const ruleSet = ruleSetOf(version, asked.rules ?? eligibility);
  const known = knownFacts(version.facts, facts);
  const weighing = weigh({ ruleSet, known, reading });
  return {
    scheme: version.schemeId,
    version: version.id,
    versionHash: version.hash,
    rules: ruleSet.kind,
    reading,
    outcome: weighing.outcome,
    award: isByResult(weighing) ? weighing.result.award : null,
    officerDecides: isForOfficer(weighing),
    reasons: reasonsOf(version, weighing),
    missing: [...new Set(openParts(weighing).flatMap((part) => part.facts))],
    next: nextStepsOf(version, weighing),
    facts: factsLookedAt(ruleSet, facts),
  };
}

/** The rule set of that kind; throws when the version has none, which the caller should have known. */
export function ruleSetOf(version: SchemeVersion, kind: string): RuleSet {
  const ruleSet = version.rules.get(kind);
  if (!ruleSet) throw new RangeError(`${version.schemeId} ${version.id} has no rules for "${kind}"`);
  return ruleSet;
}

function isByResult({ result, outcome }: Weighing): boolean {
  return result.ending.outcome === outcome;
}

/** The consequences and the ending that brought the outcome about. */
function decidersOf(weighing: Weighing): readonly { next: readonly string[]; officerDecides: boolean }[] {
  const deciders: { next: readonly string[]; officerDecides: boolean }[] = [];
  for (const weighed of weighing.criteria) {
    const consequence = consequenceOf(weighed, weighing.known);
    if (consequence?.outcome === weighing.outcome) deciders.push(consequence);
  }
  if (isByResult(weighing)) deciders.push(weighing.result.ending);
  return deciders;
}

function isForOfficer(weighing: Weighing): boolean {
  return decidersOf(weighing).every((decider) => decider.officerDecides);
}

function reasonsOf(version: SchemeVersion, weighing: Weighing): readonly Reason[] {
  const { known, reading, result } = weighing;
  const filling = { declarations: version.facts, known };
  const reasons = weighing.criteria.map(({ criterion, truth }): Reason => {
    const { met, notMet, notKnown } = criterion.words;
    const words = truth === true ? met : truth === false ? notMet : notKnown;
    const missing = unknownIn(conditionUnder(criterion, reading), known);
    return { criterion: criterion.id, met: truth, because: fillIn(words, filling), missing };
  });
  if (!isByResult(weighing)) return reasons;
  const missing = new Set(result.truth === null ? result.openAwardFacts : []);
  if (result.truth === null) {
    for (const fact of result.openRows.flatMap((row) => unknownIn(row.when, known))) missing.add(fact);
  }
  const because = fillIn(result.ending.words, filling);
  return [...reasons, { criterion: result.id, met: result.truth, because, missing: [...missing] }];
}

/** The steps of the outcome and of whatever brought it about, in the order in which the scheme lists them. */
function nextStepsOf(version: SchemeVersion, weighing: Weighing): readonly NextStep[] {
  const wanted = new Set(weighing.ruleSet.onward.get(weighing.outcome));
  for (const decider of decidersOf(weighing)) for (const step of decider.next) wanted.add(step);
  return [...version.steps.values()].filter((step) => wanted.has(step.id));
}

function factsLookedAt(ruleSet: RuleSet, facts: DatedFacts): Decision['facts'] {
  const looked: { [name: string]: FactValue; 'decision.date': string } = {
    [decisionDate]: facts[decisionDate],
  };
  for (const fact of ruleSet.mentions) {
    const value = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
    if (value !== undefined && value !== null) looked[fact] = value;
  }
  return looked;
}
