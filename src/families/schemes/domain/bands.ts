import { awardPence } from './award.ts';
import { awardFrom } from './award-plan.ts';
import { eligibility, ruleSetOf } from './decide.ts';
import type { Band } from './decision.ts';
import type { Condition } from './expressions.ts';
import { knownFacts } from './known.ts';
import type { SchemeVersion } from './scheme.ts';

/**
 * The bands of a version in the order of the file, for the officer's recommendation: the amount in whole
 * pence (null where the band pays nothing or the amount hangs on the facts), the published words, and the
 * fact that chooses the band (such as impact.level 2).
 */
export function bandsOf(version: SchemeVersion): readonly Band[] {
  const nothingKnown = knownFacts(version.facts, {});
  return ruleSetOf(version, eligibility).results.map((row) => {
    const award = row.award ? awardFrom(row.award, nothingKnown) : null;
    const { id, outcome, published, publishedIn } = row;
    return {
      id,
      chosenBy: chosenBy(row.when),
      amount: awardPence(award),
      award,
      outcome,
      published,
      publishedIn,
    };
  });
}

function chosenBy(condition: Condition): Band['chosenBy'] {
  const [first] = condition.kind === 'compare' ? condition.with : [];
  if (condition.kind !== 'compare' || condition.comparison !== 'is' || first?.kind !== 'value') return null;
  return { fact: condition.fact, value: first.value };
}
