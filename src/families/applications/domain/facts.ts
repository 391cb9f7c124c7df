import { type Answers, type FactValue, shownLetters } from './answers.ts';

/** What a scheme may be told of an application, by the names that schemes declare. Unknown facts are absent. */
export type ApplicationFacts = Readonly<Record<string, FactValue>>;

/**
 * Gives the facts of an application's answers for its scheme. A letter counts as diagnosis evidence only when
 * a file that shows the diagnosis was handed in; a benefit rate is what the family copied from its letter,
 * which the officer compares with the file. `seen` is what the evidence about the child holds besides: a
 * letter that was sent later, or with an earlier application. What was said to the scheme's own questions is there
 * under the names of its facts.
 */
export function factsOf(
  answers: Answers,
  seen: { readonly hasDiagnosisLetter: boolean } = { hasDiagnosisLetter: false },
): ApplicationFacts {
  const facts: Record<string, FactValue> = {};
  if (answers.child !== undefined) facts['child.date_of_birth'] = answers.child.bornOn;
  if (answers.disability !== undefined) {
    facts['child.diagnosed_disability'] = answers.disability.hasDiagnosis;
    if (seen.hasDiagnosisLetter) facts['evidence.diagnosis_letter'] = true;
    else if (!answers.disability.hasDiagnosis) facts['evidence.diagnosis_letter'] = false;
    else if (answers.letters !== undefined)
      facts['evidence.diagnosis_letter'] = shownLetters(answers).some((file) => file.shows === 'diagnosis');
  }
  if (answers.support !== undefined)
    facts['child.other_medway_funded_service'] = answers.support.held.length > 0;
  if (answers.impact !== undefined) facts['impact.level'] = answers.impact.level;
  return { ...answers.onSending, ...facts, ...benefitFacts(answers), ...saidFacts(answers) };
}

/** A family that gets one benefit gets nothing of the other; a rate that it does not know is no fact. */
function benefitFacts({ benefit }: Answers): ApplicationFacts {
  if (benefit === undefined) return {};
  const rates: readonly (readonly [string, string | null])[] = [
    ['child.dla_care', benefit.which === 'dla' ? benefit.dlaCare : 'none'],
    ['child.dla_mobility', benefit.which === 'dla' ? benefit.dlaMobility : 'none'],
    ['child.pip_daily', benefit.which === 'pip' ? benefit.pipDaily : 'none'],
    ['child.pip_mobility', benefit.which === 'pip' ? benefit.pipMobility : 'none'],
  ];
  return Object.fromEntries(rates.flatMap(([fact, rate]) => (rate === null ? [] : [[fact, rate]])));
}

/** What was said to the scheme's own questions; what a family is not sure of is no fact. */
function saidFacts({ said = {} }: Answers): ApplicationFacts {
  return Object.fromEntries(
    Object.entries(said).flatMap(([fact, { value }]) => (value === null ? [] : [[fact, value]])),
  );
}
