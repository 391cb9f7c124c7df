import type { Answers, StepName } from './answers.ts';
import { type ApplicationFacts, factsOf } from './facts.ts';

/** The steps whose answers must be the same; a letter may be a newer one that says the same. */
const sameSteps: readonly StepName[] = [
  'child',
  'disability',
  'support',
  'you',
  'otherCarer',
  'address',
  'impact',
  'purpose',
];

/**
 * Whether a renewal says just what the application before it said: the same answers, and the same facts for the scheme.
 * Evidence that came since takes nothing away; evidence that is gone does.
 */
export function isUnchangedSince(before: Answers, now: Answers): boolean {
  return sameSteps.every((step) => said(step, before) === said(step, now)) && sameFacts(before, now);
}

function said(step: StepName, answers: Answers): string {
  if (step !== 'child' || answers.child === undefined) return inOrder(answers[step] ?? null);
  // The child had no number in the register when it was first applied for.
  return inOrder({ ...answers.child, childId: null });
}

function sameFacts(before: Answers, now: Answers): boolean {
  const { onSending: _before, ...then } = before;
  const { onSending: _now, ...today } = now;
  return inOrder(ofNote(factsOf(then))) === inOrder(ofNote(factsOf(today))) && !hasLostEvidence(then, today);
}

function ofNote({ 'evidence.diagnosis_letter': _, ...facts }: ApplicationFacts): ApplicationFacts {
  return facts;
}

function hasLostEvidence(before: Answers, now: Answers): boolean {
  const shows = (answers: Answers) => factsOf(answers)['evidence.diagnosis_letter'] === true;
  return shows(before) && !shows(now);
}

/** The same text for the same content, in whatever order a database gives its parts back. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
