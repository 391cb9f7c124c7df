import type { Scheme, SchemeVersion } from '#families/schemes/index.ts';
import { factsFrom } from '../steps/covered-facts.ts';

/** How a family asks for a scheme, in words: the title of the page and the word on the button. */
export type AskWords = { readonly title: string; readonly verb: string };

/** Gives the words by the scheme's kind: a grant is applied for, a register is joined, an assessment is asked for. */
export function askWords({ kind, name }: Pick<Scheme, 'kind' | 'name'>): AskWords {
  if (kind === 'grant') return { title: `Apply for the ${name}`, verb: 'Apply' };
  if (kind === 'register') return { title: `Ask to join: ${name}`, verb: 'Ask to join' };
  if (kind === 'assessed service') return { title: `Ask for an assessment: ${name}`, verb: 'Ask' };
  return { title: `Apply: ${name}`, verb: 'Apply' };
}

const otherPapers: Readonly<Record<string, string>> = {
  'child.ehcp': 'your child’s Education, Health and Care plan, if there is one',
  'evidence.medical_letter_long_term': 'a letter from a doctor about a long-term condition, if you have one',
  'evidence.diagnosis_letter': 'a letter that says what was diagnosed',
  'child.diagnosed_disability': 'a letter that says what was diagnosed',
};

/** The letters that a version's rules look at, each as it is called in a list; none where they look at none. */
export function lettersAsked(version: SchemeVersion): readonly string[] {
  const mentions = version.rules.get('eligibility')?.mentions ?? new Set<string>();
  const benefit =
    factsFrom('benefit', version).length > 0 ? ['your child’s newest letter about DLA or PIP'] : [];
  const others = Object.entries(otherPapers).flatMap(([fact, words]) => (mentions.has(fact) ? [words] : []));
  return [...new Set([...benefit, ...others])];
}

/** How long the form takes, by what it asks; measured with families that tried it is better, and not done yet. */
export function minutesWords(version: SchemeVersion): string {
  return factsFrom('impact', version).length > 0 ? 'about 15 minutes' : 'about 10 minutes';
}
