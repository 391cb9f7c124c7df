import type { Condition } from './expressions.ts';
import type { FactDeclarations } from './facts.ts';
import { conditionInWords } from './in-words.ts';

/** The comparisons that a condition is made of, each as a phrase, in their order. */
export function conditionLeaves(condition: Condition, facts: FactDeclarations): readonly string[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap((part) => conditionLeaves(part, facts));
    case 'not':
      return conditionLeaves(condition.of, facts).map((leaf) => `not ${leaf}`);
    default:
      return [conditionInWords(condition, facts)];
  }
}
