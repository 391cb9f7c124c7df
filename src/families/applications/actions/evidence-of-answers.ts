import type { Evidence, NewEvidence } from '#families/register/index.ts';
import { type Answers, type Benefit, shownLetters } from '../domain/answers.ts';

const noRates = { dlaCare: null, dlaMobility: null, pipDaily: null, pipMobility: null };
const noDates = { datedOn: null, holdsFrom: null, holdsUntil: null };

/** A letter of which nothing is known but what it shows. */
export function plainLetter(kind: NewEvidence['kind'], fileId: string): NewEvidence {
  return { kind, ...noRates, ...noDates, fileId };
}

/** The kind of letter that shows a family's benefit. */
export function benefitLetterKind(benefit: Benefit | undefined): 'dla-letter' | 'pip-letter' {
  return benefit?.which === 'pip' ? 'pip-letter' : 'dla-letter';
}

/** The letters as evidence: what the family copied from them, with the file where one was handed in. */
export function evidenceOfAnswers(answers: Answers): readonly NewEvidence[] {
  const filesThatShow = (letter: 'benefit' | 'diagnosis') =>
    shownLetters(answers).flatMap((file) => (file.shows === letter ? [file.fileId] : []));
  const diagnosis = filesThatShow('diagnosis').map((fileId) => plainLetter('diagnosis-letter', fileId));
  const { benefit } = answers;
  if (benefit === undefined || benefit.which === 'none') return diagnosis;
  const rates =
    benefit.which === 'dla'
      ? { ...noRates, dlaCare: benefit.dlaCare, dlaMobility: benefit.dlaMobility }
      : { ...noRates, pipDaily: benefit.pipDaily, pipMobility: benefit.pipMobility };
  const files = filesThatShow('benefit');
  const letters = (files.length === 0 ? [null] : files).map((fileId) => ({
    kind: benefitLetterKind(benefit),
    ...rates,
    datedOn: dateOrNull(benefit.dated),
    holdsFrom: dateOrNull(benefit.from),
    holdsUntil: dateOrNull(benefit.until),
    fileId,
  }));
  return [...diagnosis, ...letters];
}

function dateOrNull(text: string | null): Temporal.PlainDate | null {
  return text === null ? null : Temporal.PlainDate.from(text);
}

/** The evidence that the register does not hold yet: a renewal hands the same letter in again. */
export function withoutHeld(
  evidence: readonly NewEvidence[],
  held: readonly Evidence[],
): readonly NewEvidence[] {
  const known = new Set(held.map((one) => whatItSays({ ...one, fileId: one.file?.id ?? null })));
  return evidence.filter((one) => !known.has(whatItSays(one)));
}

function whatItSays(one: NewEvidence): string {
  const { kind, fileId, dlaCare, dlaMobility, pipDaily, pipMobility, holdsFrom, holdsUntil } = one;
  const dates = [holdsFrom, holdsUntil].map((date) => date?.toString() ?? null);
  return JSON.stringify([kind, fileId, dlaCare, dlaMobility, pipDaily, pipMobility, ...dates]);
}
