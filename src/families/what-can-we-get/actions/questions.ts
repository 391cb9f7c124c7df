import type { DatedFacts, Question, SchemeVersion } from '#families/schemes/index.ts';
import { openQuestions } from '#families/schemes/index.ts';

/** A question as this page asks it. */
export type AskedQuestion = Pick<Question, 'fact' | 'type' | 'question' | 'hint' | 'answers'>;

/** What somebody may answer in the place of every other answer. */
export const NOT_SURE = 'not-sure';

/** The oldest age that is taken: no support that the service knows goes beyond it. */
export const OLDEST = 25;

/** Whether a question is about an age, which is short and in years; other numbers may be anything. */
export function isAge({ fact, type }: Pick<AskedQuestion, 'fact' | 'type'>): boolean {
  return type === 'whole number' && /(^|[._])age$/.test(fact);
}

/** The age that is worked out from a date of birth, if the scheme has one. */
function ageFrom(version: SchemeVersion, born: string): string | null {
  for (const { name, derivation } of version.facts.values()) {
    if (derivation?.kind !== 'calculation' || derivation.calculation.kind !== 'age') continue;
    const from = derivation.calculation.born;
    if (from.kind === 'fact' && from.fact === born) return name;
  }
  return null;
}

/**
 * Asks for less where less is enough: an age in the place of a date of birth, since the answer stands in the
 * address of the page.
 */
function askLess(version: SchemeVersion, question: AskedQuestion): AskedQuestion {
  const age = question.type === 'date' ? ageFrom(version, question.fact) : null;
  if (age === null) return question;
  return {
    fact: age,
    type: 'whole number',
    question: 'How old is your child?',
    hint: 'In years, like 7. Write 0 for a baby.',
    answers: [],
  };
}

/** The question about a fact, as this page asks it; null for a fact that nobody is asked. */
export function questionAbout(version: SchemeVersion, fact: string): AskedQuestion | null {
  for (const declaration of version.facts.values()) {
    if (declaration.question === null || declaration.from === 'officer') continue;
    const asked = askLess(version, {
      ...declaration,
      fact: declaration.name,
      question: declaration.question,
    });
    if (asked.fact === fact) return asked;
  }
  return null;
}

/** The kinds of question that one page can ask. A scheme's others stay not known. */
const askable: readonly Question['type'][] = ['yes or no', 'whole number', 'choice', 'date', 'money'];

/** The next question whose answer still matters; null when none is left. */
export function nextToAsk(
  version: SchemeVersion,
  given: { readonly facts: DatedFacts; readonly skipped: readonly string[] },
): AskedQuestion | null {
  const open = openQuestions({ version, facts: given.facts });
  const asked = open.map((question) => askLess(version, question));
  const next = asked.find(({ fact, type }) => askable.includes(type) && !given.skipped.includes(fact));
  return next ?? null;
}
