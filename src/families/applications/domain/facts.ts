import type { Answers } from './answers.ts';

/** What a scheme may be told of an application, by the names that schemes declare. Unknown facts are absent. */
export type ApplicationFacts = Readonly<Record<string, string | number | boolean>>;

/**
 * Gives the facts of an application's answers for its scheme. A letter counts as diagnosis evidence only when
 * a file that shows the diagnosis was handed in; a benefit rate is what the family copied from its letter,
 * which the officer compares with the file. `seen` is what the evidence about the child holds besides: a
 * letter that was sent later, or with an earlier application.
 */
export function factsOf(
  answers: Answers,
  seen: { readonly hasDiagnosisLetter: boolean } = { hasDiagnosisLetter: false },
): ApplicationFacts {
  const facts: Record<string, string | number | boolean> = {};
  if (answers.child !== undefined) facts['child.date_of_birth'] = answers.child.bornOn;
  if (answers.disability !== undefined) {
    facts['child.diagnosed_disability'] = answers.disability.hasDiagnosis;
    const handedIn = answers.letters?.files.some((file) => file.shows === 'diagnosis');
    if (seen.hasDiagnosisLetter) facts['evidence.diagnosis_letter'] = true;
    else if (!answers.disability.hasDiagnosis) facts['evidence.diagnosis_letter'] = false;
    else if (handedIn !== undefined) facts['evidence.diagnosis_letter'] = handedIn;
  }
  if (answers.support !== undefined)
    facts['child.other_medway_funded_service'] = answers.support.held.length > 0;
  if (answers.impact !== undefined) facts['impact.level'] = answers.impact.level;
  return { ...facts, ...benefitFacts(answers) };
}

function benefitFacts(answers: Answers): ApplicationFacts {
  const { benefit } = answers;
  if (benefit === undefined) return {};
  const none = {
    'child.dla_care': 'none',
    'child.dla_mobility': 'none',
    'child.pip_daily': 'none',
    'child.pip_mobility': 'none',
  };
  if (benefit.which === 'dla')
    return { ...none, 'child.dla_care': benefit.dlaCare, 'child.dla_mobility': benefit.dlaMobility };
  if (benefit.which === 'pip')
    return { ...none, 'child.pip_daily': benefit.pipDaily, 'child.pip_mobility': benefit.pipMobility };
  return none;
}
