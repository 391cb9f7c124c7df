import type { Answers } from './answers.ts';

/** What a scheme may be told of an application, by the names that schemes declare. Unknown facts are absent. */
export type ApplicationFacts = Readonly<Record<string, string | number | boolean>>;

/**
 * Gives the facts of an application's answers for its scheme. A letter counts as diagnosis evidence only when
 * a file that shows the diagnosis was handed in; a benefit rate is what the family copied from its letter,
 * which the officer compares with the file.
 */
export function factsOf(answers: Answers): ApplicationFacts {
  const facts: Record<string, string | number | boolean> = {};
  if (answers.child !== undefined) facts['child.date_of_birth'] = answers.child.bornOn;
  if (answers.disability !== undefined) {
    facts['child.diagnosed_disability'] = answers.disability.hasDiagnosis;
    const hasLetter = answers.letters?.files.some((file) => file.shows === 'diagnosis');
    if (!answers.disability.hasDiagnosis) facts['evidence.diagnosis_letter'] = false;
    else if (hasLetter !== undefined) facts['evidence.diagnosis_letter'] = hasLetter;
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
