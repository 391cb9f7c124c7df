import type { SchemeVersion } from '#families/schemes/index.ts';
import type { Answers } from './domain/answers.ts';
import { inWordsOf } from './service-facts.ts';

/**
 * What was said to a scheme's own questions last time, as far as today's rules still ask it and could still take the
 * answer. What the family was not sure of, and what the rules ask otherwise now, is asked again.
 */
export function stillSaid(version: SchemeVersion, before: Answers): Pick<Answers, 'said'> {
  const said = Object.entries(before.said ?? {}).flatMap(([fact, given]) => {
    const declared = version.facts.get(fact);
    if (given.value === null || declared === undefined || declared.question === null) return [];
    const value = inWordsOf(declared, given.value);
    return value === null ? [] : [[fact, { ...given, value }] as const];
  });
  return said.length === 0 ? {} : { said: Object.fromEntries(said) };
}
