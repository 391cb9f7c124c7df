import { factsInAward } from '../domain/award-plan.ts';
import { decisionDate, type FactDeclarations } from '../domain/facts.ts';
import { factsInCondition, factsInDerivation } from '../domain/facts-in.ts';
import type { Ending, RuleSet } from '../domain/scheme.ts';
import { factsInWords } from '../domain/words.ts';

/** Every fact that the rules look at, in conditions, awards and words, and what those are worked out from. */
export function mentionsOf(rules: Omit<RuleSet, 'mentions'>, facts: FactDeclarations): ReadonlySet<string> {
  const mentions = new Set<string>();
  const visit = (fact: string): void => {
    if (fact === decisionDate || mentions.has(fact)) return;
    mentions.add(fact);
    const derivation = facts.get(fact)?.derivation;
    if (derivation) factsInDerivation(derivation, visit);
  };
  const visitEnding = ({ words, award }: Ending) => {
    factsInWords(words).forEach(visit);
    if (award) factsInAward(award, visit);
  };
  for (const { metWhen, notKnown, otherReadings, words } of rules.criteria) {
    factsInCondition(metWhen, visit);
    if (notKnown?.onlyWhen) factsInCondition(notKnown.onlyWhen, visit);
    for (const reading of otherReadings) factsInCondition(reading.metWhen, visit);
    for (const sentence of Object.values(words)) factsInWords(sentence).forEach(visit);
  }
  for (const row of rules.results) {
    factsInCondition(row.when, visit);
    visitEnding(row);
  }
  visitEnding(rules.otherwise);
  if (rules.resultNotKnown) visitEnding(rules.resultNotKnown);
  return mentions;
}
